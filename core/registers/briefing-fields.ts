import { periodLengths, periodNamePattern } from "../calendar/period.ts";
import { limits } from "../limits.ts";
import {
  choice,
  code,
  day,
  figures,
  flag,
  indicators,
  link,
  longText,
  organisation,
  organisations,
  person,
  region,
  text,
  type ValuesOf,
} from "../register/field.ts";

const everyOptions = {
  month: { zh: "月度", en: "Of a month" },
  quarter: { zh: "季度", en: "Of a quarter" },
  halfYear: { zh: "半年", en: "Of a half-year" },
  year: { zh: "年度", en: "Of a year" },
} as const;

/** Each indicator is told of every place, and a ledger line holds them all. */
export const mostIndicators = 8;
const mostUnits = 60;

const what = { zh: "通报什么", en: "What of" };
const says = { zh: "通报正文", en: "What it says" };
const goes = { zh: "签发和签收", en: "Signed and acknowledged" };

/** What is kept of a briefing (通报): the period, its frozen table, what it praises and demands, and who has it. */
export const briefingFields = {
  title: text({
    words: { zh: "通报标题", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
    group: what,
  }),
  period: code({
    words: { zh: "通报期", en: "Period" },
    why: {
      zh: "期满以后才能通报，只列已经期满的",
      en: "A briefing is of what is over, and only such periods are offered",
    },
    pattern: periodNamePattern,
    periods: { lengths: periodLengths, over: true },
    column: true,
    group: what,
  }),
  every: choice({
    words: { zh: "通报类别", en: "Length of the period" },
    options: everyOptions,
    derived: true,
    column: true,
    group: what,
  }),
  periodFrom: day({ words: { zh: "通报期起", en: "Period from" }, derived: true, column: true, group: what }),
  periodTo: day({ words: { zh: "通报期止", en: "Period to" }, derived: true, column: true, group: what }),
  indicators: indicators({
    words: { zh: "通报的指标", en: "Indicators" },
    why: {
      zh: "按指标在方案数据中写明的方向排名；没有写明的只列数，不排名",
      en: "Ranked from the end that the pack says; of which it says none, the figures stand without ranks",
    },
    max: mostIndicators,
    group: what,
  }),
  bySector: flag({
    words: { zh: "另按行业领域列数", en: "By sector as well" },
    group: what,
  }),
  figures: figures({
    words: { zh: "各地区、各行业领域指标", en: "Figures by region and sector" },
    why: {
      zh: "由系统统计，截至拟稿前一日24时；拟稿时固定，签发后不变，更正另行拟稿",
      en: "Counted by the system as known by the end of the day before; frozen as it is drawn up, and corrected by another briefing alone",
    },
    group: what,
  }),
  praise: longText({ words: { zh: "表扬的做法", en: "What is praised" }, group: says }),
  problems: longText({ words: { zh: "存在的问题", en: "Problems" }, group: says }),
  demands: longText({ words: { zh: "工作要求", en: "What is demanded" }, group: says }),
  praisedUnits: organisations({
    words: { zh: "表扬的单位", en: "Units praised" },
    max: mostUnits,
    group: says,
  }),
  criticisedUnits: organisations({
    words: { zh: "点名的单位", en: "Units named" },
    why: { zh: "点名的单位须在主送单位中", en: "Whoever is named is among those to whom it goes" },
    max: mostUnits,
    group: says,
  }),
  addressedTo: organisations({
    words: { zh: "主送单位", en: "Goes to" },
    why: {
      zh: "签发后才能看到，并须签收",
      en: "They see it once it is issued, and acknowledge it",
    },
    max: mostUnits,
    group: goes,
  }),
  corrects: link({
    words: { zh: "更正的通报", en: "Corrects" },
    why: {
      zh: "本通报签发后，所更正的通报即被替代",
      en: "As this one is issued, the one that it corrects is superseded",
    },
    register: "briefing",
    column: true,
    group: what,
  }),
  issuer: organisation({
    words: { zh: "拟稿单位", en: "Drawn up by" },
    derived: true,
    column: true,
    party: true,
    group: goes,
  }),
  region: region({ words: { zh: "所属地区", en: "Region" }, derived: true, column: true, group: what }),
  draftedBy: person({ words: { zh: "拟稿人", en: "Drafter" }, derived: true, group: goes }),
  sentBy: person({ words: { zh: "送签人", en: "Sent to be signed by" }, derived: true, group: goes }),
  signer: organisation({
    words: { zh: "签发单位", en: "Signed at" },
    why: {
      zh: "安委办所在的政府，由其领导签发；安委办另一名工作人员也可签发",
      en: "The government for which the office works, whose leader signs; another officer of the office may as well",
    },
    derived: true,
    column: true,
    party: true,
    group: goes,
  }),
  issueYear: code({
    words: { zh: "文号年份", en: "Year of the number" },
    why: { zh: "按签发当年编号", en: "The year in which it is signed" },
    pattern: "^2[01][0-9]{2}$",
    periods: { lengths: ["year"] },
    column: true,
    group: goes,
  }),
  issueNumber: code({
    words: { zh: "通报文号", en: "Number of the briefing" },
    why: { zh: "由系统按拟稿单位和年份顺编", en: "Drawn for each office and year, one after another" },
    derived: true,
    column: true,
    group: goes,
  }),
  /** Office, year and number: no two are numbered alike, whatever happens at once. */
  issueKey: code({
    words: { zh: "单位、年份与序号", en: "Office, year and number" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  issuedOn: day({ words: { zh: "签发日期", en: "Issued on" }, derived: true, column: true, group: goes }),
  issuedBy: person({ words: { zh: "签发人", en: "Signed by" }, derived: true, group: goes }),
  /** Those to whom it goes, once it has gone: parties that see it. */
  recipients: organisations({
    words: { zh: "收文单位", en: "Recipients" },
    max: mostUnits,
    derived: true,
    party: true,
    group: goes,
  }),
  awaited: organisations({
    words: { zh: "尚未签收的单位", en: "Not acknowledged by" },
    max: mostUnits,
    derived: true,
    group: goes,
  }),
  supersededBy: link({
    words: { zh: "替代它的通报", en: "Superseded by" },
    register: "briefing",
    derived: true,
    group: what,
  }),
} as const;

export type BriefingValues = ValuesOf<typeof briefingFields>;

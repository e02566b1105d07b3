import { limits } from "../limits.ts";
import {
  answers,
  choice,
  code,
  day,
  files,
  flag,
  label,
  link,
  links,
  longText,
  organisation,
  person,
  position,
  region,
  sector,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { laws } from "./laws.ts";
import { park } from "./park.ts";
import { dutyBases, exemptions } from "./self-check-duty.ts";
import { cycles, periodPattern } from "./self-check-windows.ts";

/** What is kept of one window's self-check of one enterprise: `domain.md` §2.4. */
export const selfCheckFields = {
  title: label({ words: { zh: "自查名称", en: "Title" }, maxLength: 200, derived: true, column: true }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    why: {
      zh: "自愿自查随时可以发起，办法与应查的相同：对照清单填报，由主要负责人带队并确认；不设期限，也不代替本期应开展的自查",
      en: "A voluntary check may be begun at any time and goes on like an owed one: the checklist is filled in, the principal leads and confirms. It has no deadline, and takes the place of no check that is owed",
    },
    register: "enterprise",
    column: true,
  }),
  region: region({ words: { zh: "所在地区", en: "Region" }, derived: true, column: true }),
  sector: sector({ words: { zh: "行业领域", en: "Sector" }, derived: true, column: true }),
  supervisingOrganisation: organisation({
    words: { zh: "监管单位", en: "Supervising organisation" },
    why: { zh: "逾期未查的，由其督促", en: "It follows up a check that was missed" },
    column: true,
    party: true,
  }),
  park,
  period: code({
    words: { zh: "自查期", en: "Window" },
    pattern: periodPattern,
    periods: { lengths: ["month", "quarter"] },
    column: true,
  }),
  /** Enterprise and window: one self-check each, whatever happens at once. While a voluntary check is open it holds a key of its own. */
  windowKey: code({
    words: { zh: "企业与自查期", en: "Enterprise and window" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  cycle: choice({
    words: { zh: "自查周期", en: "Cycle" },
    derived: true,
    options: { month: cycles.month.words, quarter: cycles.quarter.words },
  }),
  basis: choice({
    words: { zh: "自查依据", en: "Basis of the check" },
    options: { ...dutyBases, voluntary: { zh: "自愿自查", en: "Voluntary" } },
  }),
  windowFrom: day({ words: { zh: "自查期起", en: "Window from" }, derived: true, column: true }),
  windowTo: day({ words: { zh: "自查期止", en: "Window to" }, derived: true, column: true }),
  /** Only of a check that the enterprise makes of its own will: it has no window. */
  voluntaryOn: day({
    words: { zh: "自愿自查发起日期", en: "Voluntary check begun on" },
    derived: true,
    column: true,
  }),
  exemption: choice({
    words: { zh: "免查原因", en: "Why it is not owed" },
    options: exemptions,
  }),
  checkedOn: day({ words: { zh: "检查日期", en: "Checked on" }, law: laws.recordChecks }),
  areas: label({
    words: { zh: "检查区域", en: "Areas checked" },
    law: laws.recordChecks,
    maxLength: limits.shortTextLengthCharacters,
  }),
  participants: text({
    words: { zh: "参加人员", en: "Who took part" },
    law: laws.leadPrevention,
    why: { zh: "主要负责人带队，参加检查的人员", en: "The principal leads; who else took part" },
  }),
  answers: answers({
    words: { zh: "对照判定标准检查", en: "Checklist" },
    law: laws.removeHazards,
    why: {
      zh: "各条列出的是不应有的情形，请逐条填写是否发现；选“发现”的，负责人确认后自动登记为隐患",
      en: "Each item names what must not be: say whether it was found; what was is registered as a hazard once the principal confirms",
    },
  }),
  noneFound: flag({
    words: { zh: "未发现隐患", en: "None found" },
    law: laws.recordTruthfully,
    why: {
      zh: "各项均未发现时须明确声明；声明同样算作完成自查",
      en: "To be stated where nothing is out of order; a check that found none counts as much",
    },
  }),
  remark: longText({ words: { zh: "其他情况", en: "Remarks" }, law: laws.recordChecks }),
  photos: files({ words: { zh: "现场照片", en: "Photos" }, law: laws.recordChecks }),
  withoutCriteria: flag({
    words: { zh: "该行业领域暂无已录入的判定标准", en: "No criteria are loaded for this sector" },
    derived: true,
  }),
  filledInBy: person({ words: { zh: "填报人", en: "Filled in by" }, derived: true }),
  ledInPerson: flag({
    words: { zh: "本人带队开展了本次检查", en: "I led this check in person" },
    law: laws.leadPrevention,
    why: {
      zh: "主要负责人未带队的，不算完成自查",
      en: "A check that the principal did not lead does not count",
    },
  }),
  position: position({
    words: { zh: "确认地点", en: "Place of the confirmation" },
    why: {
      zh: "仅在您点击后读取一次本机位置，用于证明在现场确认；不提供不影响确认，条目上会注明",
      en: "Read once, when you press the button, to show that you confirmed on site; without it you may confirm all the same, and the entry says so",
    },
  }),
  positionMissing: flag({ words: { zh: "未记录确认地点", en: "No place was recorded" }, derived: true }),
  ledBy: person({ words: { zh: "带队确认的主要负责人", en: "Led and confirmed by" }, derived: true }),
  confirmedOn: day({ words: { zh: "确认日期", en: "Confirmed on" }, derived: true, column: true }),
  missedOn: day({ words: { zh: "列为逾期未查日期", en: "Missed, listed on" }, derived: true, column: true }),
  hazards: links({ words: { zh: "查出的隐患", en: "Hazards found" }, register: "hazard" }),
} as const;

export type SelfCheckValues = ValuesOf<typeof selfCheckFields>;

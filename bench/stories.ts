import { addDays, type Day } from "../core/calendar/day.ts";
import type { RawInput } from "../core/register/field.ts";
import type { Actor } from "../core/scope/scope.ts";
import type { Random } from "./random.ts";
import type { Cast } from "./world.ts";

/** One act of a story: who does it, how many days after the one before, and what is entered. */
interface Deed {
  readonly act: string;
  readonly by: (cast: Cast) => Actor;
  readonly after: number;
  readonly input: (telling: Telling) => RawInput;
}

/** What an act's input may be made of. */
export interface Telling {
  readonly cast: Cast;
  readonly day: Day;
  readonly random: Random;
  readonly items: readonly string[];
}

const safety = ({ safety: actor }: Cast) => actor;
const principal = ({ principal: actor }: Cast) => actor;
const inspector = ({ bureau }: Cast) => bureau.inspector;
const inspector2 = ({ bureau }: Cast) => bureau.inspector2;
const head = ({ bureau }: Cast) => bureau.head;
const nothing = (): RawInput => ({});

const places = ["一号车间东侧", "原料堆场", "配电室", "二层平台", "锅炉房门口", "受限空间入口"];
const faults = [
  "防护罩缺失",
  "安全出口堵塞",
  "可燃气体报警器未校验",
  "临时用电线路裸露",
  "作业票未审批",
  "特种作业人员无证",
  "除尘系统未接地",
  "应急照明失效",
];

/** Characters of which pairs name a workshop: so many pairs that a search for one of them looks for a needle. */
const names = [..."松柏云岭江河春秋晨星石泉金沙白马红旗东风长青和平团结胜利光明前进新华永安福寿康宁兴隆昌盛"];

const find = (by: Deed["by"], source: string): Deed => ({
  act: "find",
  by,
  after: 0,
  input: ({ cast, day, random }) => {
    const place = random.pick(places);
    const fault = random.pick(faults);
    return {
      title: `${random.pick(names)}${random.pick(names)}工段${place}${fault}（虚构）`,
      description: `检查时发现${place}${fault}，可能造成人员伤害，须立即采取措施。本条为台架数据。`,
      place,
      organisation: cast.enterprise.id,
      source,
      foundOn: day,
    };
  },
});

const judgementReason = "对照判定标准逐条核对，现场照片和记录齐全。";
const proposeMajor: Deed = {
  act: "proposeMajor",
  by: safety,
  after: 1,
  input: ({ random, items }) => ({ criteriaItem: random.pick(items), judgementReason }),
};
const confirmMajor: Deed = { act: "confirmMajor", by: principal, after: 1, input: nothing };
const report: Deed = {
  act: "report",
  by: principal,
  after: 1,
  input: ({ cast, day }) => ({
    owningOrganisation: cast.bureau.id,
    reportMethod: "system",
    staffReport: "noticeBoard",
    staffReportedOn: day,
  }),
};
const plan: Deed = {
  act: "plan",
  by: safety,
  after: 2,
  input: ({ day, random }) => ({
    planResponsible: "车间主任（虚构）",
    planMeasures: "更换损坏部件，恢复联锁，组织全员培训，完成后试运行。",
    planFunds: 1_000 * (1 + random.below(90)),
    rectifyBy: addDays(day, 10 + random.below(60)),
    planContingency: "整改期间停用相关设备，设专人监护，备齐应急物资。",
  }),
};
const proposeGeneral: Deed = {
  act: "proposeGeneral",
  by: safety,
  after: 1,
  input: () => ({ judgementReason }),
};
const confirmGeneral: Deed = { act: "confirmGeneral", by: principal, after: 1, input: nothing };
const assign: Deed = {
  act: "assign",
  by: safety,
  after: 1,
  input: ({ day, random }) => ({
    planResponsible: "班组长（虚构）",
    planMeasures: "按规程整改并复核。",
    rectifyBy: addDays(day, 5 + random.below(40)),
  }),
};
const recordProgress: Deed = {
  act: "recordProgress",
  by: safety,
  after: 4,
  input: () => ({ progress: "材料已到场，完成约一半。" }),
};
const fixOnTheSpot: Deed = {
  act: "fixOnTheSpot",
  by: safety,
  after: 2,
  input: () => ({ acceptanceReport: "当场整改完毕，功能正常。", acceptancePersons: "安全科（虚构）" }),
};
const selfAccept: Deed = {
  act: "selfAccept",
  by: safety,
  after: 6,
  input: () => ({ acceptanceReport: "按要求完成整改，试验合格。", acceptancePersons: "安全科（虚构）" }),
};
const review: Deed = {
  act: "review",
  by: inspector,
  after: 3,
  input: () => ({ reviewOpinion: "现场核查，整改到位。" }),
};
const countersign: Deed = { act: "countersign", by: inspector2, after: 1, input: nothing };
const close: Deed = {
  act: "close",
  by: head,
  after: 1,
  input: () => ({ closeOpinion: "同意销号。" }),
};

/**
 * Stories of five acts each, with their shares of the dataset in percent: half were found by a bureau and are closed; the rest
 * stand at different steps, so that every list has open, overdue and closed entries.
 */
const stories: readonly { readonly share: number; readonly deeds: readonly Deed[] }[] = [
  { share: 50, deeds: [find(inspector, "inspection"), fixOnTheSpot, review, countersign, close] },
  { share: 15, deeds: [find(safety, "selfCheck"), proposeMajor, confirmMajor, report, plan] },
  { share: 20, deeds: [find(safety, "selfCheck"), proposeGeneral, confirmGeneral, assign, recordProgress] },
  { share: 15, deeds: [find(safety, "staffReport"), proposeGeneral, confirmGeneral, assign, selfAccept] },
];

export const actsPerEntry = 5;

/** Draws a story by its share. */
export function drawStory(random: Random): readonly Deed[] {
  let left = random.below(100);
  for (const { share, deeds } of stories) {
    if (left < share) return deeds;
    left -= share;
  }
  return [];
}

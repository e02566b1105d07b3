import { organisationId } from "../../server/store/campaign.ts";
import { enterpriseId, firstDay, type PersonName } from "./cast.ts";

type Input = Readonly<Record<string, unknown>>;

/** One act on the way of a hazard, by whom, and the state that it leads to. */
export interface PathStep {
  readonly by: PersonName;
  readonly act: string;
  readonly to: string;
  /** What is entered; told the id of the hazard itself. */
  readonly input: (id: string) => Input;
}

const step = (by: PersonName, act: string, to: string, input: Input = {}): PathStep => ({
  by,
  act,
  to,
  input: () => input,
});

/** What is entered to open a hazard at Mei's enterprise. */
export const aHazard = (own: Input = {}): Input => ({
  title: "井下移动式变电站无接地",
  organisation: enterpriseId("copper"),
  source: "selfCheck",
  foundOn: firstDay,
  ...own,
});

export const countyBureau = organisationId("xianggelila-yingji");
export const wholePlan: Input = {
  planResponsible: "李四",
  planMeasures: "加装接地装置并检测",
  planFunds: 12_000.5,
  rectifyBy: "2026-04-10",
  planContingency: "停用变电站，设专人监护",
};
const accepted: Input = {
  acceptanceReport: "接地电阻合格",
  acceptancePersons: "张三、李四",
  noPhotoReason: "井下防爆区域不能拍摄",
};

/** The whole way of a major hazard: owned by the county's bureau, reviewed by Lin and Wang, closed by Luo. */
export const majorPath: readonly PathStep[] = [
  step("su", "proposeMajor", "majorProposed", { criteriaItem: "GM/3-2", judgementReason: "无接地保护" }),
  step("mei", "confirmMajor", "majorConfirmed"),
  step("mei", "report", "reported", {
    owningOrganisation: countyBureau,
    reportMethod: "system",
    staffReport: "noticeBoard",
    staffReportedOn: firstDay,
  }),
  step("su", "plan", "planned", wholePlan),
  step("mei", "start", "rectifying"),
  step("su", "selfAccept", "selfAccepted", accepted),
  step("lin", "review", "underReview", { reviewOpinion: "整改到位" }),
  step("wang", "countersign", "reviewed"),
  step("luo", "close", "closed", { closeOpinion: "同意销号" }),
];

/** The whole way of a general hazard, within the enterprise. */
export const generalPath: readonly PathStep[] = [
  step("su", "proposeGeneral", "generalProposed", { judgementReason: "标识缺失" }),
  step("mei", "confirmGeneral", "generalConfirmed"),
  step("su", "assign", "rectifying", {
    planResponsible: "王五",
    planMeasures: "补齐标识",
    rectifyBy: "2026-03-20",
  }),
  step("su", "selfAccept", "selfAccepted", accepted),
  step("mei", "verify", "reviewed", { reviewOpinion: "属实" }),
  step("mei", "close", "closed"),
];

const paths = { major: majorPath, general: generalPath };

// States beside the main way, and the one step that leads there from it.
const branches: Readonly<Record<string, PathStep & { readonly from: string }>> = {
  dismissed: { ...step("mei", "dismiss", "dismissed", { reason: "不构成隐患" }), from: "majorProposed" },
  extensionRequested: {
    ...step("su", "requestExtension", "extensionRequested", {
      extensionUntil: "2026-05-10",
      extensionControls: "停用设备，专人值守",
      reason: "备件未到",
    }),
    from: "rectifying",
  },
};

/** The acts that bring a hazard from found to a state; throws on a state to which no path here leads. */
export function stepsTo(state: string, path: keyof typeof paths): readonly PathStep[] {
  if (state === "found") return [];
  const branch = branches[state];
  if (branch) return [...stepsTo(branch.from, path), branch];
  const end = paths[path].findIndex(({ to }) => to === state);
  if (end < 0) throw new Error(`The ${path} path does not lead to ${state}`);
  return paths[path].slice(0, end + 1);
}

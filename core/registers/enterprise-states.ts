import { statesOf } from "../register/register.ts";
import { enterpriseFields } from "./enterprise-fields.ts";

/** How an enterprise stands: `domain.md` §2.2. What may be done next, and whether it must check itself, follows from it. */
export const enterpriseStates = statesOf(enterpriseFields)({
  operating: { words: { zh: "正常生产经营", en: "Operating" } },
  stopped: { words: { zh: "停产停业（自行）", en: "Stopped by itself" } },
  suspended: { words: { zh: "停产停业整顿", en: "Ordered to stop and put right" } },
  permitHeld: { words: { zh: "暂扣证照", en: "Permit held" } },
  worksHalted: { words: { zh: "停建", en: "Works halted" } },
  construction: { words: { zh: "基建或试生产", en: "Under construction or on trial" } },
  longStopped: { words: { zh: "长期停产", en: "Stopped for long" } },
  closed: { words: { zh: "关闭", en: "Closed" }, final: true },
  deregistered: { words: { zh: "注销", en: "Deregistered" }, final: true },
  // Parted again, it stands as it stood.
  merged: { words: { zh: "已合并", en: "Merged" }, final: true, aside: true },
});

export type EnterpriseState = keyof typeof enterpriseStates;

/** Whether there is still somebody who answers: neither closed nor deregistered nor another enterprise's duplicate. */
export const isStanding = (state: string): boolean => standing.some((name) => name === state);

/** Whether nothing is produced or built there, by its own will or by order: then there is nothing to check. */
export const isAtRest = (state: string): boolean => atRest.some((name) => name === state);

const atRest = [
  "stopped",
  "suspended",
  "permitHeld",
  "worksHalted",
  "longStopped",
] as const satisfies readonly EnterpriseState[];

/** States in which it has ceased to be, by itself or by order. */
export const ceased = ["closed", "deregistered"] as const satisfies readonly EnterpriseState[];

/** States that an enterprise may leave again by going on. */
export const standing = [
  "operating",
  "stopped",
  "suspended",
  "permitHeld",
  "worksHalted",
  "construction",
  "longStopped",
] as const satisfies readonly EnterpriseState[];

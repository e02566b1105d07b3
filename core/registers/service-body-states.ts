import { statesOf } from "../register/register.ts";
import { serviceBodyFields } from "./service-body-fields.ts";

/** How a service body stands: whether it may serve here now, may not for the time being, or serves here no more. */
export const serviceBodyStates = statesOf(serviceBodyFields)({
  serving: { words: { zh: "在册服务", en: "Serving" } },
  suspended: { words: { zh: "暂停服务", en: "Suspended" } },
  withdrawn: { words: { zh: "已退出", en: "Withdrawn" }, final: true },
});

export type ServiceBodyState = keyof typeof serviceBodyStates;

/** States in which there is still somebody to speak of. */
export const bodyStanding = ["serving", "suspended"] as const satisfies readonly ServiceBodyState[];

/** Whether it still serves here, or may again. */
export const isBodyStanding = (state: string): boolean => bodyStanding.some((name) => name === state);

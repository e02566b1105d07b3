import type { DueState } from "../../core/calendar/calendar.ts";
import type { Tone } from "../ui/marks.tsx";

/** The colour of a deadline. */
export const dueTones: Readonly<Record<DueState, Tone>> = {
  none: "plain",
  later: "plain",
  soon: "orange",
  today: "orange",
  overdue: "red",
  veryOverdue: "redSolid",
};

/** The colours of risk by the order in which a register names its levels, gravest first: 红橙黄蓝. */
const gravestFirst: readonly Tone[] = ["red", "blue"];

export function levelTone(options: Readonly<Record<string, unknown>>, level: string): Tone {
  return gravestFirst[Object.keys(options).indexOf(level)] ?? "plain";
}

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

const noticeTones: Readonly<Record<string, Tone>> = {
  ...dueTones,
  arrived: "state",
  ledgerBroken: "red",
  witnessRefused: "red",
};

/** The colour of a notice: that of the deadline which it tells of, or plain news. */
export const noticeTone = (kind: string): Tone => noticeTones[kind] ?? "plain";

/** Whether a notice tells of a deadline, so that its day is the due day. */
export const isDueKind = (kind: string): boolean => Object.hasOwn(dueTones, kind);

/** The colours of risk by the order in which a register names its levels, gravest first: 红橙黄蓝. */
const gravestFirst: readonly Tone[] = ["red", "blue"];

export function levelTone(options: Readonly<Record<string, unknown>>, level: string): Tone {
  return gravestFirst[Object.keys(options).indexOf(level)] ?? "plain";
}

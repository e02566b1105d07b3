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
  named: "state",
  ledgerBroken: "red",
  witnessRefused: "red",
};

/** The colour of a notice: that of the deadline which it tells of, or plain news. */
export const noticeTone = (kind: string): Tone => noticeTones[kind] ?? "plain";

/** Whether a notice tells of a deadline, so that its day is the due day. */
export const isDueKind = (kind: string): boolean => Object.hasOwn(dueTones, kind);

/** The colours of risk by how many levels a register has, gravest first: 红蓝, or 红橙黄蓝. */
const gravestFirst: Readonly<Record<number, readonly Tone[]>> = {
  2: ["red", "blue"],
  4: ["red", "orange", "yellow", "blue"],
};

export function levelTone(options: Readonly<Record<string, unknown>>, level: string): Tone {
  const levels = Object.keys(options);
  return gravestFirst[levels.length]?.[levels.indexOf(level)] ?? "plain";
}

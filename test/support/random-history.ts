import type { Random } from "../../bench/random.ts";
import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Act, Register } from "../../core/register/register.ts";

/** The step and the days of a history that may be true; most often what else was drawn does not fit them. */
export function randomHistory(register: Register, act: Act, today: Day, dice: Random): RawInput {
  const step = register.allFields.recordedState;
  const recordedState = dice.pick(step?.kind === "choice" ? Object.keys(step.options) : []);
  const [since, opened, began] = [1, 2, 3].map((times) => addDays(today, -dice.below(9) - 30 * times));
  const isFinal = register.states[recordedState]?.final === true;
  const passed = register.history?.meanwhile ?? [];
  const asked: readonly string[] = [...(act.needs ?? []), ...(act.takes ?? [])];
  const begins = register.history?.begins;
  return {
    recordedState,
    recordedFrom: `01890000-0000-7000-8000-000000000001/${1 + dice.below(9_999)}`,
    openedOn: opened,
    stateSince: since,
    closedOn: isFinal ? since : null,
    ...(begins === undefined ? {} : { [begins]: began }),
    ...Object.fromEntries(passed.map((name) => [name, dice.below(2) === 0 ? since : null])),
    ...(asked.includes("period") ? { period: dice.pick(["2025-Q4", "2025-12", "2026-01"]) } : {}),
    ...(asked.includes("level") && dice.below(2) === 0 ? { level: null } : {}),
    ...(asked.includes("method") && dice.below(2) === 0 ? { method: null } : {}),
  };
}

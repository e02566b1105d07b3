import { type Refusal, refusal } from "../refusals.ts";
import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import type { SelfCheckValues } from "./self-check-fields.ts";
import { windowNamed } from "./self-check-windows.ts";

type SelfCheck = Attempt<SelfCheckValues>;

/**
 * How the self-checks of windows before the register are taken up: as they ended. One that is owed now is called for by the calendar, and
 * confirmed by its principal with a password, which no table can prove.
 */
export const selfCheckHistory = {
  by: ["departmentHead", "committeeOffice"],
  states: ["confirmed", "madeUp", "excused"],
  needs: ["period"],
  meanwhile: ["checkedOn"],
  takes: ["basis", "supervisingOrganisation", "checkedOn", "areas", "participants", "noneFound", "remark"],
  facts: { counts: { sameWindow: ["organisation", "period"] } },
  checks: [windowIsFree, endedInItsTime],
} as const;

/** One self-check to an enterprise and a window. */
function windowIsFree({ facts }: SelfCheck): Refusal | undefined {
  return (facts.counts.sameWindow ?? 0) > 0
    ? refusal("history-window-taken", [{ field: "period", code: "taken" }])
    : undefined;
}

/** On time is within the window, late is after it, and nothing was missed before its end. */
function endedInItsTime({ input }: SelfCheck): Refusal | undefined {
  const closedOn = textValue(input, "closedOn");
  if (input.period === undefined || closedOn === undefined) return undefined;
  const { from, to } = windowNamed(input.period);
  const isOnTime = textValue(input, "recordedState") === "confirmed";
  const fits = isOnTime ? from <= closedOn && closedOn <= to : closedOn > to;
  return fits
    ? undefined
    : refusal("history-outside-its-window", [{ field: "closedOn", code: "not-an-option" }]);
}

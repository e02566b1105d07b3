import type { Random } from "../../bench/random.ts";
import { addDays, dayInShanghai, yearOf } from "../../core/calendar/day.ts";
import { periodOn } from "../../core/calendar/period.ts";
import type { RawInput } from "../../core/register/field.ts";
import { isIssued } from "../../core/registers/briefing-states.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { organisationId } from "../../server/store/campaign.ts";
import type { RandomWorld } from "./random-facts.ts";

/** Where somebody of the cast acknowledges what comes. */
const units = ["xianggelila-anweiban", "xianggelila-chanye-yuanqu", "zhou-yingji"].map(organisationId);

/** What an office enters of a briefing: mostly of a period that is over, to units that are named, numbered in the year of the day. */
export function randomBriefing(
  { kept, now }: RandomWorld,
  { organisation }: Actor,
  entered: RawInput,
  dice: Random,
): RawInput {
  const day = dayInShanghai(now);
  const issued = [...kept.values()].filter(
    ({ register, entry: { state, values } }) =>
      register.name === "briefing" && isIssued(state) && values.issuer === organisation,
  );
  const addressedTo = units.slice(dice.below(2), 2 + dice.below(2));
  const fitting: RawInput = {
    period: periodOn(addDays(day, dice.below(8) === 0 ? 0 : -100), dice.pick(["month", "quarter"])).name,
    issueYear: `${yearOf(day) - (dice.below(8) === 0 ? 1 : 0)}`,
    addressedTo,
    praisedUnits: addressedTo.slice(0, 1),
    ...(issued.length > 0 ? { corrects: dice.pick(issued).entry.id } : {}),
    criticisedUnits: dice.below(8) === 0 ? units : addressedTo.slice(1),
  };
  return Object.fromEntries(Object.entries(entered).map(([name, value]) => [name, fitting[name] ?? value]));
}

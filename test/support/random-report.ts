import type { Random } from "../../bench/random.ts";
import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { reportDuties, reportsOn } from "../../core/registers/report-duty.ts";
import { organisationId, parametersOn } from "../../server/store/campaign.ts";
import { campaign } from "./builders.ts";

const receiver = "zhou-anweiban";
/** Of units in which somebody of the cast stands. */
const duties = reportDuties(campaign.pack, receiver).filter(({ unit }) =>
  ["xianggelila-anweiban", "zhou-yingji", receiver].includes(unit.id),
);

/** A report as the calendar opens it, of a period, or a campaign, that has been over for less than half a year. */
export function randomReport(day: Day, dice: Random): RawInput | undefined {
  const { clocks } = parametersOn(campaign, day);
  // Most of them are of periods: an evaluation has fewer ways to go.
  const among = dice.below(4) === 0 ? duties : duties.filter(({ kind }) => kind.every !== "campaign");
  const owed = reportsOn(dice.pick(among), day, {
    since: addDays(day, -180),
    campaign: { from: campaign.pack.plan.from, to: addDays(day, -10) },
    calendar: campaign.calendar,
    clockOf: (name) => clocks[name],
    receiver: organisationId(receiver),
    idOf: organisationId,
  });
  return dice.pick(owed)?.input;
}

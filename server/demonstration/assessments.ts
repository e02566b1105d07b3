import { addDays, yearOf } from "../../core/calendar/day.ts";
import { assessment } from "../../core/registers/assessment.ts";
import { assessmentBasis } from "../store/assessments.ts";
import { organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { Assessments } from "./campaign-shapes.ts";
import type { Deed } from "./deed.ts";
import { scriptedDeeds } from "./tasks.ts";
import type { World } from "./world.ts";

/** Assessments of the years that are over, each in a state of its own; none of a year of which the campaign has no scheme. */
export function assessmentDeeds(world: World): readonly Deed[] {
  const { opens, assessments } = world.script.assessments;
  return assessments.flatMap((one) => assessmentOf(world, opens, one));
}

/** What falls on days off is told of the working day before them. */
const longestHolidayDays = 10;

function assessmentOf(
  world: World,
  by: string,
  { unit: named, yearsAgo, daysAgo, acts }: Assessments["assessments"][number],
): readonly Deed[] {
  const unit = organisationId(named.slice(1));
  // Early in a year what was begun before it can be of no year that was not over then.
  const begun = addDays(world.today, -daysAgo - longestHolidayDays);
  const year = Math.min(yearOf(world.today) - yearsAgo, yearOf(begun) - 1);
  if (assessmentBasis(world.campaign, unit, year) === undefined) return [];
  const input = { unit, year: `${year}` };
  const id = idOfName(`demonstration-assessment:${named}/${yearsAgo}`);
  const steps = [{ act: "open", by, after: 0, input }, ...acts];
  return scriptedDeeds(world, { register: assessment, id, daysAgo, steps });
}

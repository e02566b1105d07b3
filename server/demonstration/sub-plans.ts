import { addDays } from "../../core/calendar/day.ts";
import { subPlan } from "../../core/registers/sub-plan.ts";
import { subPlanOpenings } from "../../core/registers/sub-plan-duty.ts";
import { openingRules } from "../jobs/plan-openings.ts";
import { organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { Deed } from "./deed.ts";
import { deedOf } from "./documents.ts";
import { laterOf, type World, workingDayFrom } from "./world.ts";

const openedMinute = 507;

/** The sub-plans of the plan with what their units made of some, and those that the office listed beside it. */
export const subPlanDeeds = (world: World): readonly Deed[] => [...planDeeds(world), ...listedDeeds(world)];

const idOf = (key: string): string => idOfName(`demonstration-sub-plan:${key}`);

function planDeeds(world: World): readonly Deed[] {
  const { campaign, today, script, engine } = world;
  const since = workingDayFrom(
    campaign,
    laterOf(campaign.pack.plan.from, addDays(today, -script.tasks.toldDays)),
  );
  const rules = openingRules(campaign, today, since);
  if (rules === undefined) return [];
  const told = new Map(
    script.subPlans.subPlans.map((one) => [`${one.obligation}/${organisationId(one.unit)}`, one]),
  );
  return subPlanOpenings(campaign.pack, since, rules).flatMap(({ key, input }): readonly Deed[] => {
    const id = idOf(key);
    const opening: Deed = {
      register: subPlan,
      id,
      actor: engine,
      act: "openFromPlan",
      input,
      day: since,
      minute: openedMinute,
    };
    const { acts = [], next = [] } = told.get(key) ?? {};
    return [
      opening,
      ...acts.map((act, at) => deedOf(world, subPlan, id, act, at)),
      // The next edition has the first id that its revision draws.
      ...next.map((act, at) => deedOf(world, subPlan, idOfName(`${id}/0`), act, at)),
    ];
  });
}

const listedDeeds = (world: World): readonly Deed[] =>
  world.script.subPlans.listed.flatMap(({ key, daysAgo, input, acts }) => {
    const listed = { act: "listSubPlan", by: "anweiban", daysAgo, input };
    return [listed, ...acts].map((act, at) => deedOf(world, subPlan, idOf(key), act, at));
  });

import { evaluation } from "../../core/registers/evaluation.ts";
import { evaluationOpenings } from "../../core/registers/evaluation-duty.ts";
import { openingRules } from "../jobs/plan-openings.ts";
import { idOfName } from "../store/ids.ts";
import type { Deed } from "./deed.ts";
import { askedSince, deedOf, openedMinute } from "./documents.ts";
import type { World } from "./world.ts";

/** The items of the pack's checklists with what became of some, and those that the office listed beside them. */
export const evaluationDeeds = (world: World): readonly Deed[] => [...ofPlan(world), ...listed(world)];

const idOf = (key: string): string => idOfName(`demonstration-evaluation:${key}`);

function ofPlan(world: World): readonly Deed[] {
  const { campaign, today, script, engine } = world;
  const since = askedSince(world);
  const rules = openingRules(campaign, today, since);
  if (rules === undefined) return [];
  const told = new Map(
    script.evaluations.ofPlan.map(({ kind, number, acts }) => [`${kind}/${number}`, acts]),
  );
  return evaluationOpenings(campaign.pack, since, rules).flatMap(({ key, input }): readonly Deed[] => {
    const id = idOf(key);
    const opening: Deed = {
      register: evaluation,
      id,
      actor: engine,
      act: "openFromPlan",
      input,
      day: since,
      minute: openedMinute,
    };
    const acts = told.get(`${input.kind}/${input.itemNumber}`) ?? [];
    return [opening, ...acts.map((act, at) => deedOf(world, evaluation, id, act, at))];
  });
}

function listed(world: World): readonly Deed[] {
  const { listedBy: by, listed: items } = world.script.evaluations;
  return items.flatMap(({ key, daysAgo, input, acts }) =>
    [{ act: "listItem", by, daysAgo, input }, ...acts].map((act, at) =>
      deedOf(world, evaluation, idOf(key), act, at),
    ),
  );
}

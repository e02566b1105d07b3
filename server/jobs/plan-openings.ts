import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import type { Pack } from "../../core/pack/pack.ts";
import type { Register } from "../../core/register/register.ts";
import { document } from "../../core/registers/document.ts";
import { documentOpenings } from "../../core/registers/document-duty.ts";
import { evaluation } from "../../core/registers/evaluation.ts";
import { evaluationOpenings } from "../../core/registers/evaluation-duty.ts";
import { subPlan } from "../../core/registers/sub-plan.ts";
import { subPlanOpenings } from "../../core/registers/sub-plan-duty.ts";
import { task } from "../../core/registers/task.ts";
import {
  type Opening,
  type OpeningRules,
  openingsOn,
  planDuties,
  tasksSince,
} from "../../core/registers/task-duty.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { type Campaign, organisationId, parametersOn, topOffices } from "../store/campaign.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { firstDayOf, holdPlan, takenKeys } from "../store/plan-openings.ts";
import { engineOf } from "./engine.ts";
import { openMany } from "./open-many.ts";

const batchEntries = 200;

/** A register of which the plan asks for entries: by which field each is known as its own, and which it asks for by a day. */
interface AskedByPlan {
  readonly register: Register;
  readonly key: string;
  readonly openings: (pack: Pack, day: Day, rules: OpeningRules) => readonly Opening[];
}

export const tasksOfPlan: AskedByPlan = {
  register: task,
  key: "taskKey",
  openings: (pack, day, rules) => planDuties(pack).flatMap((duty) => openingsOn(duty, day, rules)),
};

export const documentsOfPlan: AskedByPlan = {
  register: document,
  key: "documentKey",
  openings: documentOpenings,
};

const evaluationsOfPlan: AskedByPlan = {
  register: evaluation,
  key: "itemPlace",
  openings: evaluationOpenings,
};

export const subPlansOfPlan: AskedByPlan = {
  register: subPlan,
  key: "planKey",
  openings: subPlanOpenings,
};

export const openTasks = (services: Services): Promise<number> => openAsked(services, tasksOfPlan);
export const openDocuments = (services: Services): Promise<number> => openAsked(services, documentsOfPlan);
export const openEvaluations = (services: Services): Promise<number> =>
  openAsked(services, evaluationsOfPlan);
export const openSubPlans = (services: Services): Promise<number> => openAsked(services, subPlansOfPlan);

/**
 * Opens what the plan asks for by today, each once, by recorded acts of the engine's own: any number of servers may do it at once,
 * any number of times, also after days without a run. Returns how many were opened.
 */
async function openAsked(services: Services, asked: AskedByPlan): Promise<number> {
  const { campaign, pool, clock } = services;
  const engine = await engineOf(services);
  const day = dayInShanghai(clock());
  const since = await inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return tasksSince(await firstDayOf(tx, engine.id));
  });
  if (day < since) return 0;
  const rules = openingRules(campaign, day, since);
  if (rules === undefined) return 0;
  const wanted = asked.openings(campaign.pack, day, rules);
  let opened = 0;
  for (let from = 0; from < wanted.length; from += batchEntries) {
    const batch = wanted.slice(from, from + batchEntries);
    opened += await inTransaction(pool, undefined, (tx) => openMissing(tx, services, engine, asked, batch));
  }
  return opened;
}

/** By what the plan's own entries are opened; undefined for a pack that has no office or no term for what lay before. */
export function openingRules(campaign: Campaign, day: Day, since: Day): OpeningRules | undefined {
  const [office] = topOffices(campaign);
  const pastDate = parametersOn(campaign, day).clocks["task.pastDate.within"];
  if (office === undefined || pastDate === undefined) return undefined;
  return { since, calendar: campaign.calendar, pastDate, office, idOf: organisationId };
}

async function openMissing(
  tx: Transaction,
  services: Services,
  actor: Actor,
  { register, key }: AskedByPlan,
  batch: readonly Opening[],
): Promise<number> {
  await becomeCommitter(tx);
  await holdPlan(tx);
  const taken = await takenKeys(
    tx,
    register,
    key,
    batch.map((opening) => opening.key),
  );
  const missing = batch.filter((opening) => !taken.has(opening.key));
  const inputs = missing.map(({ input }) => input);
  return openMany(tx, services, actor, { register, act: "openFromPlan" }, inputs);
}

import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { decide, type Outcome } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import { report } from "../../core/registers/report.ts";
import {
  type ReportOpening,
  type ReportRules,
  reportDuties,
  reportsOn,
} from "../../core/registers/report-duty.ts";
import { tasksSince } from "../../core/registers/task-duty.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { type Campaign, organisationId, parametersOn, topOffices } from "../store/campaign.ts";
import { commit } from "../store/commit.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { readReportsOver } from "../store/entries.ts";
import { loadFactsOfMany } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import { firstDayOf } from "../store/plan-openings.ts";
import { holdReports, takenReportKeys } from "../store/reports.ts";
import { engineOf } from "./engine.ts";
import { endThoseThatAreOver } from "./over.ts";

const batchReports = 100;

/**
 * Opens the reports of periods that are over, each once, filled with what the system counts: any number of servers may do it at once,
 * any number of times, also after days without a run. As the tasks of the plan, from the month after the installation was founded:
 * before it nobody could have kept here what is counted. Returns how many were opened.
 */
export async function openReports(services: Services): Promise<number> {
  const { campaign, pool, clock } = services;
  const engine = await engineOf(services);
  const day = dayInShanghai(clock());
  const since = await inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return tasksSince(await firstDayOf(tx, engine.id));
  });
  const wanted = reportsWanted(campaign, day, since);
  let opened = 0;
  for (let from = 0; from < wanted.length; from += batchReports) {
    const batch = wanted.slice(from, from + batchReports);
    opened += await inTransaction(pool, undefined, (tx) => openMissing(tx, services, engine, batch));
  }
  return opened;
}

/** Locks the accepted reports whose next period is over too. Returns how many were locked. */
export const lockReports = (services: Services): Promise<number> =>
  endThoseThatAreOver(services, { register: report, act: "lockWhenOver", read: readReportsOver });

/** All reports that are owed of periods that ended by a day; none in a pack without an office that receives them. */
export function reportsWanted(campaign: Campaign, day: Day, since: Day): readonly ReportOpening[] {
  const [receiver] = topOffices(campaign);
  if (receiver === undefined) return [];
  const { clocks } = parametersOn(campaign, day);
  const rules: ReportRules = {
    since,
    campaign: campaign.pack.plan,
    calendar: campaign.calendar,
    clockOf: (name) => clocks[name],
    receiver,
    idOf: organisationId,
  };
  const duties = reportDuties(campaign.pack, campaign.organisations.get(receiver)?.id ?? "");
  return duties.flatMap((duty) => reportsOn(duty, day, rules));
}

async function openMissing(
  tx: Transaction,
  services: Services,
  actor: Actor,
  batch: readonly ReportOpening[],
): Promise<number> {
  await becomeCommitter(tx);
  await holdReports(tx);
  const taken = await takenReportKeys(
    tx,
    batch.map(({ key }) => key),
  );
  const missing = batch.filter(({ key }) => !taken.has(key));
  if (missing.length === 0) return 0;
  const now = services.clock();
  const declared = report.acts.open;
  const requests = missing.map(({ input }) => ({
    register: report,
    acts: declared ? [declared] : [],
    entry: blankEntry(report.name, newId(now.getTime())),
    input,
    actor,
    scope: { sees: "everything" as const },
    day: dayInShanghai(now),
  }));
  const loaded = await loadFactsOfMany(tx, services.campaign, requests);
  const outcomes = requests.map(({ entry, input }, at): Outcome => {
    const facts = loaded[at]?.facts;
    if (facts === undefined) throw new Error("A report without facts");
    const request = { register: report, entry, facts, act: "open", input, actor };
    const decision = decide({ ...request, now: now.toISOString() });
    if ("refusal" in decision) throw new Error(`The engine may not open a report: ${decision.refusal.code}`);
    return decision;
  });
  await commit(tx, outcomes, new Map(), services);
  return outcomes.length;
}

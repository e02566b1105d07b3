import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
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
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { readReportsOver } from "../store/entries.ts";
import { firstDayOf, holdReports, takenKeys } from "../store/plan-openings.ts";
import { engineOf } from "./engine.ts";
import { openMany } from "./open-many.ts";
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
  const taken = await takenKeys(
    tx,
    report,
    "reportKey",
    batch.map(({ key }) => key),
  );
  const inputs = batch.filter(({ key }) => !taken.has(key)).map(({ input }) => input);
  return openMany(tx, services, actor, { register: report, act: "open" }, inputs);
}

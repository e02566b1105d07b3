import type { Services } from "../services.ts";
import type { DatabaseOptions } from "../store/database.ts";
import { cleanErasedTables, removeErasedFiles } from "../store/erasure.ts";
import { openAssessments } from "./assessments.ts";
import { tendAudit } from "./audit.ts";
import { tendExports } from "./exports.ts";
import { dropOldImports } from "./imports.ts";
import { endTokensThatAreOver } from "./partner-tokens.ts";
import { openDocuments, openEvaluations, openSubPlans, openTasks } from "./plan-openings.ts";
import { endPostsThatAreOver } from "./posts.ts";
import { recalculateDeadlines } from "./recalculate.ts";
import { remind } from "./reminders.ts";
import { lockReports, openReports } from "./reports.ts";
import { runJob } from "./run-job.ts";
import { tellSearches } from "./searches.ts";
import { tendSelfChecks } from "./self-checks.ts";

const hourMs = 3_600_000;

/**
 * Work that the calendar brings: once at start and every hour after it. Each part may run anywhere, any number of times. `first` is
 * there once that of the start is done.
 */
export function startHourly(
  services: Services,
  connection: DatabaseOptions["connection"],
  onError: (error: unknown) => void,
): { readonly first: Promise<void>; stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const round = async () => {
    await runJob(services, "recalculate-deadlines", recalculateDeadlines, onError);
    await runJob(services, "end-posts", endPostsThatAreOver, onError);
    await runJob(services, "end-partner-tokens", endTokensThatAreOver, onError);
    // Before the reminders: what is opened or listed today is reminded of today.
    await runJob(services, "tend-self-checks", tendSelfChecks, onError);
    await runJob(services, "open-tasks", openTasks, onError);
    await runJob(services, "open-reports", openReports, onError);
    await runJob(services, "lock-reports", lockReports, onError);
    await runJob(services, "open-assessments", openAssessments, onError);
    await runJob(services, "open-documents", openDocuments, onError);
    await runJob(services, "open-evaluations", openEvaluations, onError);
    await runJob(services, "open-sub-plans", openSubPlans, onError);
    await runJob(services, "remind", remind, onError);
    await runJob(services, "tell-searches", tellSearches, onError);
    await runJob(services, "tend-audit", tendAudit, onError);
    await runJob(services, "tend-exports", tendExports, onError);
    await runJob(
      services,
      "remove-erased-files",
      ({ pool, files }) => removeErasedFiles(pool, files),
      onError,
    );
    await runJob(services, "drop-old-imports", dropOldImports, onError);
    await runJob(services, "clean-erased-tables", ({ pool }) => cleanErasedTables(pool, connection), onError);
  };
  const again = () => {
    running = running.then(round);
  };
  again();
  const first = running.then(() => undefined);
  const timer = setInterval(again, hourMs);
  return {
    first,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

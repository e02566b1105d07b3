import { report } from "../../core/registers/report.ts";
import type { Queryable, Transaction } from "./database.ts";
import { tableOf } from "./tables.ts";

/** Which of these keys a report has already; for the engine alone, which sees everything. */
export async function takenReportKeys(tx: Queryable, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ report_key: string }>({
    text: `select report_key from ${tableOf(report)} where report_key = any($1::text[])`,
    values: [keys],
  });
  return new Set(rows.map(({ report_key: key }) => key));
}

/** One server at a time looks which reports are owed, so that none is opened twice. Held until the transaction ends. */
export async function holdReports(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('periodic-reports', 0))");
}

import type { Day } from "../../core/calendar/day.ts";
import { textValue } from "../../core/register/entry.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { selfCheck } from "../../core/registers/self-check.ts";
import type { Queryable, Transaction } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

/** An enterprise with those of its self-checks that a day may bring something to. */
export interface EnterpriseChecks {
  readonly enterprise: StoredEntry;
  readonly checks: readonly StoredEntry[];
}

/**
 * Enterprises in the order of their ids, each with its self-checks that are open, or of which the window ended no longer than
 * one window ago, those of their own will left aside; for the engine alone, which sees everything.
 */
export async function readEnterpriseChecks(
  tx: Queryable,
  since: Day,
  after: string | undefined,
  limit: number,
): Promise<readonly EnterpriseChecks[]> {
  const enterprises = await tx.query<Row>({
    text: `select * from ${tableOf(enterprise)} where id > $1 order by id limit $2`,
    values: [after ?? "00000000-0000-0000-0000-000000000000", limit],
  });
  const checks = await tx.query<Row>({
    text: `select * from ${tableOf(selfCheck)}
      where organisation = any($1::uuid[]) and window_to is not null and (closed_on is null or window_to >= $2) order by window_to, id`,
    values: [enterprises.rows.map(({ id }) => id), since],
  });
  const known = Map.groupBy(
    checks.rows.map((row) => entryOf(selfCheck, row)),
    ({ values }) => textValue(values, "organisation"),
  );
  return enterprises.rows.map((row) => {
    const entry = entryOf(enterprise, row);
    return { enterprise: entry, checks: known.get(entry.id) ?? [] };
  });
}

/** One server at a time looks what the calendar brings, so that no window is opened twice. Held until the transaction ends. */
export async function holdWindows(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('self-check-windows', 0))");
}

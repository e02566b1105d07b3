import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import type { Register } from "../../core/register/register.ts";
import type { Queryable, Transaction } from "./database.ts";
import { snake, tableOf } from "./tables.ts";

/** Which of these keys an entry of the register has already in that field; for the engine alone, which sees everything. */
export async function takenKeys(
  tx: Queryable,
  register: Register,
  field: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const column = snake(field);
  const { rows } = await tx.query<{ key: string }>({
    text: `select ${column} as key from ${tableOf(register)} where ${column} = any($1::text[])`,
    values: [keys],
  });
  return new Set(rows.map(({ key }) => key));
}

/** One server at a time looks what of the plan is begun, so that nothing is opened twice. Held until the transaction ends. */
export async function holdPlan(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('tasks-of-the-plan', 0))");
}

/** One server at a time looks which reports are owed, so that none is opened twice. Held until the transaction ends. */
export async function holdReports(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('periodic-reports', 0))");
}

/** The day of an installation's first line: it was not in use before. It outlives a move and a restore, as the ledger does. */
export async function firstDayOf(tx: Queryable, installation: string): Promise<Day> {
  const { rows } = await tx.query<{ at: Date }>({
    text: "select at from ledger where entry = $1 and version = 1",
    values: [installation],
  });
  const [row] = rows;
  if (row === undefined) throw new Error("The installation has no first line");
  return dayInShanghai(row.at);
}

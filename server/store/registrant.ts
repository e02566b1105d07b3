import type { Day } from "../../core/calendar/day.ts";
import type { RegistrantFact } from "../../core/register/others.ts";
import type { FactsWanted } from "../../core/register/register.ts";
import { account } from "../../core/registers/account.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { countsFrom, post } from "../../core/registers/post.ts";
import { becomeCommitter, becomeReader, type Transaction } from "./database.ts";
import type { FactsRequest } from "./facts-request.ts";
import { entryOf, type Row } from "./row.ts";
import { columnOf, tableOf } from "./tables.ts";

/** So many people of one enterprise come in by an application; more of them the administrators let in. */
const namesTried = 20;

/**
 * What stands of the enterprise that an application names, on the sight of the engine. Its code and the user names that it may get are
 * locked as those who register enterprises and open accounts lock them, so that nobody else takes one meanwhile.
 */
export async function registrantFact(
  tx: Transaction,
  { entry, input, day }: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<RegistrantFact | undefined> {
  const field = wanted.find(({ registrant }) => registrant !== undefined)?.registrant;
  if (field === undefined) return undefined;
  const code = input[field] ?? entry.values[field];
  if (typeof code !== "string") return undefined;
  const names = Array.from({ length: namesTried }, (_, at) =>
    at === 0 ? code.toLowerCase() : `${code.toLowerCase()}-${at + 1}`,
  );
  await lock(tx, [
    ["enterprise", ["creditCode"], [code]],
    ...names.map((name) => ["account", ["username"], [name]]),
  ]);
  await becomeCommitter(tx);
  const { rows } = await tx.query<Row>({
    name: "registrant-enterprise",
    text: `select e.* from ${tableOf(enterprise)} e where e.${columnOf(enterprise, "creditCode").column} = $1`,
    values: [code],
  });
  const found = rows[0] && entryOf(enterprise, rows[0]);
  const principals = found === undefined ? 0 : await principalsOf(tx, found.id, day);
  const taken = await tx.query<{ username: string }>({
    name: "registrant-names",
    text: `select username from ${tableOf(account)} where username = any($1::text[])`,
    values: [names],
  });
  await becomeReader(tx);
  const isTaken = new Set(taken.rows.map(({ username }) => username));
  return { enterprise: found, principals, username: names.find((name) => !isTaken.has(name)) };
}

async function lock(tx: Transaction, keys: readonly (readonly unknown[])[]): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) as k", [
    keys.map((key) => JSON.stringify(key)).sort(),
  ]);
}

/** Whoever awaits the post counts as well: it was granted to somebody whom the enterprise named. */
async function principalsOf(tx: Transaction, organisation: string, day: Day): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    name: "registrant-principals",
    text: `select count(*) as count from (
        select person from post where organisation = $1 and role = 'principal' and (to_day is null or to_day >= $2)
        union
        select e.${columnOf(post, "account").column} from ${tableOf(post)} e
          where e.${columnOf(post, "unit").column} = $1 and e.${columnOf(post, "role").column} = 'principal' and e.state = 'awaiting'
      ) o join person p on p.id = o.person where not p.disabled`,
    values: [organisation, day],
  });
  return rows[0]?.count ?? 0;
}

/**
 * Whether the post by which somebody acts counted before an act was done to an entry. A post without lines was there when the
 * installation began.
 */
export async function heldBeforeFact(
  tx: Transaction,
  { entry, actor }: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<boolean | undefined> {
  const act = wanted.find(({ heldBefore }) => heldBefore !== undefined)?.heldBefore;
  if (act === undefined) return undefined;
  await becomeCommitter(tx);
  const { rows } = await tx.query<{ before: boolean }>({
    name: "held-before",
    text: `select exists (select 1 from post o where o.person = $1 and o.organisation = $2 and o.role = $3
        and coalesce((select max(l.at) from ledger l where l.entry = o.id and l.act = any($4::text[])), '-infinity')
          <= (select max(l.at) from ledger l where l.entry = $5 and l.act = $6)) as before`,
    values: [actor.id, actor.organisation, actor.role, countsFrom, entry.id, act],
  });
  await becomeReader(tx);
  return rows[0]?.before === true;
}

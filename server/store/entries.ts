import type { Day } from "../../core/calendar/day.ts";
import type { Register } from "../../core/register/register.ts";
import { partnerToken } from "../../core/registers/partner-token.ts";
import { post } from "../../core/registers/post.ts";
import { report } from "../../core/registers/report.ts";
import { type Scope, seesRestricted } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { newParameters, partyCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";

/** One entry within a scope; undefined where there is none, or where it is not this scope's to see. */
export async function readEntry(
  tx: Queryable,
  scope: Scope,
  register: Register,
  id: string,
): Promise<StoredEntry | undefined> {
  const parameters = newParameters();
  const place = parameters.add(id);
  const seen = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    name: `entry-${register.name}-${scopeShape(scope, register)}`,
    text: `select e.* from ${tableOf(register)} e where e.id = ${place} and ${seen}`,
    values: parameters.values,
  });
  const [row] = rows;
  return row && entryOf(register, row);
}

/** Several entries within a scope, by id; those that are absent or not to be seen are left out. */
export async function readEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  if (ids.length === 0) return new Map();
  const parameters = newParameters();
  const place = parameters.add(ids);
  const seen = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    text: `select e.* from ${tableOf(register)} e where e.id = any(${place}::uuid[]) and ${seen}`,
    values: parameters.values,
  });
  return new Map(rows.map((row) => [String(row.id), entryOf(register, row)]));
}

/** The part of a scope that shapes a statement: two scopes of one shape share a prepared statement. */
function scopeShape(scope: Scope, { keeping }: Register): string {
  if (keeping && scope.sees !== "everything") return `kept-${scope.role}`;
  if (scope.sees !== "region") return scope.sees;
  const watching = seesRestricted(scope) ? "w" : "";
  return `region${scope.region.length}${scope.sectors === "all" ? "" : "s"}${watching}`;
}

/** Posts in some states whose last day lies before a day, in the order of their ids; for the engine alone. */
export const readPostsOver = readOver(post, "held_until");

/** Partners' tokens in some states whose last day lies before a day, in the order of their ids; for the engine alone. */
export const readTokensOver = readOver(partnerToken, "valid_until");

/** Reports in some states that may be reopened no more on a day, in the order of their ids; for the engine alone. */
export const readReportsOver = readOver(report, "open_until");

function readOver(register: Register, lastDay: "held_until" | "valid_until" | "open_until") {
  return async (
    tx: Queryable,
    states: readonly string[],
    day: Day,
    after: string | undefined,
    limit: number,
  ): Promise<readonly StoredEntry[]> => {
    const { rows } = await tx.query<Row>({
      text: `select * from ${tableOf(register)} where state = any($1) and ${lastDay} < $2 and id > $3 order by id limit $4`,
      values: [states, day, after ?? "00000000-0000-0000-0000-000000000000", limit],
    });
    return rows.map((row) => entryOf(register, row));
  };
}

/** Open entries whose deadline is provisional, in the order of their ids; for the engine alone, which sees everything. */
export async function readProvisional(
  tx: Queryable,
  register: Register,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await tx.query<Row>({
    text: `select * from ${tableOf(register)}
      where closed_on is null and data ->> 'dueProvisional' = 'true' and id > $1
      order by id limit $2`,
    values: [after ?? "00000000-0000-0000-0000-000000000000", limit],
  });
  return rows.map((row) => entryOf(register, row));
}

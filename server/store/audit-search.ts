import { addDays, type Day } from "../../core/calendar/day.ts";
import type { AuditEventName } from "../../core/ledger/audit.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import { type LineBody, readLine } from "../../core/ledger/line.ts";
import type { Queryable } from "./database.ts";

/** What of the audit log is looked for; every condition narrows it further. */
export interface AuditSearch {
  /** By user name: what was done in this account's sessions, and the failures to sign in to it. */
  readonly account?: string | undefined;
  readonly event?: AuditEventName | undefined;
  /** Days of Asia/Shanghai, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** The address from which it was asked for. */
  readonly address?: string | undefined;
  /** The number of the entry that it was about. */
  readonly number?: string | undefined;
}

/** Where a line stands in the order in which lines are found: by time, the newest first. */
export interface AuditPlace {
  readonly at: string;
  readonly entry: string;
  readonly version: number;
}

/** A line with its sealed facts among the others, and who did it, or whose account a failure was of; undefined where that is nobody. */
export interface FoundLine {
  readonly body: LineBody;
  readonly hash: string;
  readonly facts: Readonly<Record<string, Json>>;
  readonly person: { readonly name: string; readonly username: string } | undefined;
}

interface FoundRow {
  readonly text: string;
  readonly hash: string;
  readonly sealed: Readonly<Record<string, Json>> | null;
  readonly name: string | null;
  readonly username: string | null;
}

const columns = `select a.text, a.hash, p.name, p.username,
    (select jsonb_object_agg(v.field, v.value) from value v where v.entry = a.entry and v.version = a.version) as sealed
  from audit a left join person p on p.id =
    case a.act when 'signInFailed' then (a.text::jsonb -> 'changes' ->> 'account')::uuid else a.actor end`;

const foundLine = ({ text, hash, sealed, name, username }: FoundRow): FoundLine => {
  const { body } = readLine(text);
  const person = name === null || username === null ? undefined : { name, username };
  return { body, hash, facts: { ...body.changes, ...sealed }, person };
};

/** The lines that a search finds after a place, the newest first. The transaction must be an auditor's. */
export async function findAuditLines(
  tx: Queryable,
  search: AuditSearch,
  after: AuditPlace | undefined,
  limit: number,
): Promise<readonly FoundLine[]> {
  const { conditions, values } = conditionsOf(search);
  if (after !== undefined) {
    values.push(after.at, after.entry, after.version);
    const [at, entry, version] = [values.length - 2, values.length - 1, values.length];
    conditions.push(
      `(a.at, a.entry, a.version) < ($${at}::timestamptz, $${entry}::uuid, $${version}::integer)`,
    );
  }
  values.push(limit);
  const { rows } = await tx.query<FoundRow>({
    text: `${columns} ${where(conditions)} order by a.at desc, a.entry desc, a.version desc limit $${values.length}`,
    values,
  });
  return rows.map(foundLine);
}

/** How many lines a search finds. */
export async function countAuditLines(tx: Queryable, search: AuditSearch): Promise<number> {
  const { conditions, values } = conditionsOf(search);
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*) from audit a ${where(conditions)}`,
    values,
  });
  return rows[0]?.count ?? 0;
}

/** One line of the log; undefined where there is none, or none any more. */
export async function readAuditLine(
  tx: Queryable,
  entry: string,
  version: number,
): Promise<FoundLine | undefined> {
  const { rows } = await tx.query<FoundRow>({
    text: `${columns} where a.entry = $1 and a.version = $2`,
    values: [entry, version],
  });
  return rows[0] && foundLine(rows[0]);
}

export const placeOf = ({ body }: FoundLine): AuditPlace => ({
  at: body.at,
  entry: body.entry,
  version: body.version,
});

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;

/** The conditions of a search over `audit a`, with the values that they name. */
function conditionsOf({ account, event, from, to, address, number }: AuditSearch) {
  const values: (string | number)[] = [];
  const conditions: string[] = [];
  const add = (value: string | undefined, condition: (at: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(event, (at) => `a.act = ${at}`);
  // By the instants at which days begin, which an index serves and by which whole months are passed over.
  add(from, (at) => `a.at >= ${at}::date::timestamp at time zone 'Asia/Shanghai'`);
  add(to && addDays(to, 1), (at) => `a.at < ${at}::date::timestamp at time zone 'Asia/Shanghai'`);
  add(number, (at) => `a.text::jsonb -> 'changes' ->> 'number' = ${at}`);
  add(address, (at) => `(a.entry, a.version) in (select entry, version from audit_lines_from(${at}))`);
  add(account, trailsOfAccount);
  return { conditions, values };
}

/** The trails of an account: its sessions, which the product may have ended, and the failures to sign in to it. */
const trailsOfAccount = (username: string): string => `a.entry in (
    select t.entry from audit t where t.actor = (select id from person where username = ${username})
    union all
    select t.entry from audit t where t.act = 'signInFailed'
      and t.text::jsonb -> 'changes' ->> 'account' = (select id::text from person where username = ${username}))`;

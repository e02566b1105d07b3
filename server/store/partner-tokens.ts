import type { Day } from "../../core/calendar/day.ts";
import { type Happened, newTrail, type Trail } from "../../core/ledger/audit.ts";
import type { TokenUse } from "../../core/registers/partner-quota.ts";
import { partnerToken } from "../../core/registers/partner-token.ts";
import type { TokenLimits } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import { hashToken, type PostRow, postOf, type SignedIn } from "./people.ts";
import { tableOf } from "./tables.ts";

/**
 * The functions by which a request finds the token that its secret belongs to, before anybody is known who could see one, and by which
 * readers learn its name. The first answers for one hash alone: who runs it without a secret learns nothing.
 */
export const createTokenOfSecret = `create function token_of_secret(hash text) returns table (id uuid, number text, name text, state text,
    role text, organisation uuid, level text, region text, sectors text[], may_read text[], may_do text[], masked text[],
    valid_until date, per_minute integer, per_day integer)
  language sql stable security definer set search_path = public, pg_temp as $$
select e.id, e.number, coalesce(e.title, e.number), e.state, e.role, e.unit, e.data ->> 'unitLevel', coalesce(e.covers, ''),
  case when e.covers is not null and coalesce(e.data ->> 'everySector', 'false') = 'false'
    then array(select jsonb_array_elements_text(coalesce(e.data -> 'sectors', '[]'))) end,
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayRead', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'mayDo', '[]'))),
  array(select jsonb_array_elements_text(coalesce(e.data -> 'masked', '[]'))),
  e.valid_until, (e.data ->> 'perMinute')::integer, (e.data ->> 'perDay')::integer
from ${tableOf(partnerToken)} e where e.secret_hash = hash
$$;
revoke all on function token_of_secret(text) from public;
grant execute on function token_of_secret(text) to zhiben_request;

-- Who acted, for whoever reads what was done: by a token as by a person.
create function token_names(ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
select e.id, coalesce(e.title, e.number) from ${tableOf(partnerToken)} e where e.id = any (ids)
$$;
revoke all on function token_names(uuid[]) from public;
grant execute on function token_names(uuid[]) to zhiben_request, zhiben_commit;
`;

/** A token as its secret finds it, whatever its state. */
export interface FoundToken {
  readonly signedIn: SignedIn;
  readonly number: string;
  readonly state: string;
  /** The last day on which it lets anybody in. */
  readonly validUntil: Day;
  readonly perMinute: number;
  readonly perDay: number;
}

interface TokenRow extends PostRow {
  readonly number: string;
  readonly name: string;
  readonly state: string;
  readonly may_read: readonly string[];
  readonly may_do: readonly string[];
  readonly masked: readonly string[];
  readonly valid_until: Day;
  readonly per_minute: number;
  readonly per_day: number;
}

/** The token of a secret; undefined where there is none. It acts as its role and in its own name. */
export async function tokenOfSecret(db: Queryable, secret: string): Promise<FoundToken | undefined> {
  const { rows } = await db.query<TokenRow>({
    name: "token-of-secret",
    text: "select * from token_of_secret($1)",
    values: [hashToken(secret)],
  });
  const [row] = rows;
  const post = row && postOf(row);
  if (row === undefined || post === undefined) return undefined;
  const token: TokenLimits = { mayRead: row.may_read, mayDo: row.may_do, masked: row.masked };
  return {
    signedIn: { post, actor: { ...post, id: row.id, name: row.name, token }, next: undefined },
    number: row.number,
    state: row.state,
    validUntil: row.valid_until,
    perMinute: row.per_minute,
    perDay: row.per_day,
  };
}

/** Counts one use. One beyond the minute's quota does not count towards the day's. */
export async function countUse(
  db: Queryable,
  { id, perMinute }: { readonly id: string; readonly perMinute: number },
  now: Date,
  day: Day,
): Promise<TokenUse> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const { entry, version, head } = newTrail(newId(now.getTime()));
  const { rows } = await db.query<TokenUse>({
    name: "count-use-of-token",
    text: `insert into partner_use as u (token, day, of_day, minute, of_minute, audit_entry, audit_version, audit_head)
      values ($1, $2, 1, $3, 1, $4, $5, $6)
      on conflict (token) do update set day = excluded.day, minute = excluded.minute,
        of_minute = case when u.minute = excluded.minute then u.of_minute + 1 else 1 end,
        of_day = (case when u.day = excluded.day then u.of_day else 0 end)
          + (case when u.minute = excluded.minute and u.of_minute >= $7 then 0 else 1 end)
      returning of_day as "ofDay", of_minute as "ofMinute"`,
    values: [id, day, minute, entry, version, head, perMinute],
  });
  const [use] = rows;
  if (use === undefined) throw new Error("A use that nobody counted");
  return use;
}

/** Where the chain of a token's calls goes on, held until the transaction ends: two calls cannot write the same line of it. */
export async function holdTrailOfToken(db: Queryable, token: string): Promise<Trail> {
  const { rows } = await db.query<Trail>(
    `select audit_entry as entry, audit_version as version, audit_head as head from partner_use where token = $1 for update`,
    [token],
  );
  const [trail] = rows;
  if (trail === undefined) throw new Error("A call that nobody counted");
  return trail;
}

/** Moves on where a held chain goes on. */
export async function moveTrailOfToken(
  db: Queryable,
  token: string,
  { version, head }: Trail,
): Promise<void> {
  await db.query("update partner_use set audit_version = $2, audit_head = $3 where token = $1", [
    token,
    version,
    head,
  ]);
}

/** The facts of a call as the audit log tells them. */
export type CallFacts = Extract<Happened, { event: "partnerCalled" }>["facts"];

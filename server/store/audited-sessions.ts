import type { Day } from "../../core/calendar/day.ts";
import type { AuditActor, Trail } from "../../core/ledger/audit.ts";
import type { SessionEnd } from "../../core/ledger/session-ends.ts";
import type { Queryable } from "./database.ts";
import { hashToken } from "./people.ts";

/** A session as the audit log goes on with it: whose it is, in which post, and where its chain stands. */
export interface AuditedSession {
  readonly trail: Trail;
  readonly actor: AuditActor;
}

interface AuditedRow {
  readonly audit_entry: string;
  readonly audit_version: number;
  readonly audit_head: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

const auditedColumns = "s.audit_entry, s.audit_version, s.audit_head, s.person, o.role, o.organisation";

const auditedSession = (row: AuditedRow): AuditedSession => ({
  trail: { entry: row.audit_entry, version: row.audit_version, head: row.audit_head },
  actor: { id: row.person, role: row.role, organisation: row.organisation },
});

/** The session, held until the transaction ends: two requests of one session cannot write the same line of its chain. */
export async function holdSession(db: Queryable, token: string): Promise<AuditedSession | undefined> {
  const { rows } = await db.query<AuditedRow>(
    `select ${auditedColumns} from session s join post o on o.id = s.post where s.token_hash = $1 for update of s`,
    [hashToken(token)],
  );
  return rows[0] && auditedSession(rows[0]);
}

/** Moves on where a held session's chain goes on. */
export async function moveTrail(db: Queryable, token: string, { version, head }: Trail): Promise<void> {
  await db.query("update session set audit_version = $2, audit_head = $3 where token_hash = $1", [
    hashToken(token),
    version,
    head,
  ]);
}

/** Ends a session; undefined where there was none. */
export async function closeSession(db: Queryable, token: string): Promise<AuditedSession | undefined> {
  const { rows } = await db.query<AuditedRow>(
    `delete from session s using post o where o.id = s.post and s.token_hash = $1 returning ${auditedColumns}`,
    [hashToken(token)],
  );
  return rows[0] && auditedSession(rows[0]);
}

/** Which sessions of a person are ended: all, but for what is named. */
export interface EndingOf {
  readonly person: string;
  /** The token of the one that goes on. */
  readonly except?: string;
  /** The only one that is ended. */
  readonly session?: string;
  /** The only one that is ended, by its token. */
  readonly token?: string;
  /** How many of the latest go on; the one that goes on in any case counts as the latest of all. */
  readonly butLatest?: number;
}

/** Ends sessions of a person, and remembers why, so that whoever still has one open can be told. */
export async function closeSessionsOf(
  db: Queryable,
  { person, except, session, token, butLatest = 0 }: EndingOf,
  why: SessionEnd,
): Promise<readonly AuditedSession[]> {
  const { rows } = await db.query<AuditedRow>(
    `with gone as (
        delete from session s using post o where o.id = s.post and s.person = $1 and s.token_hash is distinct from $2
          and ($3::uuid is null or s.audit_entry = $3) and ($6::text is null or s.token_hash = $6)
          and s.token_hash not in (select token_hash from session where person = $1
            order by token_hash is not distinct from $2 desc, created_at desc, audit_entry desc limit $4)
        returning ${auditedColumns}, s.token_hash, s.expires_at),
      told as (insert into ended_session (token_hash, why, until) select token_hash, $5, expires_at from gone)
      select * from gone`,
    [
      person,
      except === undefined ? null : hashToken(except),
      session,
      butLatest,
      why,
      token && hashToken(token),
    ],
  );
  return rows.map(auditedSession);
}

/** Ends every session that lets nobody in any more, and says why each ended. */
export async function closeDeadSessions(
  db: Queryable,
  now: Date,
  day: Day,
): Promise<readonly (AuditedSession & { readonly why: SessionEnd })[]> {
  const { rows } = await db.query<AuditedRow & { disabled: boolean; expired: boolean }>(
    `delete from session s using person p, post o where p.id = s.person and o.id = s.post
        and (s.expires_at <= $1 or p.disabled or o.to_day < $2)
      returning ${auditedColumns}, p.disabled, s.expires_at <= $1 as expired`,
    [now, day],
  );
  return rows.map((row) => ({
    ...auditedSession(row),
    why: row.disabled ? "disabled" : row.expired ? "expired" : "postEnded",
  }));
}

import type { Day } from "../../core/calendar/day.ts";
import { auditRegister } from "../../core/ledger/audit.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import type { FaultCode } from "../../core/ledger/faults.ts";
import { valueFaults } from "../../core/ledger/history.ts";
import {
  type LineBody,
  type LineColumns,
  readLine,
  type SealedValue,
  verifyChain,
  verifyColumns,
} from "../../core/ledger/line.ts";
import { drops, leavesWithoutLine } from "./audit-drop.ts";
import type { Queryable } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";

/** What of the audit log is asked for: days of Asia/Shanghai, both included, and a person by user name. */
export interface AuditQuery {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly person?: string | undefined;
}

/** One line of the audit log, readable: sealed facts are among the others, by name. */
export interface ReadLine {
  readonly body: LineBody;
  readonly facts: Readonly<Record<string, Json>>;
  /** Name of who did it; undefined where nobody was signed in. */
  readonly name?: string | undefined;
}

const batchLines = 1_000;

/**
 * The lines of the audit log in the order of their time, with the owner's rights. A person's are all lines of their sessions, and
 * the failures to sign in to their account.
 */
export async function* readAudit(owner: Queryable, query: AuditQuery): AsyncGenerator<ReadLine> {
  const trails = query.person === undefined ? undefined : await trailsOf(owner, query.person);
  let after: [string, string, number] = ["-infinity", "00000000-0000-0000-0000-000000000000", 0];
  for (;;) {
    const { rows } = await owner.query<{
      text: string;
      at: string;
      name: string | null;
      sealed: SealedFacts;
    }>({
      text: `select a.text, a.at::text as at, p.name,
          (select jsonb_object_agg(v.field, v.value) from value v where v.entry = a.entry and v.version = a.version) as sealed
        from audit a left join person p on p.id = a.actor
        where (a.at, a.entry, a.version) > ($1::timestamptz, $2::uuid, $3::integer)
          and ($4::date is null or a.day >= $4) and ($5::date is null or a.day <= $5)
          and ($6::uuid[] is null or a.entry = any ($6))
        order by a.at, a.entry, a.version limit $7`,
      values: [...after, query.from, query.to, trails, batchLines],
    });
    for (const { text, name, sealed } of rows) {
      const { body } = readLine(text);
      yield { body, facts: { ...body.changes, ...sealed }, ...(name === null ? {} : { name }) };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    const { body } = readLine(last.text);
    after = [last.at, body.entry, body.version];
  }
}

/** The sessions of a person, and the failures to sign in to their account: one walk through the log, which has no index by person. */
async function trailsOf(owner: Queryable, username: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ entry: string }>({
    text: `select distinct a.entry from person p join audit a on a.actor = p.id
          or a.act = 'signInFailed' and a.text::jsonb -> 'changes' ->> 'account' = p.id::text
        where p.username = $1`,
    values: [username],
  });
  return rows.map(({ entry }) => entry);
}

type SealedFacts = Readonly<Record<string, Json>> | null;

/** A chain of the audit log as it is stored: one session's lines, or one failure's. */
export interface StoredTrail {
  readonly entry: string;
  readonly lines: readonly TrailLine[];
  readonly sealed: readonly SealedValue[];
  /** Hash of the leaf of the line before the first, where that line has gone. */
  readonly before: string | undefined;
}

interface TrailLine {
  readonly text: string;
  readonly hash: string;
  readonly columns: LineColumns;
  /** Hash of its leaf; undefined while it waits for its place. */
  readonly leaf: string | undefined;
  readonly waits: boolean;
}

/** Some trails in the order of their ids, whole; for whoever verifies the log. */
export const readTrails = (tx: Queryable, after: string, limit: number): Promise<readonly StoredTrail[]> =>
  trailsAmong(tx, "select distinct entry from audit where entry > $1 order by entry limit $2", [
    after,
    limit,
  ]);

/** One trail, whole; undefined where there is none of that id. */
export const readTrail = async (tx: Queryable, entry: string): Promise<StoredTrail | undefined> =>
  (await trailsAmong(tx, "select $1::uuid", [entry])).at(0);

async function trailsAmong(
  tx: Queryable,
  wanted: string,
  given: readonly (string | number)[],
): Promise<readonly StoredTrail[]> {
  const { rows } = await tx.query<TrailRow>({
    text: `select a.entry, a.version, a.register, a.act, a.actor, a.at, a.day, a.text, a.prev_hash, a.hash, f.hash as leaf,
        b.hash as before, u.entry is not null as waits
      from audit a left join leaf f on f.entry = a.entry and f.version = a.version
        left join unsequenced u on u.entry = a.entry and u.version = a.version and u.hash = a.hash and u.at = a.at
        left join leaf b on b.entry = a.entry and b.version = a.version - 1
      where a.entry in (${wanted})
      order by a.entry, a.version`,
    values: [...given],
  });
  const sealed = await tx.query<SealedValue>({
    text: "select entry, version, field, salt, value from value where entry = any($1::uuid[])",
    values: [[...new Set(rows.map(({ entry }) => entry))]],
  });
  const values = Map.groupBy(sealed.rows, ({ entry }) => entry);
  return [...Map.groupBy(rows, ({ entry }) => entry)].map(([entry, own]) => ({
    entry,
    lines: own.map(trailLine),
    sealed: values.get(entry) ?? [],
    before: own[0]?.before ?? undefined,
  }));
}

type TrailRow = Omit<LineColumns, "at" | "prev"> & {
  readonly at: Date;
  readonly text: string;
  readonly prev_hash: string;
  readonly hash: string;
  readonly leaf: string | null;
  readonly waits: boolean;
  readonly before: string | null;
};

const trailLine = ({
  text,
  hash,
  leaf,
  waits,
  before: _,
  prev_hash,
  at,
  ...columns
}: TrailRow): TrailLine => ({
  text,
  hash,
  waits,
  columns: { ...columns, at: at.toISOString(), prev: prev_hash },
  leaf: leaf ?? undefined,
});

export type AuditFault = {
  readonly register: string;
  readonly entry: string;
  readonly version: number;
  readonly position?: number;
  readonly fault: FaultCode;
};

const batchTrails = 1_000;
const faultsNamed = 100;

/**
 * Checks the audit log: every chain, column and sealed value of it, and that every leaf whose line is gone from both logs went
 * with a drop that the installation's own chain records. In a transaction of the owner's or of an auditor; changes nothing.
 */
export async function verifyAudit(
  tx: Queryable,
  algorithm: HashAlgorithm,
  onBatch: () => Promise<void> = async () => undefined,
): Promise<{ readonly lines: number; readonly faults: readonly AuditFault[] }> {
  const faults: AuditFault[] = [];
  let lines = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const trails = await readTrails(tx, after, batchTrails);
    for (const trail of trails) {
      const found = trailFault(trail, algorithm);
      if (found && faults.length < faultsNamed)
        faults.push({ register: auditRegister, entry: trail.entry, ...found });
      lines += trail.lines.length;
      after = trail.entry;
    }
    if (trails.length === 0)
      return { lines, faults: [...faults, ...(await goneFaults(tx, algorithm, onBatch))] };
    await onBatch();
  }
}

/** What is wrong with a trail, the first of it; undefined where it holds. */
export function trailFault({ lines, sealed, before }: StoredTrail, algorithm: HashAlgorithm) {
  const digest = digestOf(algorithm);
  const gone = (lines[0]?.columns.version ?? 1) - 1;
  // Whether the lines before it went lawfully is asked of all leaves together.
  const start = before === undefined || gone < 1 ? undefined : { version: gone, hash: before };
  const broken = verifyChain(lines, digest, start) ?? verifyColumns(lines);
  if (broken) return broken;
  const bodies = lines.map(({ text }) => readLine(text).body);
  // Nothing of this log is erased but by a drop, with its lines.
  return (
    valueFaults(bodies, sealed, () => false, digest).at(0) ?? lines.map(placeFault).find((fault) => fault)
  );
}

/** Every line has one place of the tree, or waits for one. */
function placeFault({ leaf, hash, waits, columns: { version } }: TrailLine) {
  if (leaf === undefined) return waits ? undefined : { version, fault: "place-missing" as const };
  if (waits) return { version, fault: "placed-twice" as const };
  return leaf === hash ? undefined : { version, fault: "leaf-differs" as const };
}

/** Leaves without a line: all of them are those that the last drop says to be gone, or somebody took a line away. */
async function goneFaults(
  tx: Queryable,
  algorithm: HashAlgorithm,
  onBatch: () => Promise<void>,
): Promise<readonly AuditFault[]> {
  const last = (await drops(tx)).at(-1);
  const gone = await leavesWithoutLine(tx, algorithm, faultsNamed, onBatch);
  if (last === undefined)
    return gone.first.map((leaf) => ({ register: auditRegister, ...leaf, fault: "leaf-without-line" }));
  if (gone.lines === last.lines && gone.digest === last.digest) return [];
  return [
    {
      register: "installation",
      entry: last.installation,
      version: last.version,
      fault: "dropped-lines-differ",
    },
  ];
}

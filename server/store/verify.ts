import type { Json } from "../../core/ledger/canonical.ts";
import { canonical } from "../../core/ledger/canonical.ts";
import {
  type LineBody,
  readLine,
  type SealedValue,
  verifyChain,
  verifyValues,
} from "../../core/ledger/line.ts";
import { checkedJson } from "../../core/register/json.ts";
import { fold } from "../../core/register/record.ts";
import type { Register } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import { verifyAudit } from "./audit-log.ts";
import type { Queryable } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

/** Something that is not as the ledger says: which entry, at which version, and what differs. */
export interface Fault {
  readonly register: string;
  readonly entry: string;
  readonly version: number;
  readonly fault: string;
}

export interface Verification {
  readonly entries: number;
  readonly lines: number;
  readonly faults: readonly Fault[];
}

const batchEntries = 1_000;
const faultsNamed = 100;

/**
 * Checks every entry against its ledger: the chain of hashes over the stored text, the sealed values against their commitments,
 * and the stored row against the fold of its lines; and the audit log. Reads as the commit role does; changes nothing.
 */
export async function verifyLedger(
  db: Queryable,
  algorithm: HashAlgorithm,
  onProgress: (lines: number) => void,
): Promise<Verification> {
  const faults: Fault[] = [];
  let entries = 0;
  let lines = 0;
  for (const register of registers) {
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const batch = await readBatch(db, register, after);
      const last = batch.entries.at(-1);
      if (last === undefined) break;
      after = last.id;
      entries += batch.entries.length;
      lines += batch.lines;
      for (const entry of batch.entries) {
        const fault = faultOf(
          register,
          entry,
          batch.ledger.get(entry.id) ?? [],
          batch.sealed.get(entry.id) ?? [],
          algorithm,
        );
        if (fault && faults.length < faultsNamed)
          faults.push({ register: register.name, entry: entry.id, ...fault });
      }
      onProgress(lines);
    }
  }
  const audit = await verifyAudit(db, algorithm);
  return {
    entries,
    lines: lines + audit.lines,
    faults: [...faults, ...(await linesWithoutEntry(db)), ...audit.faults],
  };
}

interface Stored {
  readonly text: string;
  readonly hash: string;
}

async function readBatch(db: Queryable, register: Register, after: string) {
  const { rows } = await db.query<Row>({
    text: `select * from ${tableOf(register)} where id > $1 order by id limit $2`,
    values: [after, batchEntries],
  });
  const entries = rows.map((row) => entryOf(register, row));
  const ids = entries.map(({ id }) => id);
  const ledger = await db.query<Stored & { entry: string }>({
    text: "select entry, text, hash from ledger where entry = any($1::uuid[]) order by entry, version",
    values: [ids],
  });
  const sealed = await db.query<{ entry: string; version: number; field: string; salt: string; value: Json }>(
    {
      text: "select entry, version, field, salt, value from value where entry = any($1::uuid[])",
      values: [ids],
    },
  );
  return {
    entries,
    lines: ledger.rows.length,
    ledger: Map.groupBy(ledger.rows, ({ entry }) => entry),
    sealed: Map.groupBy(sealed.rows, ({ entry }) => entry),
  };
}

function faultOf(
  register: Register,
  entry: StoredEntry,
  lines: readonly Stored[],
  sealed: readonly SealedValue[],
  algorithm: HashAlgorithm,
): { version: number; fault: string } | undefined {
  const digest = digestOf(algorithm);
  const broken = verifyChain(lines, digest) ?? verifyValues(lines, sealed, digest);
  if (broken) return broken;
  const bodies: readonly LineBody[] = lines.map(({ text }) => readLine(text).body);
  const folded = fold(register, bodies, sealed);
  const same = folded !== undefined && folded.version === entry.version && folded.state === entry.state;
  if (!same || entry.head !== lines.at(-1)?.hash)
    return { version: entry.version, fault: "entry-differs-from-ledger" };
  const stored = canonical(checkedJson(entry.values));
  return stored === canonical(checkedJson(folded.values))
    ? undefined
    : { version: entry.version, fault: "entry-differs-from-ledger" };
}

/** Lines of an entry that no register's table holds: somebody took the entry away. The founding line belongs to none. */
async function linesWithoutEntry(db: Queryable): Promise<readonly Fault[]> {
  const { rows } = await db.query<{ entry: string; version: number; register: string }>({
    text: `select l.entry, l.version, l.register from ledger l
      where l.register <> 'installation' and not exists (select 1 from entry e where e.id = l.entry) order by l.at limit $1`,
    values: [faultsNamed],
  });
  return rows.map((row) => ({ ...row, fault: "entry-missing" }));
}

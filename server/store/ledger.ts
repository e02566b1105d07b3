import type { Json } from "../../core/ledger/canonical.ts";
import {
  type ChainFault,
  type LineBody,
  readOrUndefined,
  type SealedValue,
  verifyChain,
  verifyValues,
} from "../../core/ledger/line.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import type { Vault } from "../secrets/vault.ts";
import type { Queryable } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";

/** A ledger line as stored, with its place in the whole ledger once the sequencer has given it one. */
export interface StoredLine {
  readonly body: LineBody;
  readonly text: string;
  readonly prev: string;
  readonly hash: string;
  readonly position: number | null;
}

export interface EntryLedger {
  readonly lines: readonly StoredLine[];
  readonly sealed: readonly SealedValue[];
  readonly fault: ChainFault | undefined;
}

/** The whole ledger of one entry with its sealed values, checked anew on every reading. The caller has checked the scope. */
export async function readLedger(
  tx: Queryable,
  entry: string,
  { algorithm, vault }: { readonly algorithm: HashAlgorithm; readonly vault: Vault },
): Promise<EntryLedger> {
  const { rows } = await tx.query<{ text: string; hash: string; position: number | null }>({
    name: "ledger",
    text: `select l.text, l.hash, f.position from ledger l left join leaf f on f.entry = l.entry and f.version = l.version
      where l.entry = $1 order by l.version`,
    values: [entry],
  });
  const sealed = await readSealed(tx, entry);
  const digest = digestOf(algorithm);
  const lines = rows.flatMap((row) => {
    const read = readOrUndefined(row.text);
    return read === undefined ? [] : [{ ...read, text: row.text, hash: row.hash, position: row.position }];
  });
  // What no key at hand opens is not held against its line here: the daily verification tells of it.
  const open = sealed.some(({ value }) => isEncrypted(value)) ? await vault.opening(tx) : undefined;
  const opened = open === undefined ? sealed : sealed.flatMap((value) => open(value) ?? []);
  return { lines, sealed, fault: verifyChain(rows, digest) ?? verifyValues(rows, opened, digest) };
}

async function readSealed(tx: Queryable, entry: string): Promise<readonly SealedValue[]> {
  const { rows } = await tx.query<{ version: number; field: string; salt: string; value: Json }>({
    name: "sealed-values",
    text: "select version, field, salt, value from value where entry = $1 order by version, field",
    values: [entry],
  });
  return rows.map((row) => ({ entry, ...row }));
}

/** Who did the opening act of an entry. */
export async function openerOf(tx: Queryable, entry: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ actor: string }>({
    name: "opener",
    text: "select actor from ledger where entry = $1 and version = 1",
    values: [entry],
  });
  return rows[0]?.actor;
}

/** Whether nothing but these acts was done with an entry after a version. */
export async function onlySince(
  tx: Queryable,
  entry: string,
  version: number,
  acts: readonly string[],
): Promise<boolean> {
  const { rows } = await tx.query<{ other: boolean }>({
    name: "other-since",
    text: "select exists (select 1 from ledger where entry = $1 and version > $2 and act <> all($3::text[])) as other",
    values: [entry, version, acts],
  });
  return rows[0]?.other === false;
}

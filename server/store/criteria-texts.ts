import { dayInShanghai } from "../../core/calendar/day.ts";
import { canonical } from "../../core/ledger/canonical.ts";
import type { LineBody } from "../../core/ledger/line.ts";
import { importContent, type OfficialText, type TextImport } from "../../core/pack/criteria-texts.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { appendInstallationLine } from "./commit.ts";
import { becomeCommitter, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { installationRegister } from "./found.ts";
import { newId } from "./ids.ts";

/** The act by which the installation's own chain records an import. */
export const importAct = "importCriteriaTexts";

/** An official text as it is shown, with who brought it. */
export interface ImportedText extends OfficialText {
  readonly import: string;
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
}

const columns = `t.standard, t.item, t.text, t.source, i.id as import, i.at, i.person, i.organisation, i.file`;

/** The official text of each item that has one, of one standard or of all: that which came last. */
export async function currentTexts(tx: Queryable, standard?: string): Promise<readonly ImportedText[]> {
  const { rows } = await tx.query<ImportedText>({
    name: "current-criteria-texts",
    text: `select distinct on (t.standard, t.item) ${columns}
      from criteria_text t join criteria_import i on i.id = t.import
      where $1::text is null or t.standard = $1
      order by t.standard, t.item, i.at desc, i.id desc`,
    values: [standard],
  });
  return rows;
}

/** All texts that an item ever had, the newest first. */
export async function textsOf(
  tx: Queryable,
  standard: string,
  item: string,
): Promise<readonly ImportedText[]> {
  const { rows } = await tx.query<ImportedText>({
    name: "texts-of-item",
    text: `select ${columns} from criteria_text t join criteria_import i on i.id = t.import
      where t.standard = $1 and t.item = $2 order by i.at desc, i.id desc`,
    values: [standard, item],
  });
  return rows;
}

/** An import as it is listed. */
export interface ListedImport {
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
  readonly texts: number;
}

/** The newest imports. */
export async function listImports(tx: Queryable, limit: number): Promise<readonly ListedImport[]> {
  const { rows } = await tx.query<ListedImport>({
    name: "list-criteria-imports",
    text: `select i.id, i.at, i.person, i.organisation, i.file,
        (select count(*)::integer from criteria_text t where t.import = i.id) as texts
      from criteria_import i order by i.at desc, i.id desc limit $1`,
    values: [limit],
  });
  return rows;
}

/**
 * Keeps an import, and records it in the installation's own chain with the digest of all that is kept; both or neither, in the
 * caller's transaction. Returns its id.
 */
export async function keepImport(
  tx: Transaction,
  algorithm: HashAlgorithm,
  actor: Pick<Actor, "id" | "role" | "organisation">,
  file: string,
  texts: readonly OfficialText[],
  now: Date,
): Promise<string> {
  await becomeCommitter(tx);
  // Two imports at once would both continue the chain at the same line.
  await tx.query("select pg_advisory_xact_lock(727011)");
  const id = newId(now.getTime());
  const { id: person, role, organisation } = actor;
  const kept: TextImport = { id, at: now.toISOString(), person, role, organisation, file, texts };
  await tx.query(
    "insert into criteria_import (id, at, person, role, organisation, file) values ($1, $2, $3, $4, $5, $6)",
    [id, now, person, role, organisation, file],
  );
  await tx.query(
    `insert into criteria_text (import, standard, item, text, source)
      select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      id,
      texts.map(({ standard }) => standard),
      texts.map(({ item }) => item),
      texts.map(({ text }) => text),
      texts.map(({ source }) => source),
    ],
  );
  await record(tx, algorithm, kept);
  return id;
}

async function record(tx: Transaction, algorithm: HashAlgorithm, kept: TextImport): Promise<void> {
  const { rows } = await tx.query<{ entry: string; version: number; hash: string; state: string }>(
    `select entry, version, hash, text::jsonb ->> 'state' as state from ledger
      where entry = (select id from installation) order by version desc limit 1`,
  );
  const [last] = rows;
  if (last === undefined) throw new Error("The installation has no founding line");
  const body: LineBody = {
    entry: last.entry,
    version: last.version + 1,
    register: installationRegister,
    act: importAct,
    state: last.state,
    actor: kept.person,
    role: kept.role,
    organisation: kept.organisation,
    at: kept.at,
    day: dayInShanghai(kept.at),
    changes: {
      import: kept.id,
      texts: kept.texts.length,
      digest: digestOf(algorithm)(canonical(importContent(kept))),
    },
  };
  await appendInstallationLine(tx, algorithm, last.hash, body);
}

/** What is stored under the id of an import; `kept` is undefined where only texts are. */
export interface StoredImport {
  readonly id: string;
  readonly kept: TextImport | undefined;
}

/** Everything that is kept of all imports, with the owner's rights. */
export async function storedImports(owner: Queryable): Promise<readonly StoredImport[]> {
  const imports = await owner.query<Omit<TextImport, "at" | "texts"> & { readonly at: Date }>(
    "select id, at, person, role, organisation, file from criteria_import",
  );
  const { rows } = await owner.query<OfficialText & { readonly import: string }>(
    "select import, standard, item, text, source from criteria_text",
  );
  const texts = Map.groupBy(rows, (row) => row.import);
  const kept = imports.rows.map(({ at, ...one }) => ({
    ...one,
    at: at.toISOString(),
    texts: texts.get(one.id) ?? [],
  }));
  const known = new Set(kept.map(({ id }) => id));
  const orphans = [...texts.keys()].filter((id) => !known.has(id));
  return [
    ...kept.map((one) => ({ id: one.id, kept: one })),
    ...orphans.map((id) => ({ id, kept: undefined })),
  ];
}

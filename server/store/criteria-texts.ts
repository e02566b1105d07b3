import { dayInShanghai } from "../../core/calendar/day.ts";
import { canonical } from "../../core/ledger/canonical.ts";
import type { LineBody } from "../../core/ledger/line.ts";
import { importContent, type OfficialText, type TextImport } from "../../core/pack/criteria-texts.ts";
import type { KeyCheckList } from "../../core/pack/library.ts";
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

// What a text does not say is absent and not null: it is held against what a file says, and goes into a digest.
interface TextRow extends Pick<OfficialText, "standard" | "item" | "text" | "source"> {
  readonly article: string | null;
  readonly sectors: readonly string[] | null;
  readonly note: string | null;
}

function said<T extends TextRow>({ article, sectors, note, ...row }: T) {
  return {
    ...row,
    ...(article === null ? {} : { article }),
    ...(sectors === null ? {} : { sectors }),
    ...(note === null ? {} : { note }),
  };
}

const textColumns = "t.standard, t.item, t.text, t.source, t.article, t.sectors, t.note";
const columns = `${textColumns}, i.id as import, i.at, i.person, i.organisation, i.file`;

type ImportedRow = TextRow & Omit<ImportedText, keyof OfficialText>;

/** The official text of each item that has one, of one standard or of all: that which came last. */
export async function currentTexts(tx: Queryable, standard?: string): Promise<readonly ImportedText[]> {
  const { rows } = await tx.query<ImportedRow>({
    name: "current-criteria-texts",
    text: `select distinct on (t.standard, t.item) ${columns}
      from criteria_text t join criteria_import i on i.id = t.import
      where $1::text is null or t.standard = $1
      order by t.standard, t.item, i.at desc, i.id desc`,
    values: [standard],
  });
  return rows.map(said);
}

/** All texts that an item ever had, the newest first. */
export async function textsOf(
  tx: Queryable,
  standard: string,
  item: string,
): Promise<readonly ImportedText[]> {
  const { rows } = await tx.query<ImportedRow>({
    name: "texts-of-item",
    text: `select ${columns} from criteria_text t join criteria_import i on i.id = t.import
      where t.standard = $1 and t.item = $2 order by i.at desc, i.id desc`,
    values: [standard, item],
  });
  return rows.map(said);
}

interface ListRow extends Omit<KeyCheckList, "document" | "replaces"> {
  readonly import: string;
  readonly document: string | null;
  readonly replaces: string | null;
}

/** Every list of key check items that was imported, in the order of their coming. */
export async function readLists(
  tx: Queryable,
): Promise<readonly { readonly import: string; readonly list: KeyCheckList }[]> {
  const { rows } = await tx.query<ListRow>({
    name: "criteria-lists",
    text: `select import, code, name, document, issuer, issued, begins as "from", sectors, replaces
      from criteria_list
      order by import, code`,
  });
  return rows.map(({ import: brought, document, replaces, ...list }) => ({
    import: brought,
    list: {
      ...list,
      ...(document === null ? {} : { document }),
      ...(replaces === null ? {} : { replaces }),
    },
  }));
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

/** What an import brings. */
export interface Brought {
  readonly file: string;
  readonly texts: readonly OfficialText[];
  readonly lists: readonly KeyCheckList[];
}

/** Lets one import go at a time: each is held against what the one before it left. */
export async function oneImportAtATime(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(727011)");
}

/**
 * Keeps an import, and records it in the installation's own chain with the digest of all that is kept; both or neither, in the
 * caller's transaction, which lets one import go at a time. Returns its id.
 */
export async function keepImport(
  tx: Transaction,
  algorithm: HashAlgorithm,
  actor: Pick<Actor, "id" | "role" | "organisation">,
  brought: Brought,
  now: Date,
): Promise<string> {
  await becomeCommitter(tx);
  const id = newId(now.getTime());
  const { id: person, role, organisation } = actor;
  const { file, texts, lists } = brought;
  await tx.query(
    "insert into criteria_import (id, at, person, role, organisation, file) values ($1, $2, $3, $4, $5, $6)",
    [id, now, person, role, organisation, file],
  );
  await tx.query(
    `insert into criteria_list (import, code, name, document, issuer, issued, begins, sectors, replaces)
      select $1, code, name, document, issuer, issued, "from", sectors, replaces
      from jsonb_to_recordset($2::jsonb) as row (code text, name text, document text, issuer text, issued date, "from" date,
        sectors text[], replaces text)`,
    [id, JSON.stringify(lists)],
  );
  await tx.query(
    `insert into criteria_text (import, standard, item, text, source, article, sectors, note)
      select $1, standard, item, text, source, article, sectors, note
      from jsonb_to_recordset($2::jsonb) as row (standard text, item text, text text, source text, article text, sectors text[],
        note text)`,
    [id, JSON.stringify(texts)],
  );
  await record(tx, algorithm, { id, at: now.toISOString(), person, role, organisation, ...brought });
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
      ...(kept.lists.length === 0 ? {} : { lists: kept.lists.map(({ code }) => code) }),
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
  const imports = await owner.query<Omit<TextImport, "at" | "texts" | "lists"> & { readonly at: Date }>(
    "select id, at, person, role, organisation, file from criteria_import",
  );
  const { rows } = await owner.query<TextRow & { readonly import: string }>(
    `select t.import, ${textColumns} from criteria_text t`,
  );
  const lists = Map.groupBy(await readLists(owner), (list) => list.import);
  const texts = Map.groupBy(rows, (row) => row.import);
  const kept = imports.rows.map(({ at, ...one }) => ({
    ...one,
    at: at.toISOString(),
    texts: (texts.get(one.id) ?? []).map(({ import: _import, ...text }) => said(text)),
    lists: (lists.get(one.id) ?? []).map(({ list }) => list),
  }));
  const known = new Set(kept.map(({ id }) => id));
  const orphans = [...new Set([...texts.keys(), ...lists.keys()])].filter((id) => !known.has(id));
  return [
    ...kept.map((one) => ({ id: one.id, kept: one })),
    ...orphans.map((id) => ({ id, kept: undefined })),
  ];
}

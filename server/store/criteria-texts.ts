import { canonical } from "../../core/ledger/canonical.ts";
import { importContent, type OfficialText, type TextImport } from "../../core/pack/criteria-texts.ts";
import type { KeyCheckList } from "../../core/pack/library.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { becomeCommitter, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { newId } from "./ids.ts";
import { continueInstallation } from "./installation-chain.ts";

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

/** The official text of each item that has one, of one standard or of all: that which came last and was not withdrawn. */
export async function currentTexts(tx: Queryable, standard?: string): Promise<readonly ImportedText[]> {
  const { rows } = await tx.query<ImportedRow>({
    name: "current-criteria-texts",
    text: `select distinct on (t.standard, t.item) ${columns}
      from criteria_text t join criteria_import i on i.id = t.import
      where ($1::text is null or t.standard = $1)
        and not exists (select from criteria_withdrawal w where w.import = i.id)
      order by t.standard, t.item, i.at desc, i.id desc`,
    values: [standard],
  });
  return rows.map(said);
}

/** All texts that an item ever had, also withdrawn ones, the newest first. */
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
  readonly document: string | null;
  readonly replaces: string | null;
}

const listColumns =
  'l.code, l.name, l.document, l.issuer, l.issued, l.begins as "from", l.sectors, l.replaces';

const saidOfList = ({ document, replaces, ...list }: ListRow): KeyCheckList => ({
  ...list,
  ...(document === null ? {} : { document }),
  ...(replaces === null ? {} : { replaces }),
});

/** A list of key check items with the moments of its import and of the withdrawal of that, if it was withdrawn. */
export interface ImportedList {
  readonly at: Date;
  readonly withdrawn: Date | null;
  readonly list: KeyCheckList;
}

/** Every list of key check items that was imported, in the order of their coming. */
export async function readLists(tx: Queryable): Promise<readonly ImportedList[]> {
  const { rows } = await tx.query<ListRow & Omit<ImportedList, "list">>({
    name: "criteria-lists",
    text: `select ${listColumns}, i.at, w.at as withdrawn
      from criteria_list l join criteria_import i on i.id = l.import left join criteria_withdrawal w on w.import = i.id
      order by i.at, i.id, l.code`,
  });
  return rows.map(({ at, withdrawn, ...row }) => ({ at, withdrawn, list: saidOfList(row) }));
}

/** An import as it is listed. */
export interface ListedImport {
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
  readonly texts: number;
  readonly lists: number;
}

const listed = `select i.id, i.at, i.person, i.organisation, i.file,
    (select count(*)::integer from criteria_text t where t.import = i.id) as texts,
    (select count(*)::integer from criteria_list l where l.import = i.id) as lists
  from criteria_import i`;

/** The newest imports. */
export async function listImports(tx: Queryable, limit: number): Promise<readonly ListedImport[]> {
  const { rows } = await tx.query<ListedImport>({
    name: "list-criteria-imports",
    text: `${listed} order by i.at desc, i.id desc limit $1`,
    values: [limit],
  });
  return rows;
}

/** One import, as it is listed. */
export async function readImport(tx: Queryable, id: string): Promise<ListedImport | undefined> {
  const { rows } = await tx.query<ListedImport>({
    name: "read-criteria-import",
    text: `${listed} where i.id = $1`,
    values: [id],
  });
  return rows[0];
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
  const kept: TextImport = { id, at: now.toISOString(), person, role, organisation, ...brought };
  await continueInstallation(tx, algorithm, importAct, kept, {
    import: id,
    texts: texts.length,
    ...(lists.length === 0 ? {} : { lists: lists.map(({ code }) => code) }),
    digest: digestOf(algorithm)(canonical(importContent(kept))),
  });
  return id;
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
  const listRows = await owner.query<ListRow & { readonly import: string }>(
    `select l.import, ${listColumns} from criteria_list l`,
  );
  const lists = Map.groupBy(listRows.rows, (row) => row.import);
  const texts = Map.groupBy(rows, (row) => row.import);
  const kept = imports.rows.map(({ at, ...one }) => ({
    ...one,
    at: at.toISOString(),
    texts: (texts.get(one.id) ?? []).map(({ import: _import, ...text }) => said(text)),
    lists: (lists.get(one.id) ?? []).map(({ import: _import, ...list }) => saidOfList(list)),
  }));
  const known = new Set(kept.map(({ id }) => id));
  const orphans = [...new Set([...texts.keys(), ...lists.keys()])].filter((id) => !known.has(id));
  return [
    ...kept.map((one) => ({ id: one.id, kept: one })),
    ...orphans.map((id) => ({ id, kept: undefined })),
  ];
}

import type { Json } from "../ledger/canonical.ts";
import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Actor } from "../scope/scope.ts";
import { isFound, standardHaystack } from "./criteria.ts";
import { fileRows, type TextFormat, type TextProblem, type TextProblemCode } from "./criteria-file.ts";
import { type CheckedRow, checkedRow, isFilled } from "./criteria-rows.ts";
import { type ImportWarning, warningsOf } from "./import-warnings.ts";
import {
  type Faults,
  listOfRows,
  located,
  newListFaults,
  sameListFaults,
  sectorCodes,
} from "./key-check-lists.ts";
import type { KeyCheckList, Library, LibraryItem, LibraryStandard } from "./library.ts";

/** The official text of one item, as whoever runs the system has it. */
export interface OfficialText {
  readonly standard: string;
  readonly item: string;
  readonly text: string;
  /** Where it was taken from, as it is cited. */
  readonly source: string;
  /** How an item is cited that the pack does not have; its number where absent. */
  readonly article?: string;
  /** Sectors to which such an item applies; absent means all of its standard. */
  readonly sectors?: readonly string[];
  readonly note?: string;
}

export type ReadTexts =
  | {
      readonly texts: readonly OfficialText[];
      /** Lists of key check items that the file brings. */
      readonly lists: readonly KeyCheckList[];
      /** Rows of a template that nobody filled: neither text nor source. */
      readonly blank: number;
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly rows: number; readonly problems: readonly TextProblem[] };

/**
 * Reads a file of official texts against the library: all that it brings, or everything that is wrong with it. A text of an item
 * that the library does not have makes an item of it, of a standard that the library has or of a list that the file itself declares.
 */
export function readTexts(
  library: Library,
  sectors: readonly string[],
  format: TextFormat,
  source: string,
): ReadTexts {
  const read = fileRows(format, source);
  if ("problems" in read) return { rows: 0, problems: read.problems };
  const { rows } = read;
  if (rows.length === 0) return { rows: 0, problems: [{ row: 1, column: null, code: "no-rows" }] };
  if (rows.length > limits.criteriaTextRows)
    return {
      rows: rows.length,
      problems: [{ row: limits.criteriaTextRows + 1, column: null, code: "too-many-rows" }],
    };
  const filled = rows.filter(isFilled).map(checkedRow);
  const sound = filled.flatMap((row) => ("cells" in row ? [row] : []));
  const about = aboutRows(library, sectors, sound);
  const problems = filled.flatMap((row) =>
    "cells" in row ? located(row.row, faultsOf(row, about)) : row.problems,
  );
  if (problems.length > 0) return { rows: rows.length, problems };
  return { ...broughtBy(sound, about), blank: rows.length - filled.length };
}

/** What a row is held against. */
interface About {
  readonly library: Library;
  readonly sectors: ReadonlySet<string>;
  readonly standards: ReadonlyMap<string, LibraryStandard>;
  readonly topics: ReadonlySet<string>;
  /** First row of each item: any further one is one too many. */
  readonly firstOfItem: ReadonlyMap<string, CheckedRow>;
  /** The rows of each list that the file declares. */
  readonly declared: ReadonlyMap<string, readonly CheckedRow[]>;
}

const idOf = ({ standard, item }: { readonly standard: string; readonly item: string }) =>
  `${standard}/${item}`;

function aboutRows(library: Library, sectors: readonly string[], rows: readonly CheckedRow[]): About {
  const standards = new Map(library.standards.map((standard) => [standard.code, standard]));
  const strange = Map.groupBy(rows, ({ cells }) => cells.standard);
  const declared = [...strange].filter(
    ([code, own]) => !standards.has(code) && own[0]?.cells.list !== undefined,
  );
  return {
    library,
    sectors: new Set(sectors),
    standards,
    topics: new Set(library.topics.map(({ standard, topic }) => `${standard}/${topic}`)),
    firstOfItem: new Map(rows.toReversed().map((row) => [idOf(row.cells), row])),
    declared: new Map(declared),
  };
}

function faultsOf(row: CheckedRow, about: About): Faults {
  const { cells } = row;
  const standard = about.standards.get(cells.standard);
  const [first] = about.declared.get(cells.standard) ?? [];
  if (standard === undefined && first === undefined) return [["standard", "unknown-standard"]];
  const id = idOf(cells);
  if (!/^[0-9A-Za-z.-]+$/.test(cells.item)) return [["item", "item-malformed"]];
  if (about.topics.has(id)) return [["item", "topic-no-item"]];
  if (about.firstOfItem.get(id) !== row) return [["item", "duplicate"]];
  const strange = sectorCodes(cells.sector).some((code) => !about.sectors.has(code));
  if (strange) return [["sector", "sector-unknown"]];
  if (standard === undefined)
    return first === undefined || first === row
      ? newListFaults(row, about.library)
      : sameListFaults(row, first);
  return [
    ...sameListFaults(row, standard),
    ...itemFaults(row, standard, about.library.criteria.get(id)?.item),
  ];
}

function itemFaults(
  { cells }: CheckedRow,
  standard: LibraryStandard,
  known: LibraryItem | undefined,
): Faults {
  const { version, article } = cells;
  const sector = sectorFault(sectorCodes(cells.sector), standard, known);
  const isStrange = version !== undefined && !isVersion(standard, version);
  const isCitedOtherwise = article !== undefined && isOfPack(known) && article !== known?.article;
  return [
    ...(isStrange ? [["version", "version-differs"] as const] : []),
    ...(sector === undefined ? [] : [["sector", sector] as const]),
    ...(isCitedOtherwise ? [["article", "fixed-by-pack"] as const] : []),
  ];
}

/** To which sectors an item applies is said once: a checklist that was answered before must stay whole. */
function sectorFault(
  codes: readonly string[],
  standard: LibraryStandard,
  known: LibraryItem | undefined,
): TextProblemCode | undefined {
  if (!codes.every((code) => standard.sectors.includes(code))) return "sector-not-of-standard";
  if (known === undefined || codes.length === 0 || isSame(codes, known.sectors ?? standard.sectors))
    return undefined;
  return isOfPack(known) ? "fixed-by-pack" : "sector-differs";
}

/** A version is named by its first day, or by its document number as one would search for it. */
const isVersion = (standard: LibraryStandard, version: string): boolean =>
  version === standard.from || (standard.document !== null && isFound(standardHaystack(standard), version));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code));

function broughtBy(rows: readonly CheckedRow[], { library, declared }: About) {
  const lists = [...declared].map(([code, own]) => listOfRows(code, own));
  const sectorsOfList = new Map([...library.standards, ...lists].map(({ code, sectors }) => [code, sectors]));
  const texts = rows.map(({ cells }): OfficialText => {
    const { standard, item, text, source, article, note } = cells;
    const known = library.criteria.get(idOf(cells))?.item;
    const sectors = sectorCodes(cells.sector).toSorted();
    const narrows = sectors.length > 0 && !isSame(sectors, sectorsOfList.get(standard) ?? []);
    const narrowing = known?.sectors !== undefined ? { sectors: known.sectors } : narrows ? { sectors } : {};
    return {
      standard,
      item,
      text,
      source,
      // Of an item of the pack both are known already; of an imported one each text says its sectors, since the first may be withdrawn.
      ...(article === undefined || isOfPack(known) ? {} : { article }),
      ...(isOfPack(known) ? {} : narrowing),
      ...(note === undefined ? {} : { note }),
    };
  });
  const added = rows.flatMap(({ row, cells }) =>
    library.criteria.has(idOf(cells)) ? [] : [{ row, standard: cells.standard, item: cells.item }],
  );
  return { lists, texts, warnings: warningsOf(library, added) };
}

const isOfPack = (item: LibraryItem | undefined): boolean =>
  item !== undefined && item.importedOn === undefined;

/** Whether somebody may import official texts: the office of the committee that answers for the installation. [design] */
export function importRefusal(
  { role, organisation }: Pick<Actor, "role" | "organisation">,
  offices: readonly string[],
): Refusal | undefined {
  return role === "committeeOffice" && offices.includes(organisation) ? undefined : refusal("role-may-not");
}

/** An import as its line in the installation's chain commits to it. */
export interface TextImport {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly file: string;
  readonly texts: readonly OfficialText[];
  readonly lists: readonly KeyCheckList[];
}

/**
 * What the digest of an import is made of: everything that is kept of it, in an order that nobody chooses. What an import does not
 * say is left out, so that digests of imports stay true that were made before it could be said.
 */
export function importContent({ texts, lists, ...rest }: TextImport): Json {
  const rows = texts.toSorted((one, other) => compared(idOf(one), idOf(other))).map(rowContent);
  const declared = lists.toSorted((one, other) => compared(one.code, other.code)).map(listContent);
  return { ...rest, texts: rows, ...(declared.length === 0 ? {} : { lists: declared }) };
}

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function rowContent({ standard, item, text, source, ...further }: OfficialText): Json {
  const said = saidOf({ ...further });
  return [standard, item, text, source, ...(Object.keys(said).length === 0 ? [] : [said])];
}

const listContent = (list: KeyCheckList): Json => saidOf({ ...list });

const saidOf = (values: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );

/** Whether a text says the same as the one that is shown now: bringing it again changes nothing. */
export const isUnchanged = (one: OfficialText, before: OfficialText): boolean =>
  (["text", "source", "article", "note"] as const).every((name) => one[name] === before[name]);

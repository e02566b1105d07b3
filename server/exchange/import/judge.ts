import { hash } from "node:crypto";
import type { Day } from "../../../core/calendar/day.ts";
import type { Column } from "../../../core/exchange/columns.ts";
import {
  type FileColumns,
  type Intention,
  type MeantRow,
  toChange,
  toOpen,
} from "../../../core/exchange/intend.ts";
import { isMarked } from "../../../core/exchange/marks.ts";
import type { ReadRow } from "../../../core/exchange/read-row.ts";
import type { Entered } from "../../../core/exchange/reading.ts";
import { isFooter } from "../../../core/exchange/rows.ts";
import type { SheetRow } from "../../../core/exchange/table.ts";
import type { RowChange, RowProblem, Told } from "../../../core/exchange/told.ts";
import { problemWords } from "../../../core/problems.ts";
import { importRowRefusals } from "../../../core/refusals/import-row.ts";
import { type Refusal, refusals } from "../../../core/refusals.ts";
import type { Alongside } from "../../../core/register/alongside.ts";
import { decide, type Outcome } from "../../../core/register/decide.ts";
import { blankEntry, textValue } from "../../../core/register/entry.ts";
import type { Field, RawInput } from "../../../core/register/field.ts";
import { maskOf } from "../../../core/register/personal.ts";
import { personalAmong } from "../../../core/register/personal-values.ts";
import type { Register } from "../../../core/register/register.ts";
import { actNamed } from "../../../core/register/register.ts";
import type { Actor, Scope } from "../../../core/scope/scope.ts";
import { warnings } from "../../../core/warnings.ts";
import { type Numbers, openNumbers } from "../../secrets/numbers.ts";
import type { Services } from "../../services.ts";
import type { Transaction } from "../../store/database.ts";
import { loadFactsOfMany } from "../../store/facts.ts";
import { newId } from "../../store/ids.ts";
import { cameInBefore, type Verdict } from "../../store/imports.ts";
import type { StoredEntry } from "../../store/row.ts";
import { type CellLabel, cellLabels } from "../cell-labels.ts";
import { type Names, namedIn } from "./names.ts";
import { type Recognised, recognise } from "./recognise.ts";

/** Who brings rows in, and when. */
interface Bringing {
  readonly services: Pick<Services, "campaign" | "vault">;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Date;
  readonly today: Day;
}

/** What holds for all rows of one import. */
export interface Judging {
  readonly asking: Bringing;
  readonly register: Register;
  /** The act by which a row that is none of the entries opens one. */
  readonly opens: string;
  /** What such an act is given of what a row holds. */
  readonly openInput: (input: RawInput, row: number) => RawInput;
  /** What is given as the reason of an act that asks for one. */
  readonly reason: (row: number) => string;
  readonly columns: FileColumns;
  readonly read: (row: SheetRow) => ReadRow;
  readonly names: Names;
  /** What earlier rows of the file said, so that a row which stands there twice is told apart and one entry is changed once. */
  readonly seen: { readonly rows: Map<string, number>; readonly entries: Map<string, number> };
}

/** What becomes of a row, and, where it does something, the outcome that is to be written and the entries that it went by. */
export interface Judged {
  readonly row: number;
  readonly verdict: Verdict;
  readonly entry: string | null;
  readonly told: Told;
  readonly fingerprint?: string | undefined;
  readonly outcome?: Outcome;
  readonly wentBy?: readonly StoredEntry[];
}

/** A row that holds something, read, with what it is known by when it comes again. */
export interface PreparedRow {
  readonly row: SheetRow;
  readonly read: ReadRow;
  readonly fingerprint: string;
}

/** Reads rows in their order; blank ones are none, nor is a template's sample. Each row of a file passes here once, also where it is not judged. */
export function prepareRows(
  { register, columns, read, seen }: Pick<Judging, "register" | "columns" | "read" | "seen">,
  rows: readonly SheetRow[],
): readonly PreparedRow[] {
  return rows.flatMap((row) => {
    const isBlank = columns.every((column, at) => column === undefined || (row.cells[at] ?? null) === null);
    if (isBlank || isMarked(row)) return [];
    const given = read(row);
    const said = JSON.stringify(
      [...given.entered]
        .map(([name, entered]) => [name, withoutNumber(register.allFields[name], entered)] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
    // The second of two rows that say the same is another matter than the first, in this file and when it comes again.
    const print = hash("sha256", `${register.name} ${said}`, "base64url");
    const time = (seen.rows.get(print) ?? 0) + 1;
    seen.rows.set(print, time);
    return [{ row, read: given, fingerprint: `${print} ${time}` }];
  });
}

/** A cell as rows are told apart by it: what is kept of a row for that must not give a personal number away. */
const withoutNumber = (field: Field | undefined, entered: Entered): Entered =>
  field?.personal && "value" in entered && typeof entered.value === "string"
    ? { value: maskOf(field.personal, entered.value) }
    : entered;

/**
 * Judges some rows of a file: which entries they are, what they change or open, and what the rules say to that. Nothing is written;
 * `alongside` knows what the rows before do and is told of what these do.
 */
export async function judge(
  tx: Transaction,
  judging: Judging,
  alongside: Alongside,
  rows: readonly PreparedRow[],
): Promise<readonly Judged[]> {
  const meant = await meantRows(tx, judging, rows);
  const recognised = await recogniseRows(tx, judging, meant);
  const before = await cameInBefore(
    tx,
    judging.register.name,
    rows.map(({ fingerprint }) => fingerprint),
  );
  const label = await labelsOf(tx, judging, recognised);
  const numbers = await numbersOf(tx, judging, recognised);
  const intended = meant.map((row): Intended | Judged => {
    const known = recognised.get(row.row.number);
    const one = known && "entry" in known ? withoutKnown(row, numbers.get(known.entry.id)) : row;
    const came = known === undefined ? before.get(one.fingerprint)?.entry : undefined;
    return setAside(one, came) ?? intend(judging, one, known, label);
  });
  const asked = intended.filter((one) => "intention" in one);
  const decided = await decideAll(tx, judging, alongside, asked);
  return intended.map((one) =>
    "intention" in one ? (decided.get(one.row) ?? refusedRow(one.row, [])) : one,
  );
}

const refusedRow = (row: number, problems: readonly RowProblem[], told: Told = {}): Judged => ({
  row,
  verdict: "refuse",
  entry: null,
  told: { ...told, problems },
});

/** Rows with what the names in them mean. */
async function meantRows(
  tx: Transaction,
  { names }: Judging,
  rows: readonly PreparedRow[],
): Promise<readonly (MeantRow & PreparedRow)[]> {
  const named = rows.map(({ read }) => namedIn(read.entered));
  await names.find(tx, named.flat());
  return rows.map((one, at) => {
    const own = named[at] ?? [];
    const enterprise = own.find(({ field }) => field === "organisation");
    const found = enterprise && names.meant("organisation", enterprise.name);
    const organisation = found && "id" in found ? found.id : undefined;
    const meant = own.map(({ field, name }) => [field, names.meant(field, name, organisation)] as const);
    return { ...one, meant: new Map(meant) };
  });
}

function recogniseRows(tx: Transaction, { asking, register }: Judging, meant: readonly MeantRow[]) {
  const asked = meant.map(({ row, read, meant: names }) => {
    const number = read.entered.get("number");
    const valueIn = (field: string): unknown => {
      const [given, id] = [read.entered.get(field), names.get(field)];
      return given && "value" in given ? given.value : id && "id" in id ? id.id : undefined;
    };
    const given = number && "value" in number && typeof number.value === "string" ? number.value : undefined;
    return { row: row.number, number: given, valueIn };
  });
  return recognise(tx, asking.scope, register, asked);
}

/** A row that is not asked any further: the foot of the table, or one that came in before. */
function setAside({ row }: MeantRow, came: string | undefined): Judged | undefined {
  const skip = (skipped: Told["skipped"], entry: string | null): Judged => ({
    row: row.number,
    verdict: "skip",
    entry,
    told: { skipped },
  });
  if (isFooter(row)) return skip("footer", null);
  return came === undefined ? undefined : skip("cameIn", came);
}

/** The words that stand in cells for the ids and codes of the entries that were recognised. */
function labelsOf(
  tx: Transaction,
  { asking, register }: Judging,
  recognised: ReadonlyMap<number, Recognised>,
) {
  const entries = [...recognised.values()].flatMap((one) => (one && "entry" in one ? one.entry : []));
  return cellLabels(tx, asking.services.campaign, register, entries);
}

/** The personal numbers that the recognised entries hold, of the fields that the file has columns for. */
async function numbersOf(
  tx: Transaction,
  { asking, register, columns }: Judging,
  recognised: ReadonlyMap<number, Recognised>,
): Promise<Numbers> {
  const personal = personalAmong(register.allFields);
  const given = columns.flatMap((column) => (column && personal.has(column.name) ? [column.name] : []));
  const entries = [...recognised.values()].flatMap((one) => (one && "entry" in one ? one.entry : []));
  return openNumbers(tx, asking.services.vault, entries, given);
}

/** A row without the numbers that its entry holds already: who takes an export with numbers in brings them back unchanged. */
function withoutKnown<R extends PreparedRow>(row: R, known: ReadonlyMap<string, string> | undefined): R {
  if (known === undefined) return row;
  const entered = [...row.read.entered].filter(
    ([name, given]) => !("value" in given) || given.value === null || known.get(name) !== given.value,
  );
  return { ...row, read: { ...row.read, entered: new Map(entered) } };
}

/** A row that asks for an act. */
interface Intended {
  readonly row: number;
  readonly intention: Extract<Intention, { kind: "act" }>;
  readonly entry: StoredEntry;
  readonly fingerprint: string | undefined;
}

function intend(
  judging: Judging,
  meant: MeantRow & PreparedRow,
  recognised: Recognised,
  label: CellLabel,
): Intended | Judged {
  const { register, opens, columns, seen, asking, openInput } = judging;
  const row = meant.row.number;
  if (recognised === undefined) {
    const intention = toOpen(register, opens, columns, meant);
    const entry = { ...blankEntry(register.name, newId(asking.now.getTime())), head: "" };
    if (intention.kind === "act")
      return {
        row,
        intention: { ...intention, input: openInput(intention.input, row) },
        entry,
        fingerprint: meant.fingerprint,
      };
    const title = meant.read.entered.get(register.title);
    const told = title && "value" in title && typeof title.value === "string" ? { title: title.value } : {};
    return refusedRow(row, intention.kind === "wrong" ? intention.problems : [], told);
  }
  if ("unknown" in recognised)
    return refusedRow(row, [numberProblem(columns, recognised.unknown, "number-unknown")]);
  const { entry, by } = recognised;
  const told = { number: entry.values.number, title: textValue(entry.values, register.title) };
  const first = seen.entries.get(entry.id);
  if (first !== undefined && first !== row)
    return refusedRow(row, [numberProblem(columns, String(first), "entry-twice")], told);
  seen.entries.set(entry.id, row);
  const intention = toChange(register, columns, meant, {
    entry,
    by,
    label,
    role: asking.actor.role,
    reason: judging.reason(row),
  });
  if (intention.kind === "act") return { row, intention, entry, fingerprint: undefined };
  if (intention.kind === "wrong") return { ...refusedRow(row, intention.problems, told), entry: entry.id };
  return { row, verdict: "skip", entry: entry.id, told: { ...told, skipped: "same" } };
}

function numberProblem(
  columns: FileColumns,
  given: string,
  code: "number-unknown" | "entry-twice",
): RowProblem {
  const column = columns.findIndex((declared) => declared?.name === "number");
  return { ...(column < 0 ? {} : { column }), field: "number", code, words: importRowRefusals[code], given };
}

/** Asks the rules of each row in its turn, with what those before it do. */
async function decideAll(
  tx: Transaction,
  { asking, register, columns }: Judging,
  alongside: Alongside,
  intended: readonly Intended[],
): Promise<ReadonlyMap<number, Judged>> {
  const { services, actor, scope, now, today } = asking;
  const requests = intended.map(({ entry, intention: { act, input } }) => {
    const declared = actNamed(register, act);
    return { register, acts: declared ? [declared] : [], entry, input, actor, scope, day: today };
  });
  const loaded = await loadFactsOfMany(tx, services.campaign, requests);
  const judged = intended.map((one, at): [number, Judged] => {
    const { intention, entry, row } = one;
    const { act, input } = intention;
    const found = loaded[at];
    if (found === undefined) throw new Error("A row without facts");
    const wanted = actNamed(register, act)?.facts ?? {};
    const facts = alongside.seen({ register, entry, input, wanted }, found.facts);
    const decision = decide({ register, entry, facts, act, input, actor, now: now.toISOString() });
    if ("refusal" in decision)
      return [
        row,
        {
          ...refusedRow(row, problemsOf(decision.refusal, columns), toldOf(one, register)),
          entry: idOf(entry),
        },
      ];
    alongside.note(decision);
    return [row, done(one, register, decision, [entry, ...found.linked])];
  });
  return new Map(judged);
}

const idOf = ({ id, version }: StoredEntry): string | null => (version > 0 ? id : null);

function toldOf({ entry, intention }: Intended, register: Register): Told {
  const title = intention.input[register.title] ?? entry.values[register.title];
  return {
    ...(entry.values.number === undefined ? {} : { number: entry.values.number }),
    ...(typeof title === "string" ? { title } : {}),
  };
}

function done(one: Intended, register: Register, outcome: Outcome, wentBy: readonly StoredEntry[]): Judged {
  const { row, entry, intention, fingerprint } = one;
  const words = (outcome.warnings ?? []).map(({ code }) => warnings[code]);
  return {
    row,
    verdict: entry.version > 0 ? "change" : "add",
    entry: entry.id,
    told: {
      ...toldOf(one, register),
      ...(intention.changes.length > 0 ? { changes: intention.changes.map(plainChange) } : {}),
      ...(words.length > 0 ? { warnings: words } : {}),
    },
    fingerprint,
    outcome,
    wentBy,
  };
}

const plainChange = ({ field, from, to }: RowChange): RowChange => ({ field, from, to });

/** A refusal as problems of the row: each in the column of its field where there is one. */
function problemsOf(refusal: Refusal, columns: FileColumns): readonly RowProblem[] {
  const { code, problems = [], entries = [] } = refusal;
  if (problems.length > 0) {
    return problems.map((problem) => {
      const column = columns.findIndex((declared: Column | undefined) => declared?.name === problem.field);
      const place = column < 0 ? {} : { column };
      return { ...place, field: problem.field, code: problem.code, words: problemWords(problem) };
    });
  }
  const numbers = entries.flatMap(({ number }) => number || []);
  const { zh, en } = refusals[code];
  const named = numbers.length > 0 ? [`（${numbers.join("、")}）`, ` (${numbers.join(", ")})`] : ["", ""];
  return [{ code, words: { zh: `${zh}${named[0]}`, en: `${en}${named[1]}` } }];
}

import { z } from "zod";
import {
  type Column,
  exportColumns,
  fieldOfColumn,
  type ImportMode,
  openingOf,
  stateColumn,
  templateColumns,
} from "../../core/exchange/columns.ts";
import { columnLetters } from "../../core/exchange/table.ts";
import type { Told } from "../../core/exchange/told.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type Plan, planShape } from "../exchange/import/plan.ts";
import { guessedPlan, headingsOf, type Reading } from "../exchange/import/reading.ts";
import { stopWords } from "../exchange/import/stops.ts";
import type { AnnotatedTable } from "../exchange/read/annotated.ts";
import type { LocatedProblem } from "../http/problems.ts";
import type { Import, ImportRow } from "../store/imports.ts";
import { id, words } from "./shapes.ts";

const offer = z.object({ field: z.string(), words, needed: z.boolean(), note: words.optional() });

/** An import as the API answers it. */
export const importShape = z.object({
  id,
  register: z.string(),
  file: z.string(),
  sizeBytes: z.int(),
  at: z.string(),
  state: z.enum(["read", "checking", "checked", "running", "done", "stopped"]),
  /** Why it stopped, in words. */
  stopped: z.object({ code: z.string(), words }).nullable(),
  choice: z.enum(["all", "good"]).nullable(),
  endedAt: z.string().nullable(),
  /** The last row that was dealt with, of about so many. */
  progress: z.object({ row: z.int(), rows: z.int() }),
  counts: z.object({ add: z.int(), change: z.int(), skip: z.int(), refuse: z.int() }),
  format: z.enum(["xlsx", "xls", "csv"]),
  encoding: z.string().nullable(),
  sheets: z.array(z.string()),
  /** What was said of it, or else what it is taken for; null where no heading was recognised. */
  plan: planShape.nullable(),
  /** Whether the plan is the person's own word, or a guess. */
  planned: z.boolean(),
  /** Each column with its heading, what it is taken for and by what, and what stands in it. */
  columns: z.array(
    z.object({
      column: z.string(),
      heading: z.string(),
      field: z.string().nullable(),
      how: z.enum(["exact", "synonym", "similar"]).nullable(),
      isRowNumber: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** The first rows of the sheet. */
  head: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** What a column may be, by what the rows are. */
  offers: z.object({ open: z.array(offer), record: z.array(offer) }),
});

/** What becomes of a row, as the API answers it. */
export const rowShape = z.object({
  row: z.int(),
  verdict: z.enum(["add", "change", "skip", "refuse"]),
  entry: id.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  skipped: z.enum(["same", "cameIn", "footer"]).nullable(),
  problems: z.array(
    z.object({
      column: z.string().nullable(),
      field: z.string().nullable(),
      /** The field's words. */
      label: words.nullable(),
      code: z.string(),
      words,
      given: z.string().nullable(),
    }),
  ),
  changes: z.array(z.object({ field: z.string(), label: words, from: z.string(), to: z.string() })),
  warnings: z.array(words),
});

const samplesShown = 3;

export function importView(one: Import): z.output<typeof importShape> {
  const register = registerOf(one.register);
  // Written by this server alone, when the file was opened.
  const reading = one.reading as Reading;
  const planned = planShape.nullable().parse(one.plan);
  const plan = planned ?? guessedPlan(reading) ?? null;
  return {
    id: one.id,
    register: one.register,
    file: one.file,
    sizeBytes: one.sizeBytes,
    at: one.at.toISOString(),
    state: one.state,
    stopped: one.stopped === null ? null : { code: one.stopped, words: stopWords(one.stopped) },
    choice: one.choice,
    endedAt: one.endedAt?.toISOString() ?? null,
    progress: { row: one.row, rows: Math.max(one.rows, one.row) },
    counts: { add: one.adds, change: one.changes, skip: one.skips, refuse: one.refuses },
    format: reading.format,
    encoding: reading.encoding ?? null,
    sheets: [...reading.sheets],
    plan,
    planned: planned !== null,
    columns: columnsOf(reading, plan),
    head: reading.head.map(({ row, cells }) => ({ row, cells: [...cells] })),
    offers: { open: offersOf(register, "open"), record: offersOf(register, "record") },
  };
}

/** The register of a file that was brought in; a register that takes files is never given up. */
export function registerOf(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
}

function columnsOf(reading: Reading, plan: Plan | null) {
  const width = Math.max(0, ...reading.head.map(({ cells }) => cells.length), plan?.columns.length ?? 0);
  const columns = Array.from({ length: width }, (_, at) => plan?.columns[at] ?? null);
  const from = plan?.firstRow ?? 1;
  const headings = plan === null ? [] : headingsOf(reading, { ...plan, columns });
  return columns.map((field, at) => {
    const guess = reading.guess?.columns.find(({ column }) => column === at);
    const cells = reading.head.filter(({ row }) => row >= from).map(({ cells: own }) => own[at] ?? "");
    return {
      column: columnLetters(at),
      heading: headings[at] ?? "",
      field,
      how: guess !== undefined && guess.field === field ? guess.how : null,
      isRowNumber: guess?.isRowNumber ?? false,
      samples: cells.filter((text) => text !== "").slice(0, samplesShown),
    };
  });
}

/** What columns may be: what opens an entry, and by what a row is known again or changes one. */
function offersOf(register: Register, mode: ImportMode) {
  const asked = templateColumns(register, mode);
  const names = new Set(asked.map(({ name }) => name));
  const others = exportColumns(register).filter(
    ({ name, importable }) => !names.has(name) && (importable || name === "number" || name === stateColumn),
  );
  return [...asked, ...others].map(({ name, words: own, needed, note }: Column) => ({
    field: name,
    words: own,
    needed,
    ...(note ? { note } : {}),
  }));
}

/** What is wrong with a plan: a field that the register does not have or that two columns are, rows of a kind that nobody opens. */
export function planProblems(register: Register, { columns, mode }: Plan): readonly LocatedProblem[] {
  const named = columns.flatMap((field, at) => (field === null ? [] : [{ field, at }]));
  const problems = named.flatMap(({ field, at }): LocatedProblem[] => {
    const place = `columns.${at}`;
    if (fieldOfColumn(register, field) === undefined) return [{ field: place, code: "unknown" }];
    return named.some((other) => other.field === field && other.at < at)
      ? [{ field: place, code: "taken" }]
      : [];
  });
  if (named.length === 0) problems.push({ field: "columns", code: "required" });
  const isOffered = openingOf(register, mode) !== undefined;
  return isOffered ? problems : [...problems, { field: "mode", code: "not-an-option" }];
}

export function rowView(
  register: Register,
  { row, verdict, entry, told }: ImportRow,
): z.output<typeof rowShape> {
  // Written by this server alone, when the row was judged.
  const { number, title, skipped, problems = [], changes = [], warnings = [] } = told as Told;
  const label = (field: string | undefined) =>
    field === undefined ? null : (fieldOfColumn(register, field)?.words ?? null);
  return {
    row,
    verdict,
    entry,
    number: number ?? null,
    title: title ?? null,
    skipped: skipped ?? null,
    problems: problems.map((problem) => ({
      column: problem.column === undefined ? null : columnLetters(problem.column),
      field: problem.field ?? null,
      label: label(problem.field),
      code: problem.code,
      words: problem.words,
      given: problem.given ?? null,
    })),
    changes: changes.map((change) => ({ ...change, label: label(change.field) ?? { zh: "", en: "" } })),
    warnings: [...warnings],
  };
}

/** Where in the file the reasons go. */
export function annotatedTable(one: Import): AnnotatedTable {
  const { format, sheet } = one.reading as Reading;
  const plan = planShape.nullable().parse(one.plan);
  return { format, sheet, headerRow: plan?.headerRows.to ?? 0 };
}

/** Why a row is refused, in one line of Chinese, which is the language of the file. */
export const reasonText = ({ problems }: z.output<typeof rowShape>): string =>
  problems
    .map(({ column, label, words: why, given }) => {
      const place = [column === null ? "" : `${column} 列`, label?.zh ?? ""].filter((part) => part !== "");
      return `${place.length > 0 ? `${place.join(" ")}：` : ""}${why.zh}${given ? `（填的是：${given}）` : ""}`;
    })
    .join("；");

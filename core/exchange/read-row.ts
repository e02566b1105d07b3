import type { ProblemCode } from "../problems.ts";
import type { RowCode } from "../refusals/exchange-row.ts";
import { checkValue, uuidPattern } from "../register/check-field.ts";
import { excessOf } from "../register/excess.ts";
import type { CodeField, Field, TextField } from "../register/field.ts";
import type { Register } from "../register/register.ts";
import type { Words } from "../words.ts";
import { fieldOfColumn, isEntered, stateColumn } from "./columns.ts";
import { optionReader, readFlag } from "./options.ts";
import { type Lists, regionReader, sectorReader } from "./places.ts";
import { isEmpty, plain, textOf } from "./plain.ts";
import { readDayNumber, readDayText } from "./read-day.ts";
import { namesScale, readNumberText, scaled, scaleInHeading } from "./read-number.ts";
import { periodIn } from "./read-period.ts";
import { type Entered, misread, nothing, type Reading, unfit } from "./reading.ts";
import type { Cell, SheetRow } from "./table.ts";

/** Why a cell of a row cannot be taken: where it stands, what it holds, and in words how to mend it. */
export interface RowProblem {
  /** From 0 on. */
  readonly column: number;
  readonly field: string;
  readonly code: ProblemCode | RowCode;
  readonly given: string;
  readonly says: Words;
}

export interface ReadRow {
  /** By field, for every mapped column of which the cell could be taken; `state` for the state. */
  readonly entered: ReadonlyMap<string, Entered>;
  readonly problems: readonly RowProblem[];
}

export interface RowReading {
  /** Whether the workbook counts its days from 1904 on. */
  readonly from1904: boolean;
  /** The headings as the table has them: 整改资金（万元） says of what its numbers are so many. */
  readonly headings?: readonly string[];
}

type CellReader = (cell: Cell) => Reading;

/**
 * Prepares the reading of a table's rows: `columns` says for each column which field it holds, `null` for none. What the returned
 * function reads of a row is not yet checked against any act; a mapped cell that is empty gives `null`.
 */
export function rowReader(
  register: Register,
  columns: readonly (string | null)[],
  lists: Lists,
  { from1904, headings = [] }: RowReading,
): (row: SheetRow) => ReadRow {
  const criteria = new Map([...lists.criteria].map((id) => [plain(id), id]));
  const shared = { regions: regionReader(lists), sectors: sectorReader(lists), criteria, from1904 };
  const readers = columns.flatMap((name, column) => {
    const field = name === null ? undefined : fieldOfColumn(register, name);
    if (name === null || field === undefined) return [];
    const others = name === stateColumn ? register.exchange.states : register.exchange.options?.[name];
    const reading = { ...shared, others, heading: headings[column] ?? "" };
    return [{ column, name, read: cellReader(field, reading) }];
  });
  return ({ cells }) => {
    const entered = new Map<string, Entered>();
    const problems: RowProblem[] = [];
    for (const { column, name, read } of readers) {
      const cell = cells[column] ?? null;
      const found = read(cell);
      if ("code" in found) problems.push({ column, field: name, given: textOf(cell), ...found });
      else entered.set(name, found);
    }
    return { entered, problems };
  };
}

/** As `rowReader`, for one row. */
export const readRow = (
  register: Register,
  columns: readonly (string | null)[],
  row: SheetRow,
  lists: Lists,
  from1904: boolean,
): ReadRow => rowReader(register, columns, lists, { from1904 })(row);

interface Reader {
  readonly regions: (text: string) => Reading;
  readonly sectors: (text: string) => Reading;
  readonly criteria: ReadonlyMap<string, string>;
  readonly from1904: boolean;
  readonly others: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  readonly heading: string;
}

function cellReader(field: Field, reader: Reader): CellReader {
  if (!isEntered(field)) return (cell) => (isEmpty(textOf(cell)) ? nothing : { shown: textOf(cell) });
  const read = valueReader(field, reader);
  return (cell) => {
    if (cell === null) return nothing;
    if (typeof cell === "object" && "error" in cell) return misread("cell-has-error");
    const found = read(cell);
    if (!("value" in found) || found.value === null) return found;
    const problem = checkValue(field, found.value);
    return problem === undefined
      ? found
      : unfit(problem, excessOf(field, found.value, problem), boundsOf(field));
  };
}

function boundsOf(field: Field): Partial<Words> {
  if (field.kind !== "integer" && field.kind !== "decimal") return {};
  return {
    zh: `应在 ${field.min} 到 ${field.max} 之间`,
    en: `It lies between ${field.min} and ${field.max}`,
  };
}

function valueReader(field: Field, reader: Reader): CellReader {
  switch (field.kind) {
    case "text":
      return (cell) => readText(field, cell);
    case "code":
      return (cell) => readCode(field, cell);
    case "day":
      return (cell) => readDay(cell, reader.from1904);
    case "integer":
    case "decimal":
    case "money":
      return numberReader(scaleInHeading(reader.heading));
    case "flag":
      return unlessEmpty(readFlag);
    case "choice":
      return unlessEmpty(optionReader(field.options, reader.others));
    case "choices":
      return membersReader(optionReader(field.options, reader.others));
    case "region":
      return unlessEmpty(reader.regions);
    case "sector":
      return unlessEmpty(reader.sectors);
    case "sectors":
      return membersReader(reader.sectors);
    case "criteria":
      return unlessEmpty((text) => readCriteria(text, reader.criteria));
    default:
      return readNamed;
  }
}

/** 无 is a word in a text, and nothing in a cell of any other kind. */
const isNone = (text: string): boolean => isEmpty(text) || text === "无";

const unlessEmpty =
  (read: (text: string) => Reading): CellReader =>
  (cell) => {
    const text = plain(textOf(cell));
    if (isEmpty(text)) return nothing;
    const found = read(text);
    // Where 无 is an option or an answer, it is that.
    return "code" in found && isNone(text) ? nothing : found;
  };

const breaks = /[\t\r\n\v\f]+/g;
const returns = /\r\n?/g;

function readText({ multiline }: TextField, cell: Cell): Reading {
  const text = textOf(cell);
  if (isEmpty(text)) return nothing;
  return { value: multiline ? text.replaceAll(returns, "\n") : text.replaceAll(breaks, " ") };
}

/** A program keeps fifteen digits of a number: what has more is not what was typed. */
const digitsKept = 1e15;
const inPowers = /^\d(?:\.\d+)?e\+\d+$/;
const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, "u");
  patterns.set(source, known);
  return known;
}

function readCode({ pattern, periods }: CodeField, cell: Cell): Reading {
  const period = periods && periodIn(cell);
  if (period !== undefined) return { value: period };
  if (typeof cell === "number" && Math.abs(cell) >= digitsKept) return misread("cell-digits-lost");
  const given = textOf(cell);
  if (isNone(given)) return nothing;
  if (inPowers.test(plain(given))) return misread("cell-digits-lost");
  if (pattern === undefined) return { value: given };
  if (patternOf(pattern).test(given)) return { value: given };
  const tidy = given.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  return { value: patternOf(pattern).test(tidy) ? tidy : given };
}

function readDay(cell: Cell, from1904: boolean): Reading {
  if (typeof cell === "object" && cell !== null && "day" in cell) return { value: cell.day };
  if (typeof cell === "number") return dayRead(readDayNumber(cell, from1904));
  const text = plain(textOf(cell));
  return isNone(text) ? nothing : dayRead(readDayText(text, from1904));
}

const dayRead = (found: ReturnType<typeof readDayText>): Reading =>
  typeof found === "string" ? { value: found } : found;

function numberReader(scale: number): CellReader {
  return (cell) => {
    if (typeof cell === "number") return { value: scaled(cell, scale) };
    const text = plain(textOf(cell));
    if (isNone(text)) return nothing;
    const number = readNumberText(text);
    if (number === undefined) return misread("cell-no-number");
    return { value: namesScale(text) ? number : scaled(number, scale) };
  };
}

const lineOrStop = /[;\n]/;
const comma = /[,、]/;

/** Members of a list: between ； or lines, else between 、 or commas; a name with one of these in it is found whole. */
function membersReader(read: (text: string) => Reading): CellReader {
  const members = (text: string, signs: readonly RegExp[]): readonly Reading[] => {
    const [sign, ...finer] = signs;
    const whole = read(text);
    if (!("code" in whole) || sign === undefined) return [whole];
    const parts = text.split(sign).filter((part) => part !== "");
    return parts.length === 1 && finer.length === 0 ? [whole] : parts.flatMap((part) => members(part, finer));
  };
  return (cell) => {
    const text = textOf(cell).split("\n").map(plain).join("\n");
    if (isNone(text)) return nothing;
    const found = members(text, [lineOrStop, comma]);
    const wrong = found.find((one) => "code" in one);
    if (wrong !== undefined) return wrong;
    return { value: [...new Set(found.map((one) => ("value" in one ? one.value : undefined)))] };
  };
}

/** The code of an item, whether or not its words follow it; `known` has the codes by their plain form. */
function readCriteria(text: string, known: ReadonlyMap<string, string>): Reading {
  const id = known.get(text) ?? known.get(/^[0-9a-z+]+\/[0-9a-z.-]+/.exec(text)?.[0] ?? "");
  return id === undefined ? misread("cell-no-criteria") : { value: id };
}

const uuid = new RegExp(uuidPattern, "u");

/** What points at an entry or an organisation: its id, or a name that the store looks up. */
function readNamed(cell: Cell): Reading {
  const text = textOf(cell).replaceAll(breaks, "");
  if (isNone(text)) return nothing;
  return uuid.test(text) ? { value: text } : { named: text };
}

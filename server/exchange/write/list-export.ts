import type { Readable } from "node:stream";
import { dayInShanghai } from "../../../core/calendar/day.ts";
import { cellOf } from "../../../core/exchange/cell.ts";
import { type Column, exportColumns, stateColumn } from "../../../core/exchange/columns.ts";
import type { Entry } from "../../../core/register/entry.ts";
import { asSeenBy } from "../../../core/register/left-out.ts";
import type { Register } from "../../../core/register/register.ts";
import { type Actor, type Scope, scopeOf } from "../../../core/scope/scope.ts";
import { type listParameters, listQueryOf } from "../../list-query.ts";
import { openNumbers } from "../../secrets/numbers.ts";
import type { Vault } from "../../secrets/vault.ts";
import type { Services } from "../../services.ts";
import { openSnapshot, type Transaction } from "../../store/database.ts";
import { everyEntry } from "../../store/every-entry.ts";
import { countEntries } from "../../store/lists.ts";
import type { ListQuery } from "../../store/walks.ts";
import { cellLabels } from "../cell-labels.ts";
import { csvOf } from "./csv.ts";
import { filterWords, type ListAddress } from "./filter-words.ts";
import { type Form, type Heading, headingOf } from "./list-heading.ts";
import type { OutCell, OutColumn, TableOut } from "./table-out.ts";
import { xlsxOf } from "./xlsx.ts";

/** A list as a file: which list, in which form, for whom. */
export interface ListExport {
  readonly register: Register;
  readonly format: "xlsx" | "csv";
  readonly form: Form;
  readonly asked: (typeof listParameters)["_output"];
  readonly actor: Actor;
  readonly now: Date;
  /** Personal numbers that go out with it, and why; without, their columns stay behind. */
  readonly numbers?: { readonly fields: readonly string[]; readonly reason: string } | undefined;
}

/** A file while it is made. Whoever opened it reads `bytes` to the end or ends it. */
export interface OpenedExport {
  readonly bytes: Readable;
  readonly name: string;
  readonly type: string;
  readonly total: number;
  /** What an audit line says of it. */
  readonly filter: string;
  readonly columns: string;
  end(): Promise<void>;
}

export const exportTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/**
 * Opens a list as a file. Its rows are those of one moment, of which it is also counted, within the person's scope; they are read
 * while the file is. `onRows` hears how many have gone into it. The file fails rather than hold another number than it says.
 */
export async function openExport(
  services: Pick<Services, "pool" | "campaign" | "demonstration" | "vault">,
  wanted: ListExport,
  onRows: (rows: number) => Promise<void> | void = () => undefined,
): Promise<OpenedExport> {
  const { pool, campaign, demonstration, vault } = services;
  const { register, actor, now, format } = wanted;
  const scope = scopeOf(actor);
  // A file begins where the list does, and has all of it.
  const { limit: _limit, cursor: _cursor, count: _count, ...asked } = wanted.asked;
  const query = listQueryOf(register, asked, { actor, today: dayInShanghai(now), campaign });
  const seen = asSeenBy(register, actor.token);
  const columns = exportColumns(seen, shownColumns(seen, asked.fields)).filter(
    ({ name, field }) => !field.personal || wanted.numbers?.fields.includes(name),
  );
  const snapshot = await openSnapshot(pool, scope);
  try {
    const { tx } = snapshot;
    const total = await countEntries(tx, scope, register, query);
    const filter = await saidOf(tx, campaign, wanted, addressOf(asked));
    const heading = await headingOf(tx, campaign, { ...wanted, total, filter, demonstration });
    const rows = rowsOf({ tx, scope, campaign, vault, query, wanted, columns, total, onRows });
    const table = tableOf(columns, heading, rows);
    const bytes = format === "xlsx" ? xlsxOf(table) : csvOf(table);
    bytes.once("close", () => void snapshot.end());
    const said = columns.map(({ name }) => name).join(",");
    return {
      bytes,
      name: `${heading.name}.${format}`,
      type: exportTypes[format],
      total,
      filter,
      columns: said,
      end: async () => {
        bytes.destroy();
        await snapshot.end();
      },
    };
  } catch (error) {
    await snapshot.end();
    throw error;
  }
}

/** What narrows the list, in words; to a partner as it was asked, since words name entries by titles that a token may leave out. */
const saidOf = async (
  tx: Transaction,
  campaign: Services["campaign"],
  { register, actor }: ListExport,
  asked: ListAddress,
): Promise<string> =>
  actor.token === undefined
    ? filterWords(tx, campaign, register, asked)
    : Object.entries(asked)
        .map(([name, value]) => `${name}=${value}`)
        .join("&");

/** What narrows the list, as its address has it. */
export const addressOf = (asked: ListExport["asked"]): ListAddress =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** The columns that the list shows, with the number first and the step after the title; all there are where none are named. */
function shownColumns(register: Register, fields: string | undefined): readonly string[] | undefined {
  if (fields === undefined) return undefined;
  const named = fields === "list" ? register.list : fields.split(",");
  const others = named.filter((name) => name !== "number" && name !== stateColumn);
  const at = others.indexOf(register.title) + 1;
  return ["number", ...others.slice(0, at), stateColumn, ...others.slice(at)];
}

function tableOf(columns: readonly Column[], heading: Heading, rows: TableOut["rows"]): TableOut {
  const { title, lines, foot, official, pageMark } = heading;
  return {
    title,
    lines,
    foot,
    official,
    ...(pageMark ? { pageMark } : {}),
    columns: columns.map(outColumn),
    rows,
  };
}

const asThemselves: ReadonlySet<string> = new Set(["day", "integer", "decimal", "money"]);
const widths: Readonly<Record<string, number>> = {
  day: 12,
  integer: 10,
  decimal: 10,
  money: 14,
  flag: 8,
  code: 22,
  choice: 16,
};

/** A column as a file has it: heading, width, and whether what is typed there stays text. */
export function outColumn({ field, words }: Pick<Column, "field" | "words">): OutColumn {
  const usual = field.kind === "text" && field.multiline ? 40 : (widths[field.kind] ?? 24);
  return {
    heading: words.zh,
    width: Math.max(usual, words.zh.length * 2 + 4),
    isText: !asThemselves.has(field.kind),
  };
}

interface Rows {
  readonly tx: Transaction;
  readonly scope: Scope;
  readonly campaign: Services["campaign"];
  readonly vault: Vault;
  readonly query: ListQuery;
  readonly wanted: ListExport;
  readonly columns: readonly Column[];
  readonly total: number;
  readonly onRows: (rows: number) => Promise<void> | void;
}

async function* rowsOf(asked: Rows): AsyncGenerator<readonly (readonly OutCell[])[]> {
  const { tx, scope, campaign, vault, query, columns, total, onRows } = asked;
  const { register, numbers, actor } = asked.wanted;
  let written = 0;
  for await (const entries of everyEntry(tx, scope, register, query)) {
    const label = await cellLabels(tx, campaign, register, entries, actor.token);
    const opened = numbers && (await openNumbers(tx, vault, entries, numbers.fields));
    yield entries.map((entry) => {
      const shown = withNumbers(entry, opened?.get(entry.id));
      return columns.map((column) => cellOf(column, shown, register, label));
    });
    written += entries.length;
    await onRows(written);
  }
  if (written !== total) throw new Error(`The file would hold ${written} rows and says ${total}`);
}

/** The entry with its personal numbers whole, where there are any to put in. */
const withNumbers = (entry: Entry, numbers: ReadonlyMap<string, string> | undefined): Entry =>
  numbers === undefined ? entry : { ...entry, values: { ...entry.values, ...Object.fromEntries(numbers) } };

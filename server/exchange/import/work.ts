import { dayInShanghai } from "../../../core/calendar/day.ts";
import { exportColumns, openingOf } from "../../../core/exchange/columns.ts";
import { rowReader } from "../../../core/exchange/read-row.ts";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { type Alongside, newAlongside } from "../../../core/register/alongside.ts";
import { inputOfRecord, recordAct } from "../../../core/register/recorded.ts";
import type { Register } from "../../../core/register/register.ts";
import { registerNamed } from "../../../core/registers/index.ts";
import { type Actor, scopeOf } from "../../../core/scope/scope.ts";
import type { Services } from "../../services.ts";
import { type Following, prepareCommit } from "../../store/commit.ts";
import { StaleEntry } from "../../store/commit-errors.ts";
import { becomeReader, inOrder, inTransaction, type Transaction } from "../../store/database.ts";
import {
  beginAnew,
  endWork,
  type Import,
  type ImportCounts,
  type ImportEnd,
  keepRows,
  moveOn,
  noteCameIn,
} from "../../store/imports.ts";
import { holdAll } from "../../store/lock.ts";
import { type Drawn, followsOn } from "../../store/numbering.ts";
import { actorInPost } from "../../store/people.ts";
import type { StoredEntry } from "../../store/row.ts";
import { FileRefused } from "../read/file-refused.ts";
import { type OpenedTable, openTable } from "../read/open-table.ts";
import { type Judged, type Judging, judge, type PreparedRow, prepareRows } from "./judge.ts";
import { listsOf } from "./lists.ts";
import { newNames } from "./names.ts";
import { type Plan, planShape } from "./plan.ts";
import { headingsOf, type Reading } from "./reading.ts";
import type { ImportStop } from "./stops.ts";

/** What work needs beside the import: whether this server is stopping. */
interface Working {
  readonly services: Services;
  readonly isStopping: () => boolean;
}

/** The server stops: the import is given back as it stands. */
class Interrupted extends Error {}

/** The work ends here, in words for the person. */
class Stopped extends Error {
  readonly why: ImportStop | FileRefused["refusal"]["code"];
  constructor(why: Stopped["why"]) {
    super(why);
    this.why = why;
  }
}

const tries = 3;

/** Works on an import to its end: tries it, or does it. False where the server is stopping and it was not finished. */
export async function workOn(working: Working, one: Import): Promise<boolean> {
  const { services } = working;
  const end = (ended: ImportEnd) =>
    inTransaction(services.pool, undefined, (tx) => endWork(tx, one.id, ended, services.clock()));
  try {
    await work(working, one);
    await end({ state: one.state === "checking" ? "checked" : "done" });
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    const why =
      error instanceof Stopped ? error.why : error instanceof FileRefused ? error.refusal.code : "failed";
    await end(endOf(one, why));
    if (why === "failed") throw error;
    return true;
  }
}

/** A trial that was stopped is as if it had not begun; of all or nothing nothing has come in, and what would is tried anew. */
function endOf({ state, choice }: Import, stopped: Stopped["why"]): ImportEnd {
  if (state === "checking") return { state: "read", stopped, undone: true };
  if (choice === "all")
    return {
      state: stopped === "row-refused" || stopped === "asked" ? "checking" : "read",
      stopped,
      undone: true,
    };
  return { state: "stopped", stopped };
}

async function work(working: Working, one: Import): Promise<void> {
  const { pool } = working.services;
  if (one.state === "running" && one.choice === "good") return pass(working, one, one.row, doGood);
  const begin = () => inTransaction(pool, undefined, (tx) => beginAnew(tx, one.id));
  return again(async () => {
    await begin();
    await pass(working, one, 0, one.state === "checking" ? tryAll : doAll);
  });
}

/** Goes through the file once. */
async function pass(
  working: Working,
  one: Import,
  after: number,
  go: (run: Run) => Promise<void>,
): Promise<void> {
  const { services } = working;
  const register = registerNamed(one.register);
  if (register === undefined) throw new Error(`No register ${one.register}`);
  const plan = planShape.parse(one.plan);
  const table = await openTable(services.imports.files.path(one.hash), { sheet: plan.sheet, name: one.file });
  try {
    await go({
      working,
      one,
      judging: await judgingOf(services, one, register, plan, table),
      plan,
      table,
      after,
    });
  } finally {
    await table.close();
  }
}

interface Run {
  readonly working: Working;
  readonly one: Import;
  readonly judging: Judging;
  readonly plan: Plan;
  readonly table: OpenedTable;
  /** The last row that was dealt with before. */
  readonly after: number;
}

async function judgingOf(
  services: Services,
  one: Import,
  register: Register,
  plan: Plan,
  { facts }: OpenedTable,
): Promise<Judging> {
  const { campaign } = services;
  const now = services.clock();
  const today = dayInShanghai(now);
  const actor = await presentActor(services, one);
  const scope = scopeOf(actor);
  const lists = await inTransaction(services.pool, scope, (tx) => listsOf(tx, campaign));
  // Written by this server alone, when the file was opened.
  const headings = headingsOf(one.reading as Reading, plan);
  const opens = openingOf(register, plan.mode);
  if (opens === undefined) throw new Error(`No row opens an entry of ${register.name} so`);
  return {
    asking: { services, actor, scope, now, today },
    register,
    opens,
    openInput: (input, row) => (opens === recordAct ? inputOfRecord(input, { import: one.id, row }) : input),
    reason: (row) => `表格导入：${one.file} 第 ${row} 行`,
    columns: plan.columns.map((name) => (name === null ? undefined : exportColumns(register, [name])[0])),
    read: rowReader(register, plan.columns, lists, { from1904: facts.from1904, headings }),
    names: newNames(scope, campaign, register),
    seen: { rows: new Map(), entries: new Map() },
  };
}

/** The person in the post in which they brought the file; who holds it no more brings nothing in. */
async function presentActor({ pool, clock }: Services, { person, post }: Import): Promise<Actor> {
  const actor = await actorInPost(pool, person, post, dayInShanghai(clock()));
  if (actor === undefined) throw new Stopped("post-ended");
  return actor;
}

/** The rows of the file batch by batch, from the first of what is brought in; those that were dealt with before are only read. */
async function* batchesOf({
  table,
  plan,
  judging,
  working,
  after,
}: Run): AsyncGenerator<readonly PreparedRow[]> {
  let waiting: PreparedRow[] = [];
  let rows = 0;
  const own = ({ number }: SheetRow) => number >= plan.firstRow;
  for await (const batch of table.batches()) {
    if (working.isStopping()) throw new Interrupted();
    const prepared = prepareRows(judging, batch.filter(own));
    rows += prepared.length;
    if (rows > limits.importRows) throw new Stopped("too-many-rows");
    waiting.push(...prepared.filter(({ row }) => row.number > after));
    while (waiting.length >= limits.importBatchRows) {
      yield waiting.slice(0, limits.importBatchRows);
      waiting = waiting.slice(limits.importBatchRows);
    }
  }
  if (waiting.length > 0) yield waiting;
}

/** A trial: what would become of every row, each with what those before it would have done. */
async function tryAll(run: Run): Promise<void> {
  const { working, one, judging } = run;
  const alongside = alongsideOf(judging);
  for await (const rows of batchesOf(run)) {
    const stop = await inTransaction(working.services.pool, judging.asking.scope, async (tx) => {
      const judged = await judge(tx, judging, alongside, rows);
      await keepRows(tx, one.id, judged);
      return progress(tx, run, countsOf(judged), rows);
    });
    if (stop) throw new Stopped("asked");
  }
}

/** What rows know of each other, by the acts that they may ask for. */
function alongsideOf({ register, opens }: Judging): Alongside {
  const acts = Object.entries(register.acts).filter(([name, { to }]) => name === opens || to === "unchanged");
  return newAlongside(
    register,
    acts.map(([, act]) => act),
  );
}

/** A batch that is being brought in: judged, and then written once the one before it is. */
interface Coming {
  readonly rows: readonly PreparedRow[];
  readonly judged: Promise<unknown>;
  /** How far it drew its numbers, as soon as they are its own; undefined where it draws none. */
  readonly drew: Promise<Drawn | undefined>;
  /** Whether the work is to stop. */
  readonly written: Promise<boolean>;
}

const nothing: Coming = {
  rows: [],
  judged: Promise.resolve(),
  drew: Promise.resolve(undefined),
  written: Promise.resolve(false),
};

/**
 * Every good row for itself: a batch is one transaction, and what came in stays. While the database writes one batch the next is
 * judged, numbered and sent: it waits in the database for the series that the first holds. What both may count is locked by the first, too.
 */
async function doGood(run: Run): Promise<void> {
  const { working, one } = run;
  let last = nothing;
  try {
    for await (const rows of batchesOf(run)) {
      await presentActor(working.services, one);
      const coming = begin(run, rows, last);
      // Judged, or failed, in which case it is told below.
      await coming.judged.catch(() => undefined);
      last = await settled(run, last, coming);
    }
    await settled(run, last);
  } finally {
    // Whoever takes the work over, or resumes it, must not meet a batch that is still on its way.
    await last.written.catch(() => undefined);
  }
}

function begin(run: Run, rows: readonly PreparedRow[], before: Coming): Coming {
  const { promise: judged, resolve, reject } = Promise.withResolvers<void>();
  const drew = Promise.withResolvers<Drawn | undefined>();
  const { pool } = run.working.services;
  const send = async (tx: Transaction) => {
    const found = await judge(tx, run.judging, alongsideOf(run.judging), rows);
    resolve();
    const after = await followed(before, found);
    // What was to stop with the batch before does not begin with this one.
    if (after === undefined && (await before.written)) throw new Stopped("asked");
    return bringIn(tx, run, found, { after, drew: drew.resolve });
  };
  const written = inTransaction(pool, run.judging.asking.scope, async (tx) => {
    const sent = await send(tx);
    await sent.written;
    if (await before.written) throw new Stopped("asked");
    return progress(tx, run, sent.counts, rows);
  });
  // Told by `settled`, which waits for it; nobody need wait for the judging alone.
  written.catch(reject);
  judged.catch(() => undefined);
  written.finally(() => drew.resolve(undefined)).catch(() => undefined);
  return { rows, judged, drew: drew.promise, written };
}

/**
 * How far the batch before drew, where this one only draws from the same series. Any other must not write anything yet: the one before
 * could come to wait for it in the database, while it waits here for that one to end.
 */
async function followed(before: Coming, judged: readonly Judged[]): Promise<Drawn | undefined> {
  const drawn = await before.drew;
  const steps = judged.flatMap(({ outcome }) => outcome?.steps ?? []);
  return drawn && followsOn(drawn, steps) ? drawn : undefined;
}

/**
 * Waits until a batch is written, and gives the next, or itself where it is the last. Somebody may have acted on an entry of it in the
 * same moment: then it is read and decided anew, and with it the next, which was judged by what is no longer so.
 */
async function settled(run: Run, last: Coming, next: Coming = last): Promise<Coming> {
  try {
    if (await last.written) throw new Stopped("asked");
    return next;
  } catch (error) {
    await next.written.catch(() => undefined);
    if (!(error instanceof StaleEntry)) throw error;
    const stop = await again(() => begin(run, last.rows, nothing).written);
    if (stop) throw new Stopped("asked");
    return next === last ? nothing : begin(run, next.rows, nothing);
  }
}

/** All or nothing: the whole file is one transaction. */
async function doAll(run: Run): Promise<void> {
  const { working, judging } = run;
  const { pool } = working.services;
  await inTransaction(pool, judging.asking.scope, async (tx) => {
    for await (const rows of batchesOf(run)) {
      await becomeReader(tx);
      const sent = await bringIn(tx, run, await judge(tx, judging, alongsideOf(judging), rows));
      await sent.written;
      if (sent.counts.refuses > 0) throw new Stopped("row-refused");
      // Beside the transaction, so that others see how far it is; all of it is taken back where the whole is.
      if (await progress(pool, run, sent.counts, rows)) throw new Stopped("asked");
    }
  });
}

/** A batch of which all statements were sent. What was judged is let go of by then: while the database writes, the next is judged. */
interface Sent {
  readonly counts: ImportCounts;
  readonly written: Promise<unknown>;
}

/** Writes what the good ones among judged rows do, and what became of all of them, in one round trip. */
async function bringIn(
  tx: Transaction,
  { one, working }: Run,
  judged: readonly Judged[],
  following?: Following,
): Promise<Sent> {
  const counts = countsOf(judged);
  const outcomes = judged.flatMap(({ outcome }) => outcome ?? []);
  if (outcomes.length === 0) return { counts, written: keepRows(tx, one.id, judged) };
  const wentBy = judged.flatMap((row) => row.wentBy ?? []);
  const written = new Set(outcomes.flatMap(({ steps }) => steps.map(({ after }) => after.id)));
  await holdAll(tx, wentBy, written);
  const prepared = await prepareCommit(tx, outcomes, headsOf(wentBy), working.services, following);
  const numbers = new Map(prepared.entries.map(({ id, values }) => [id, values.number]));
  const told = judged.map((row) => {
    const number = row.entry === null ? undefined : numbers.get(row.entry);
    return number === undefined ? row : { ...row, told: { ...row.told, number } };
  });
  const cameIn = judged.flatMap(({ fingerprint, entry, row, outcome }) =>
    fingerprint !== undefined && entry !== null && outcome
      ? [{ fingerprint, entry, import: one.id, row }]
      : [],
  );
  return {
    counts,
    written: inOrder([prepared.write(), noteCameIn(tx, one.register, cameIn), keepRows(tx, one.id, told)]),
  };
}

const headsOf = (entries: readonly StoredEntry[]) =>
  new Map(entries.filter(({ version }) => version > 0).map(({ id, head }) => [id, head]));

async function progress(
  tx: Parameters<typeof moveOn>[0],
  { one, working }: Run,
  counts: ImportCounts,
  rows: readonly PreparedRow[],
): Promise<boolean> {
  const leasedUntil = new Date(working.services.clock().getTime() + limits.importLeaseSeconds * 1_000);
  return moveOn(tx, one.id, { row: rows.at(-1)?.row.number ?? 0, ...counts }, leasedUntil);
}

function countsOf(judged: readonly Judged[]): ImportCounts {
  const count = (verdict: Judged["verdict"]) => judged.filter((row) => row.verdict === verdict).length;
  return { adds: count("add"), changes: count("change"), skips: count("skip"), refuses: count("refuse") };
}

/** Somebody may act on an entry of the batch in the same moment; then all of it is read and decided anew. */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let done = 1; ; done += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleEntry) || done === tries) throw error;
    }
  }
}

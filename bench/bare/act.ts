import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { type Captured, readCaptured, type Statement, workOf } from "./statements.ts";

/**
 * The bare equivalent of an act: pgbench runs the statements of one real act, prepared, as the tables' owner, each time on another
 * entry that stands where the captured one stood. The values of every run are drawn up beforehand in a table, so that a run reads
 * one row of it and then sends what the product sends. Prints what it measured as JSON.
 */
const [url = "", folder = "", clients = "8", count = "1000"] = process.argv.slice(2);
const warmUp = 5;

/** A value of a statement: the same in every run, or a column of `bare_act` that holds this entry's own. */
type Place = { readonly constant: string } | { readonly column: number };

interface Drawn {
  readonly places: ReadonlyMap<unknown, Place>;
  readonly columns: number;
}

const act = await readCaptured(folder, "act");
const perClient = Math.max(1, Math.floor(Number(count) / Number(clients)));
const client = new pg.Client(url);
await client.connect();
const scratch = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
try {
  const drawn = await drawUp(client, act, Number(clients) * (perClient + warmUp));
  await client.query("checkpoint");
  await pgbench(drawn, warmUp, 0);
  process.stdout.write(`${JSON.stringify(await pgbench(drawn, perClient, Number(clients) * warmUp))}\n`);
} finally {
  await client.query("drop table if exists bare_act");
  await client.end();
  await rm(scratch, { recursive: true });
}

/** Fills `bare_act` with the values of every statement, for as many entries as the runs will change. */
async function drawUp(db: pg.Client, captured: Captured, rows: number): Promise<Drawn> {
  const { entry, drawn = [] } = captured;
  if (entry === undefined) throw new Error("The captured act names no entry");
  const { rows: targets } = await db.query<{ id: string; number: string; organisation: string }>(
    "select id, number, organisation from entry_hazard where state = 'rectifying' and version = 5 limit $1",
    [rows],
  );
  if (targets.length < rows) throw new Error(`Only ${targets.length} of ${rows} entries are left to act on`);
  const own = [entry.id, entry.number, entry.organisation, ...drawn];
  const places = new Map<unknown, Place>();
  const varying: string[] = [];
  for (const { values } of workOf(captured)) {
    for (const value of values) {
      const text = textOf(value);
      const varies = own.some((mine) => text.includes(mine));
      places.set(value, varies ? { column: varying.push(text) } : { constant: text });
    }
  }
  await db.query("drop table if exists bare_act");
  const names = varying.map((_, at) => `v${at + 1}`);
  await db.query(
    `create unlogged table bare_act (n integer primary key, ${names.map((name) => `${name} text`)})`,
  );
  const lines = targets.map((target, n) => {
    const theirs = [target.id, target.number, target.organisation, ...drawn.map(() => randomUUID())];
    return [
      n,
      ...varying.map((text) => own.reduce((made, mine, at) => made.replaceAll(mine, theirs[at] ?? ""), text)),
    ];
  });
  await db.query(
    "insert into bare_act select (r ->> 0)::integer, " +
      `${names.map((_, at) => `r ->> ${at + 1}`)} from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(lines)],
  );
  await db.query("vacuum (analyze) bare_act");
  return { places, columns: varying.length };
}

/** A value as the driver writes it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map((member) => arrayMember(member)).join(",")}}`;
  return String(value);
}

function arrayMember(member: unknown): string {
  if (member === null) return "NULL";
  return `"${String(member).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Runs pgbench with each client on entries of its own, from the given row of `bare_act` on. */
async function pgbench({ places, columns }: Drawn, transactions: number, from: number) {
  const constants: string[] = [];
  const statements = workOf(act).map(({ text, values }: Statement) =>
    text.replaceAll(/\$(\d+)/g, (_, number: string) => {
      const value = values[Number(number) - 1];
      const place = places.get(value);
      if (value === null || value === undefined || place === undefined) return "null";
      if ("column" in place) return `:v${place.column}`;
      const known = constants.indexOf(place.constant);
      return `:c${known < 0 ? constants.push(place.constant) - 1 : known}`;
    }),
  );
  const list = Array.from({ length: columns }, (_, at) => `v${at + 1}`).join(", ");
  const script = [
    `\\set n ${from} + :client_id * ${transactions} + :i`,
    "\\set i :i + 1",
    `select ${list} from bare_act where n = :n \\gset`,
    "begin;",
    ...statements.map((text) => `${text.replaceAll(/\s+/g, " ")};`),
    "commit;",
  ];
  const file = join(scratch, "act.sql");
  await writeFile(file, `${script.join("\n")}\n`);
  const given = ["i=0", ...constants.map((value, at) => `c${at}=${value}`)].flatMap((given) => ["-D", given]);
  const workers = ["-c", clients, "-j", "2", "-t", String(transactions)];
  const { stdout } = await promisify(execFile)("pgbench", [
    "-n",
    "-M",
    "prepared",
    ...workers,
    ...given,
    "-f",
    file,
    url,
  ]);
  return summary(stdout);
}

function summary(report: string) {
  const figure = (pattern: RegExp) => Number(pattern.exec(report)?.[1] ?? Number.NaN);
  return {
    count: figure(/actually processed: (\d+)/),
    perSecond: Math.round(figure(/tps = ([\d.]+)/) * 100) / 100,
    meanMs: figure(/latency average = ([\d.]+)/),
    failed: figure(/failed transactions: (\d+)/),
  };
}

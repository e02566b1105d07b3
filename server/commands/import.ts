import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { importShape, reasonText, rowShape } from "../routes/import-views.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { addressOf, type ProductClient, signInAt } from "./product-client.ts";

const flags = {
  url: { type: "string" },
  user: { type: "string" },
  record: { type: "boolean" },
  all: { type: "boolean" },
  good: { type: "boolean" },
  reasons: { type: "string" },
} as const;

/** Brings a file of rows into a register of a running product: tried always, done only where `--all` or `--good` says so. */
export const importCommand: Command = {
  takes: "REGISTER FILE --user USER [--url URL] [--record] [--all | --good] [--reasons FILE]",
  words: {
    zh: "向运行中的系统导入表格：默认只试导入；--all 全部正确才导入，--good 只导入正确的行，--record 补录，--reasons 取回带原因的原文件",
    en: "bring a file of rows into a running product: tried only, unless --all (every row or none) or --good (the good ones); --record for matters with a history; --reasons gives the file back with the reasons",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, flags, 2);
    const [register, file] = positionals;
    if (register === undefined || file === undefined) throw wanting();
    const address = addressOf(values);
    const bytes = await readFile(file).catch(() => {
      throw new StartProblem("file-unreadable", { zh: `无法读取 ${file}`, en: `${file} cannot be read` });
    });
    const client = await signInAt(address);
    try {
      const one = await tried(client, register, { name: basename(file), bytes }, values.record === true);
      await tellRefused(client, one);
      if (values.reasons !== undefined) await giveBack(client, one, values.reasons);
      const choice = values.all ? "all" : values.good ? "good" : undefined;
      if (choice === undefined || (choice === "all" && one.counts.refuse > 0)) return tell(one, false);
      if (one.counts.add + one.counts.change === 0) return tell(one, false);
      await client.ask("POST", `/api/imports/${one.id}/run`, { choice });
      return tell(await atRest(client, one.id), true);
    } finally {
      await client.signOut();
    }
  },
};

type Import = z.output<typeof importShape>;
const answer = z.object({ import: importShape });

const wanting = () =>
  new StartProblem("operands-missing", {
    zh: "请给出台账名称和文件，例如 zhiben import hazard 台账.xlsx --user 用户名",
    en: "Name a register and a file, as in zhiben import hazard ledger.xlsx --user NAME",
  });

async function tried(
  client: ProductClient,
  register: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  records: boolean,
): Promise<Import> {
  const headers = { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" };
  const path = `/api/registers/${encodeURIComponent(register)}/imports`;
  const { import: one } = answer.parse(await client.ask("POST", path, bytes, headers));
  if (one.plan === null)
    throw new StartProblem("heading-unknown", {
      zh: "没有认出表头，请在网页上指定各列含义",
      en: "No heading was recognised; say on the page what the columns are",
    });
  const left = one.columns.filter(({ field, heading }) => field === null && heading !== "");
  if (left.length > 0) {
    const names = left.map(({ column, heading }) => `${column} ${heading}`).join("、");
    say({ zh: `不导入的列：${names}`, en: `Columns left out: ${names}` });
  }
  const plan = { ...one.plan, ...(records ? { mode: "record" } : {}) };
  await client.ask("PUT", `/api/imports/${one.id}/plan`, plan);
  return atRest(client, one.id);
}

const lookEveryMs = 500;

async function atRest(client: ProductClient, id: string): Promise<Import> {
  for (;;) {
    const { import: one } = answer.parse(await client.ask("GET", `/api/imports/${id}`));
    if (one.state !== "checking" && one.state !== "running") return one;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

const toldRows = 20;

async function tellRefused(client: ProductClient, { id, counts }: Import): Promise<void> {
  if (counts.refuse === 0) return;
  const { rows } = z
    .object({ rows: z.array(rowShape) })
    .parse(await client.ask("GET", `/api/imports/${id}/rows?verdict=refuse&limit=${toldRows}`));
  for (const row of rows) process.stdout.write(`第 ${row.row} 行：${reasonText(row)}\n`);
  if (counts.refuse > rows.length)
    say({
      zh: `另有 ${counts.refuse - rows.length} 行，用 --reasons 取回带原因的文件`,
      en: `${counts.refuse - rows.length} more; --reasons gives the file back with all of them`,
    });
}

async function giveBack(client: ProductClient, { id }: Import, file: string): Promise<void> {
  const { body } = await client.fetch(`/api/imports/${id}/file`);
  if (body === null) throw new Error("The file came without its bytes");
  await pipeline(Readable.fromWeb(body), createWriteStream(file));
  say({ zh: `带原因的文件：${file}`, en: `The file with the reasons: ${file}` });
}

/** 0 where nothing is refused and nothing stopped it, else 1. */
function tell({ counts: { add, change, skip, refuse }, state, stopped }: Import, isDone: boolean): number {
  say(
    isDone
      ? {
          zh: `已新增 ${add}，更改 ${change}，跳过 ${skip}，未导入 ${refuse}`,
          en: `${add} added, ${change} changed, ${skip} skipped, ${refuse} refused`,
        }
      : {
          zh: `试导入：将新增 ${add}，更改 ${change}，跳过 ${skip}，不能导入 ${refuse}；没有写入任何内容`,
          en: `Tried: ${add} to add, ${change} to change, ${skip} to skip, ${refuse} refused; nothing was written`,
        },
  );
  if (stopped !== null) say(stopped.words);
  return refuse === 0 && (state === "done" || state === "checked") ? 0 : 1;
}

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { addressOf, signInAt } from "./product-client.ts";

const flags = { url: { type: "string" }, user: { type: "string" }, filter: { type: "string" } } as const;

/** Takes a list of a running product out into a file, as its address narrows it. */
export const exportCommand: Command = {
  takes: "REGISTER FILE.xlsx|FILE.csv --user USER [--url URL] [--filter QUERY]",
  words: {
    zh: "从运行中的系统导出台账（QUERY 为列表地址中 ? 之后的筛选，如 q=接地&sort=dueOn）",
    en: "take a list out of a running product (QUERY as in the address of the list, after ?: q=接地&sort=dueOn)",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, flags, 2);
    const [register, file = ""] = positionals;
    const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
    if (register === undefined || format === undefined)
      throw new StartProblem("operands-missing", {
        zh: "请给出台账名称和以 .xlsx 或 .csv 结尾的文件",
        en: "Name a register and a file that ends in .xlsx or .csv",
      });
    const client = await signInAt(addressOf(values));
    try {
      const query = values.filter === undefined ? "" : `?${values.filter}`;
      const { body } = await client.fetch(
        `/api/registers/${encodeURIComponent(register)}/entries.${format}${query}`,
      );
      if (body === null) throw new Error("The file came without its bytes");
      await pipeline(Readable.fromWeb(body), createWriteStream(file));
    } finally {
      await client.signOut();
    }
    say({ zh: `已导出到 ${file}`, en: `Written to ${file}` });
    return 0;
  },
};

import { dayInShanghai, isDay } from "../../core/calendar/day.ts";
import { auditEvents, signInFailures } from "../../core/ledger/audit.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import { sessionEnds } from "../../core/ledger/session-ends.ts";
import type { Words } from "../../core/words.ts";
import { readSettings } from "../settings.ts";
import { dropAuditMonths } from "../store/audit-drop.ts";
import { type ReadLine, readAudit } from "../store/audit-log.ts";
import { loadCampaign, parametersOn } from "../store/campaign.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import type { Installation } from "../store/found.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

/** Reads the audit log, which no role of the product may; or drops its months past their retention. */
export const audit: Command = {
  takes: "[--from DAY] [--to DAY] [--person NAME] | --drop-before MONTH",
  words: {
    zh: "查看审计日志，或清理某月之前已满留存期的审计日志",
    en: "show the audit log, or drop its months before one, once their retention is over",
  },
  async run(given) {
    const text = { type: "string" } as const;
    const { values } = readFlags(given, { from: text, to: text, person: text, "drop-before": text });
    const before = values["drop-before"];
    const days = [values.from, values.to].filter((day) => day !== undefined);
    if (!days.every(isDay)) throw badFlag(days.join(" "));
    if (before !== undefined && !isDay(`${before}-01`)) throw badFlag(before);
    const database = await openDatabase(readSettings(process.env));
    try {
      const installation = await requireInstallation(database.owner);
      if (before !== undefined) await drop(database.owner, installation, before);
      else
        for await (const line of readAudit(database.owner, values)) process.stdout.write(`${told(line)}\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};

const badFlag = (given: string) =>
  new StartProblem("bad-day", { zh: `日期或月份无效：${given}`, en: `Not a day or month: ${given}` });

async function drop(owner: Pool, { pack, algorithm }: Installation, before: string): Promise<void> {
  const now = new Date();
  const today = dayInShanghai(now.toISOString());
  const keepDays = parametersOn(await loadCampaign(pack), today).numbers["audit.keep.for"];
  if (keepDays === undefined) throw new Error(`The pack ${pack} does not say how long the audit log is kept`);
  const dropped = await inTransaction(owner, undefined, (tx) =>
    dropAuditMonths(tx, { before, today, now, keepDays, algorithm }),
  );
  const months = dropped?.months.join(" ") ?? "";
  say(
    dropped
      ? { zh: `已清理并记入全过程记录：${months}`, en: `dropped, and said so in the ledger: ${months}` }
      : { zh: `没有 ${before} 之前的审计日志`, en: `there is no audit log before ${before}` },
  );
}

/** One line in words, Chinese first. */
export function told({ body, facts, name }: ReadLine): string {
  const event = Object.entries(auditEvents).find(([known]) => known === body.act)?.[1];
  const declared: Readonly<Record<string, { readonly words: Words }>> = event?.facts ?? {};
  const said = Object.entries(facts).map(
    ([fact, value]) => `${both(declared[fact]?.words, fact)}=${valueText(fact, value)}`,
  );
  return [body.at, both(event?.words, body.act), name ?? "—", body.role, body.entry, ...said].join("  ");
}

const both = (words: Words | undefined, otherwise: string): string =>
  words ? `${words.zh} · ${words.en}` : otherwise;

const reasons: Readonly<Record<string, Words>> = { ...signInFailures, ...sessionEnds };

function valueText(fact: string, value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  // What somebody typed may hold signs that a terminal obeys.
  return fact === "why" ? both(reasons[value], value) : JSON.stringify(value);
}

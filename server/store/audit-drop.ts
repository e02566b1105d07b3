import { createHash } from "node:crypto";
import { addDays, type Day } from "../../core/calendar/day.ts";
import { type LineBody, readLine } from "../../core/ledger/line.ts";
import { appendInstallationLine } from "./commit.ts";
import type { Queryable } from "./database.ts";
import type { HashAlgorithm } from "./digests.ts";
import { StartProblem } from "./start-problem.ts";

const dropAct = "dropAudit";

/** A recorded drop: all audit lines before a month. What it says of the leaves holds for all drops up to it together. */
export interface Drop {
  readonly installation: string;
  /** Version of its line in the installation's own chain. */
  readonly version: number;
  /** The first month that stays: 2026-05. */
  readonly before: string;
  readonly months: readonly string[];
  /** How many leaves have no line any more. */
  readonly lines: number;
  /** Over those leaves, as `leavesWithoutLine` hashes them. */
  readonly digest: string;
}

/** Every drop that the installation's own chain records, the oldest first. */
export async function drops(owner: Queryable): Promise<readonly Drop[]> {
  const { rows } = await owner.query<{ text: string }>({
    text: "select text from ledger where register = 'installation' and act = $1 order by version",
    values: [dropAct],
  });
  return rows.map(({ text }) => {
    const { entry, version, changes } = readLine(text).body;
    const months = Array.isArray(changes.months) ? changes.months.map(String) : [];
    const { before, lines, digest } = changes;
    return {
      installation: entry,
      version,
      before: String(before),
      months,
      lines: Number(lines),
      digest: String(digest),
    };
  });
}

const batchLeaves = 10_000;

/** The leaves of which neither log has the line: how many, the first of them, and one hash over all in the order of the tree. */
export async function leavesWithoutLine(
  owner: Queryable,
  algorithm: HashAlgorithm,
  named = 0,
  onBatch: () => Promise<void> = async () => undefined,
): Promise<{
  readonly lines: number;
  readonly digest: string;
  readonly first: readonly { readonly position: number; readonly entry: string; readonly version: number }[];
}> {
  const hash = createHash(algorithm);
  const first: { position: number; entry: string; version: number }[] = [];
  let lines = 0;
  for (let after = -1; ; ) {
    const { rows } = await owner.query<{ position: number; entry: string; version: number; hash: string }>({
      text: `select f.position, f.entry, f.version, f.hash from leaf f where f.position > $1
          and not exists (select from ledger l where l.entry = f.entry and l.version = f.version)
          and not exists (select from audit a where a.entry = f.entry and a.version = f.version)
        order by f.position limit $2`,
      values: [after, batchLeaves],
    });
    for (const leaf of rows) {
      hash.update(`${leaf.position} ${leaf.entry} ${leaf.version} ${leaf.hash}\n`);
      if (first.length < named)
        first.push({ position: leaf.position, entry: leaf.entry, version: leaf.version });
    }
    lines += rows.length;
    await onBatch();
    after = rows.at(-1)?.position ?? after;
    if (rows.length < batchLeaves) return { lines, digest: hash.digest("hex"), first };
  }
}

interface Month {
  /** 2026-05 */
  readonly name: string;
  readonly table: string;
}

/** The months of the audit log that are partitions of their own, the oldest first. */
export async function auditMonths(owner: Queryable): Promise<readonly Month[]> {
  const { rows } = await owner.query<{ table: string }>(
    `select c.relname as table from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'audit'::regclass and c.relname ~ '^audit_\\d{4}_\\d{2}$' order by 1`,
  );
  return rows.map(({ table }) => ({ table, name: table.slice("audit_".length).replace("_", "-") }));
}

export interface DropRequest {
  /** The first month that stays: 2026-05. */
  readonly before: string;
  readonly today: Day;
  readonly now: Date;
  /** How long a line is kept, in days after its month. Cybersecurity Law (2016) art. 21(3). */
  readonly keepDays: number;
  readonly algorithm: HashAlgorithm;
}

/**
 * Drops the months of the audit log before one, in the caller's transaction and with the owner's rights, and says so in the
 * installation's own chain. Throws a StartProblem where the retention is not over, where no signed checkpoint stands over every
 * line that would go, or where leaves are without their line already that no drop accounts for.
 */
export async function dropAuditMonths(tx: Queryable, request: DropRequest): Promise<Drop | undefined> {
  const { before, today, keepDays, algorithm } = request;
  if (addDays(`${before}-01`, keepDays) > today)
    throw new StartProblem("audit-retained", {
      zh: `${before} 之前的审计日志未满留存期（${keepDays} 日）`,
      en: `The audit log before ${before} has not been kept for its ${keepDays} days yet`,
    });
  // Nobody places lines while it is counted which leaves have theirs.
  await tx.query("select pg_advisory_xact_lock(727002)");
  const months = (await auditMonths(tx)).filter(({ name }) => name < before);
  if (months.length === 0) return undefined;
  await refuseUnaccounted(tx, algorithm);
  for (const month of months) await refuseUncovered(tx, month);
  for (const month of months) await dropMonth(tx, month);
  return recordDrop(tx, request, months);
}

async function refuseUnaccounted(tx: Queryable, algorithm: HashAlgorithm): Promise<void> {
  const last = (await drops(tx)).at(-1);
  const gone = await leavesWithoutLine(tx, algorithm);
  if (last === undefined ? gone.lines === 0 : gone.digest === last.digest) return;
  throw new StartProblem("audit-incomplete", {
    zh: "已有记录缺失且无清理记录可查，请先核验（zhiben verify）",
    en: "Lines are missing already that no drop accounts for: verify first (zhiben verify)",
  });
}

async function refuseUncovered(tx: Queryable, { table, name }: Month): Promise<void> {
  const { rows } = await tx.query<{ open: boolean }>(
    `select exists (
        select from ${table} a left join leaf f on f.entry = a.entry and f.version = a.version
        where f.position is null or f.position >= (select coalesce(max(size), 0) from checkpoint)) as open`,
  );
  if (rows[0]?.open !== true) return;
  throw new StartProblem("audit-not-signed", {
    zh: `${name} 的审计日志尚未全部纳入已签名的检查点`,
    en: `No signed checkpoint stands over every line of the audit log of ${name} yet`,
  });
}

async function dropMonth(tx: Queryable, { table }: Month): Promise<void> {
  await tx.query(`delete from value v using ${table} a where v.entry = a.entry and v.version = a.version`);
  await tx.query(`drop table ${table}`);
}

async function recordDrop(
  tx: Queryable,
  { before, today, now, algorithm }: DropRequest,
  months: readonly Month[],
): Promise<Drop> {
  const { lines, digest } = await leavesWithoutLine(tx, algorithm);
  const { rows } = await tx.query<{ text: string; hash: string }>(
    "select text, hash from ledger where register = 'installation' order by version desc limit 1",
  );
  const [last] = rows;
  if (last === undefined) throw new Error("The installation has no founding line");
  const { entry, version, register, state } = readLine(last.text).body;
  const names = months.map(({ name }) => name);
  const body: LineBody = {
    entry,
    version: version + 1,
    register,
    act: dropAct,
    state,
    actor: entry,
    role: "system",
    organisation: entry,
    at: now.toISOString(),
    day: today,
    changes: { before, months: names, lines, digest },
  };
  await appendInstallationLine(tx, algorithm, last.hash, body);
  return { installation: entry, version: version + 1, before, months: names, lines, digest };
}

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
  readonly at: string;
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
  const { rows } = await owner.query<{ text: string }>("select audit_drops() as text");
  return rows.map(({ text }) => {
    const { entry, version, at, changes } = readLine(text).body;
    const months = Array.isArray(changes.months) ? changes.months.map(String) : [];
    const { before, lines, digest } = changes;
    return {
      installation: entry,
      version,
      at,
      before: String(before),
      months,
      lines: Number(lines),
      digest: String(digest),
    };
  });
}

const batchLeaves = 10_000;

/** Leaves without a line: how many, and one hash over all in the order of the tree. */
interface Gone {
  readonly lines: number;
  readonly digest: string;
}

/** The leaves of which neither log has the line, with the first of them. */
export async function leavesWithoutLine(
  owner: Queryable,
  algorithm: HashAlgorithm,
  named = 0,
  onBatch: () => Promise<void> = async () => undefined,
) {
  const gone = newGone(algorithm);
  const first: { position: number; entry: string; version: number }[] = [];
  await eachLeafWithout(owner, [], onBatch, (leaf) => {
    gone.add(leaf);
    const { position, entry, version } = leaf;
    if (first.length < named) first.push({ position, entry, version });
  });
  return { ...gone.told(), first };
}

interface Leaf {
  readonly position: number;
  readonly entry: string;
  readonly version: number;
  readonly hash: string;
  /** Whether its line is among those that would go, and still stands. */
  readonly stands: boolean;
}

function newGone(algorithm: HashAlgorithm) {
  const hash = createHash(algorithm);
  let lines = 0;
  return {
    add({ position, entry, version, hash: leaf }: Leaf) {
      hash.update(`${position} ${entry} ${version} ${leaf}\n`);
      lines += 1;
    },
    told: (): Gone => ({ lines, digest: hash.digest("hex") }),
  };
}

/** Goes through the leaves of which neither log has the line, or only a part of the audit log that is named here. */
async function eachLeafWithout(
  owner: Queryable,
  except: readonly string[],
  onBatch: () => Promise<void>,
  work: (leaf: Leaf) => void,
): Promise<void> {
  for (let after = -1; ; ) {
    const { rows } = await owner.query<Leaf>({
      text: `select f.position, f.entry, f.version, f.hash,
          exists (select from audit a where a.entry = f.entry and a.version = f.version) as stands
        from leaf f where f.position > $1
          and not exists (select from ledger l where l.entry = f.entry and l.version = f.version)
          and not exists (select from audit a where a.entry = f.entry and a.version = f.version
            and a.tableoid <> all ($3::regclass[]))
        order by f.position limit $2`,
      values: [after, batchLeaves, except],
    });
    for (const leaf of rows) work(leaf);
    await onBatch();
    after = rows.at(-1)?.position ?? after;
    if (rows.length < batchLeaves) return;
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
  // One drop after the other. Its walk over the leaves comes before what makes others wait: the sequencer, and then, by the first
  // table that goes, everybody who signs in.
  await tx.query("select pg_advisory_xact_lock(727004)");
  const months = (await auditMonths(tx)).filter(({ name }) => name < before);
  if (months.length === 0) return undefined;
  for (const month of months) await refuseUncovered(tx, month);
  const { gone, standing } = await goneWith(tx, algorithm, months);
  for (const month of months) await dropValues(tx, month);
  await tx.query("select pg_advisory_xact_lock(727002)");
  // As dropping a part of it takes it: from here on nobody adds a line.
  await tx.query("lock table audit in access exclusive mode");
  let dropped = 0;
  for (const month of months) dropped += await dropMonth(tx, month);
  // A line that came to such a month after its leaves were gone through, by a clock set back, would go unaccounted for.
  if (dropped !== standing) throw notSigned(months.map(({ name }) => name).join(" "));
  return recordDrop(tx, request, months, gone);
}

/**
 * The leaves that are without their line once the months are gone, and how many of these have it still. Throws a StartProblem where
 * some are without it already that no drop accounts for.
 */
async function goneWith(
  tx: Queryable,
  algorithm: HashAlgorithm,
  months: readonly Month[],
): Promise<{ readonly gone: Gone; readonly standing: number }> {
  const [already, then] = [newGone(algorithm), newGone(algorithm)];
  const tables = months.map(({ table }) => table);
  await eachLeafWithout(
    tx,
    tables,
    async () => undefined,
    (leaf) => {
      then.add(leaf);
      if (!leaf.stands) already.add(leaf);
    },
  );
  const last = (await drops(tx)).at(-1);
  const [{ lines, digest }, gone] = [already.told(), then.told()];
  if (last === undefined ? lines === 0 : digest === last.digest)
    return { gone, standing: gone.lines - lines };
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
  if (rows[0]?.open === true) throw notSigned(name);
}

const notSigned = (months: string) =>
  new StartProblem("audit-not-signed", {
    zh: `${months} 的审计日志尚未全部纳入已签名的检查点`,
    en: `No signed checkpoint stands over every line of the audit log of ${months} yet`,
  });

const dropValues = (tx: Queryable, { table }: Month): Promise<unknown> =>
  tx.query(`delete from value v using ${table} a where v.entry = a.entry and v.version = a.version`);

/** Returns how many lines went. */
async function dropMonth(tx: Queryable, { table }: Month): Promise<number> {
  const { rows } = await tx.query<{ lines: number }>(`select count(*) as lines from ${table}`);
  await tx.query(`drop table ${table}`);
  return rows[0]?.lines ?? 0;
}

async function recordDrop(
  tx: Queryable,
  { before, today, now, algorithm }: DropRequest,
  months: readonly Month[],
  { lines, digest }: Gone,
): Promise<Drop> {
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
  return { installation: entry, version: version + 1, at: body.at, before, months: names, lines, digest };
}

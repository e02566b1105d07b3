import type { Fault } from "../../core/ledger/faults.ts";
import type { OpenSealed } from "../../core/ledger/history.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import { verifyAudit } from "./audit-log.ts";
import { lastPosition } from "./changes.ts";
import type { Pool, Queryable } from "./database.ts";
import type { HashAlgorithm } from "./digests.ts";
import { newRecount } from "./verify/cells.ts";
import { headsOf, readKeys } from "./verify/checkpoints.ts";
import { checkCriteriaTexts, checkWithdrawals } from "./verify/criteria-texts.ts";
import { newFaultLog } from "./verify/fault-log.ts";
import { newInstallationCheck } from "./verify/installation.ts";
import { checkLedger } from "./verify/ledger.ts";
import { checkMonths } from "./verify/months.ts";
import { newNumbers } from "./verify/numbers.ts";
import { checkPeople } from "./verify/people.ts";
import { checkTree } from "./verify/tree.ts";
import type { Verifying, VerifyOptions } from "./verify/verifying.ts";

export interface Verification {
  readonly entries: number;
  readonly lines: number;
  readonly faultCount: number;
  /** The first of them: by position in the ledger, then those that have none. */
  readonly faults: readonly Fault[];
}

/**
 * Checks all that the database holds against its ledger, and the ledger against what was signed, as it stands at one moment, while
 * the product may go on working. Changes nothing. `onProgress` hears how many rows of about how many are done.
 */
export async function verifyLedger(
  pool: Pool,
  algorithm: HashAlgorithm,
  onProgress: (done: number, total: number) => void,
  options: Omit<VerifyOptions, "algorithm" | "onProgress"> = {},
): Promise<Verification> {
  const tx = await pool.connect();
  try {
    await tx.query("begin transaction isolation level repeatable read read only");
    return await verifyWithin(tx, { ...options, algorithm, onProgress });
  } finally {
    await tx.query("rollback").catch(() => undefined);
    tx.release();
  }
}

const batchRowsAtOnce = 2_000;

/** As `verifyLedger`, in the caller's transaction, which must see one moment throughout and all rows. */
export async function verifyWithin(tx: Queryable, options: VerifyOptions): Promise<Verification> {
  const faults = newFaultLog();
  const { pause, onProgress, batchRows = batchRowsAtOnce } = options;
  const total = await rowsToRead(tx);
  let done = 0;
  const onBatch = async () => {
    done = Math.min(total, done + batchRows);
    onProgress?.(done, total);
    await pause?.();
  };
  // Whole tables are read to their end: a plan that gives its first rows soonest would be the wrong one.
  await tx.query("set local cursor_tuple_fraction = 1");
  const open = options.vault === undefined ? withoutKeys : await options.vault.opening(tx);
  const verifying: Verifying = { tx, open, options, faults, batchRows, onBatch };
  const installation = await newInstallationCheck(verifying);
  const keys = await readKeys(verifying);
  const [recount, numbers] = [newRecount(), newNumbers()];
  const counted = await checkLedger(verifying, { recount, numbers, installation });
  installation.end();
  await checkCriteriaTexts(verifying, installation);
  await checkWithdrawals(verifying, installation);
  await numbers.compare(verifying);
  await recount.compare(tx, batchRows, onBatch, faults);
  await checkMonths(tx, faults);
  await checkTree(verifying, await headsOf(verifying, keys, installation.id));
  await checkPlaces(verifying);
  await checkPeople(verifying);
  const audit = await verifyAudit(tx, options.algorithm, onBatch);
  for (const fault of audit.faults) faults.add(fault);
  onProgress?.(total, total);
  return {
    entries: counted.entries,
    lines: counted.lines + audit.lines,
    faultCount: faults.count,
    faults: faults.first(),
  };
}

const withoutKeys: OpenSealed = (value) => (isEncrypted(value.value) ? "unread" : value);

// What an act writes beside its line and its leaf: about one row of an entry, of its parties and of its values, and a cell.
const rowsPerLine = 5;

async function rowsToRead(tx: Queryable): Promise<number> {
  return ((await lastPosition(tx)) + 1) * rowsPerLine;
}

/** Lists look for parties only in the places that `party_place` names; a place more than needed costs nothing but a look. */
async function checkPlaces({ tx, faults }: Verifying): Promise<void> {
  const { rows } = await tx.query<{ what: string }>(
    `select concat_ws(' ', organisation, register, own::text, county, sector) as what from (
        select organisation, register, own, county, sector from party
        except select organisation, register, own, county, sector from party_place) p order by 1 limit 100`,
  );
  for (const { what } of rows) faults.add({ fault: "party-place-missing", what });
  const strangers = await tx.query<{ id: string; register: string }>(
    "select id, register from only entry order by id limit 100",
  );
  for (const { id, register } of strangers.rows)
    faults.add({ fault: "register-unknown", register, entry: id });
}

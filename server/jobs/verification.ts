import { setTimeout as after } from "node:timers/promises";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { faultLine } from "../../core/ledger/faults.ts";
import { knownOutside } from "../remembered.ts";
import type { Services } from "../services.ts";
import { topOffices } from "../store/campaign.ts";
import { becomeCommitter, type DatabaseOptions, inTransaction, openReader } from "../store/database.ts";
import { readInstallation } from "../store/found.ts";
import { giveInstallationNotices } from "../store/notices.ts";
import { claimVerification, keepVerification, lastVerification } from "../store/verifications.ts";
import { type Verification, verifyLedger } from "../store/verify.ts";
import { runJob } from "./run-job.ts";

/** The whole ledger did not verify; what the first fault is stands in the message. */
export class LedgerBroken extends Error {
  constructor({ faultCount, faults: [first] }: Verification) {
    super(
      `全过程记录核验发现 ${faultCount} 处异常 · The ledger has ${faultCount} faults: ${first && faultLine(first)}`,
    );
    this.name = "LedgerBroken";
  }
}

export interface VerificationPlace {
  readonly connection: DatabaseOptions["connection"];
  /** Where the key and the last signed checkpoint lie. */
  readonly keysFolder: string;
}

const lookEveryMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;
const batchRows = 200;
/** How much longer than a step it rests after it: requests on the same processor come first. */
const restsPerStep = 3;

/**
 * Verifies the whole ledger where that has not been done for a day, on a connection of its own that can write nothing and in small
 * steps with rests between them. One server does it for all of a database. What it found is kept; of a break the committee's office and
 * the operator are told. Undefined where there was nothing to do.
 */
export async function verifyDaily(
  services: Services,
  { connection, keysFolder }: VerificationPlace,
  isStopping: () => boolean = () => false,
): Promise<Verification | undefined> {
  const { pool, algorithm, clock, files, vault } = services;
  const at = clock();
  const claimant = openReader({ connection });
  const reader = openReader({ connection });
  const claim = await claimant.connect().catch(async (error: unknown) => {
    await Promise.all([claimant.end(), reader.end()]);
    throw error;
  });
  try {
    if (!(await claimVerification(claim))) return undefined;
    const last = await lastVerification(claim);
    if (last !== undefined && at.getTime() - last.at.getTime() < dayMs) return undefined;
    const installation = await readInstallation(claim);
    if (installation === undefined) throw new Error("There is no installation to verify");
    const { own, keys, outside } = await knownOutside(keysFolder, installation);
    const pause = restBetween(isStopping);
    const given = { keys, ownKey: own, outside, files, vault, batchRows, pause };
    const found = await verifyLedger(reader, algorithm, () => undefined, given);
    await inTransaction(pool, undefined, async (tx) => {
      await becomeCommitter(tx);
      await keepVerification(tx, at, found);
      // What was told of is not told again every day; a break that comes to it is.
      const offices = topOffices(services.campaign);
      if (found.faultCount > (last?.faults ?? 0))
        await giveInstallationNotices(tx, "ledgerBroken", offices, dayInShanghai(at), at);
    });
    return found;
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  } finally {
    claim.release(true);
    await Promise.all([claimant.end(), reader.end()]);
  }
}

/** The product stops; the verification begins anew after the next start. */
class Stopped extends Error {}

function restBetween(isStopping: () => boolean): () => Promise<void> {
  let began = performance.now();
  return async () => {
    const workedMs = performance.now() - began;
    if (isStopping()) throw new Stopped();
    await after(Math.min(1_000, workedMs * restsPerStep));
    began = performance.now();
  };
}

/** Looks every few minutes whether a day has passed since the last verification. */
export function startVerification(
  services: Services,
  place: VerificationPlace,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  const look = async () => {
    const found = await verifyDaily(services, place, () => isStopping);
    if (found !== undefined && found.faultCount > 0) onError(new LedgerBroken(found));
  };
  const timer = setInterval(() => {
    running = running.then(() => runJob(services, "verify-ledger", look, onError));
  }, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      isStopping = true;
      await running;
    },
  };
}

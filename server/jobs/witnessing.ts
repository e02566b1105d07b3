import { dayInShanghai } from "../../core/calendar/day.ts";
import type { Services } from "../services.ts";
import { topOffices } from "../store/campaign.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { claimHanding, settleHanding } from "../store/handing.ts";
import { giveInstallationNotices } from "../store/notices.ts";
import { handOverFolder, handOverHttp, handOverMail } from "../witnesses/hand-out.ts";
import { type HandingOutcome, problemLine } from "../witnesses/outcome.ts";
import type { Witnesses } from "../witnesses/settings.ts";

/** Somebody to whom checkpoints are handed. */
interface Recipient {
  /** As the operator knows it. */
  readonly name: string;
  readonly everyMinutes: number;
  hand(): Promise<HandingOutcome>;
}

const lookEveryMs = 30_000;
const dailyMinutes = 24 * 60;
/** Longer than all attempts of one handing together may take. */
const takenForMinutes = 5;
const longestWaitMinutes = 60;

/** A checkpoint could not be handed on; said to the operator, while everything else goes on. */
export class HandingFailed extends Error {
  constructor(line: string) {
    super(line);
    this.name = "HandingFailed";
  }
}

/**
 * Hands the newest checkpoint to every recipient that is due, all at once, so that none waits for another. Of several servers on one
 * database one does it. Returns how many were due.
 */
export async function handOutCheckpoints(
  services: Services,
  witnesses: Witnesses,
  onError: (error: unknown) => void,
): Promise<number> {
  const handed = recipientsOf(services, witnesses).map((recipient) => handTo(services, recipient, onError));
  return (await Promise.all(handed)).filter((wasDue) => wasDue).length;
}

function recipientsOf(
  services: Services,
  { witnesses, mail, everyMinutes }: Witnesses,
): readonly Recipient[] {
  const reached = witnesses.flatMap((witness): readonly Recipient[] => {
    const { name, url, folder } = witness;
    if (url !== undefined)
      return [{ name: `${name} ${url}`, everyMinutes, hand: () => handOverHttp(services, witness, url) }];
    if (folder === undefined) return [];
    return [
      { name: `${name} ${folder}`, everyMinutes, hand: () => handOverFolder(services, witness, folder) },
    ];
  });
  if (mail === undefined) return reached;
  const name = mail.to.join(", ");
  return [...reached, { name, everyMinutes: dailyMinutes, hand: () => handOverMail(services, mail) }];
}

async function handTo(
  services: Services,
  { name, everyMinutes, hand }: Recipient,
  onError: (error: unknown) => void,
): Promise<boolean> {
  const now = services.clock();
  const failures = await asCommitter(services, (tx) =>
    claimHanding(tx, name, now, after(now, takenForMinutes)),
  );
  if (failures === undefined) return false;
  const handed = await hand().then((outcome) => told(name, outcome, onError), thrown(onError));
  const { problem } = handed;
  const wait =
    problem === undefined ? everyMinutes : waitAfter(failures, Math.min(everyMinutes, longestWaitMinutes));
  await asCommitter(services, async (tx) => {
    await settleHanding(tx, name, { nextAt: after(now, wait), problem }, now);
    // Whoever answers for the installation hears of it, and not only whoever reads its log.
    if (handed.refused)
      await giveInstallationNotices(
        tx,
        "witnessRefused",
        topOffices(services.campaign),
        dayInShanghai(now),
        now,
      );
  });
  return true;
}

const asCommitter = <T>({ pool }: Services, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return work(tx);
  });

const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** Twice as long after each failure, up to an hour: a witness that comes back should not be missed for long. */
const waitAfter = (failuresBefore: number, minutes: number): number =>
  Math.min(minutes * 2 ** Math.min(failuresBefore, 10), longestWaitMinutes);

/** How a handing went: what went wrong, in words, and whether the witness says that this is no longer the log that it knew. */
interface Handed {
  readonly problem?: string;
  readonly refused?: boolean;
}

function told(name: string, outcome: HandingOutcome, onError: (error: unknown) => void): Handed {
  if (outcome.problem === undefined) return {};
  const problem = problemLine(name, outcome);
  onError(new HandingFailed(problem));
  return { problem, refused: outcome.problem === "rewritten" || outcome.problem === "rolled-back" };
}

const thrown =
  (onError: (error: unknown) => void) =>
  (error: unknown): Handed => {
    onError(error);
    return { problem: error instanceof Error ? error.message : String(error) };
  };

/** Looks for recipients that are due, until it is stopped. */
export function startWitnessing(
  services: Services,
  witnesses: Witnesses,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running.then(() => handOutCheckpoints(services, witnesses, onError)).catch(onError);
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

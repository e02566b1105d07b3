import type { Services } from "../services.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { claimHanding, settleHanding } from "../store/handing.ts";
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
  const problem = await hand().then((outcome) => told(name, outcome, onError), thrown(onError));
  const wait =
    problem === undefined ? everyMinutes : waitAfter(failures, Math.min(everyMinutes, longestWaitMinutes));
  await asCommitter(services, (tx) => settleHanding(tx, name, { nextAt: after(now, wait), problem }, now));
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

function told(name: string, outcome: HandingOutcome, onError: (error: unknown) => void): string | undefined {
  if (outcome.problem === undefined) return undefined;
  const line = problemLine(name, outcome);
  onError(new HandingFailed(line));
  return line;
}

const thrown =
  (onError: (error: unknown) => void) =>
  (error: unknown): string => {
    onError(error);
    return error instanceof Error ? error.message : String(error);
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

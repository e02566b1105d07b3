import type { Queryable } from "./database.ts";

/** How it goes with handing checkpoints to a recipient. */
export interface Handing {
  readonly recipient: string;
  readonly nextAt: Date;
  readonly failures: number;
  /** What went wrong the last time, in words; null where it went well. */
  readonly problem: string | null;
  /** When it went well last. */
  readonly doneAt: Date | null;
}

/**
 * Takes a recipient for whoever asks first when it is due; the others of several servers find it taken until `until`, and so again
 * should the one that took it die. Returns how often handing has failed in a row; undefined where it is not due.
 */
export async function claimHanding(
  tx: Queryable,
  recipient: string,
  now: Date,
  until: Date,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ failures: number }>({
    name: "claim-handing",
    text: `insert into handing (recipient, next_at, failures) values ($1, $3, 0)
      on conflict (recipient) do update set next_at = excluded.next_at where handing.next_at <= $2
      returning failures`,
    values: [recipient, now, until],
  });
  return rows[0]?.failures;
}

/** Notes how it went, and when the recipient is due again. */
export async function settleHanding(
  tx: Queryable,
  recipient: string,
  { nextAt, problem }: { readonly nextAt: Date; readonly problem: string | undefined },
  now: Date,
): Promise<void> {
  await tx.query({
    name: "settle-handing",
    text: `update handing set next_at = $2, problem = $3,
        failures = case when $3::text is null then 0 else failures + 1 end,
        done_at = case when $3::text is null then $4 else done_at end
      where recipient = $1`,
    values: [recipient, nextAt, problem ?? null, now],
  });
}

/** Every recipient that was ever handed a checkpoint; the connection must be the owner's or of the commit role. */
export async function readHandings(owner: Queryable): Promise<readonly Handing[]> {
  const { rows } = await owner.query<Handing>(
    `select recipient, next_at as "nextAt", failures, problem, done_at as "doneAt" from handing order by recipient`,
  );
  return rows;
}

import type { Fault } from "../../core/ledger/faults.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import type { Verification } from "./verify.ts";

/** What a verification of the whole ledger found. */
export interface VerificationResult {
  /** When it looked, UTC. */
  readonly at: Date;
  readonly lines: number;
  /** How many faults there are. */
  readonly faults: number;
  readonly first: Fault | null;
}

export async function lastVerification(tx: Queryable): Promise<VerificationResult | undefined> {
  const { rows } = await tx.query<VerificationResult>({
    name: "last-verification",
    text: "select at, lines, faults, first from verification order by at desc, id desc limit 1",
  });
  return rows[0];
}

export async function keepVerification(
  tx: Queryable,
  at: Date,
  { lines, faultCount, faults }: Verification,
): Promise<void> {
  const first = faults[0] === undefined ? null : JSON.stringify(faults[0]);
  await tx.query("insert into verification (id, at, lines, faults, first) values ($1, $2, $3, $4, $5)", [
    newId(at.getTime()),
    at,
    lines,
    faultCount,
    first,
  ]);
}

/** Takes the right to verify, for as long as the connection lasts; false where another server has it. */
export async function claimVerification(connection: Queryable): Promise<boolean> {
  const { rows } = await connection.query<{ claimed: boolean }>(
    "select pg_try_advisory_lock(727010) as claimed",
  );
  return rows[0]?.claimed === true;
}

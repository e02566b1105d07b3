import type { Queryable } from "./database.ts";

export interface Claim {
  readonly person: string;
  readonly key: string;
  readonly requestHash: string;
  readonly register: string;
  readonly at: Date;
}

/**
 * Claims an idempotency key for this transaction. Undefined when it is fresh; otherwise what the request that claimed it before
 * asked for, and the entry it concerned. A request that is still under way is waited for; one that failed has freed its key.
 */
export async function claimKey(
  tx: Queryable,
  claim: Claim,
  entry: string,
): Promise<{ requestHash: string; entry: string } | undefined> {
  const { rowCount } = await tx.query({
    name: "claim-key",
    text: `insert into repeated_request (person, key, request_hash, entry, register, at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [claim.person, claim.key, claim.requestHash, entry, claim.register, claim.at],
  });
  if (rowCount === 1) return undefined;
  const { rows } = await tx.query<{ request_hash: string; entry: string }>({
    name: "claimed-key",
    text: "select request_hash, entry from repeated_request where person = $1 and key = $2",
    values: [claim.person, claim.key],
  });
  const [row] = rows;
  return row && { requestHash: row.request_hash, entry: row.entry };
}

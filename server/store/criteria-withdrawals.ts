import { canonical } from "../../core/ledger/canonical.ts";
import { type ImportWithdrawal, withdrawalContent } from "../../core/pack/criteria-withdrawal.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { becomeCommitter, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { continueInstallation } from "./installation-chain.ts";

/** The act by which the installation's own chain records that an import was withdrawn. */
export const withdrawalAct = "withdrawCriteriaImport";

type Row = Omit<ImportWithdrawal, "at"> & { readonly at: Date };

const columns = "import, at, person, role, organisation, reason";
const told = ({ at, ...row }: Row): ImportWithdrawal => ({ ...row, at: at.toISOString() });

/** The withdrawals of some imports, by the import. */
export async function withdrawalsOf(
  tx: Queryable,
  imports: readonly string[],
): Promise<ReadonlyMap<string, ImportWithdrawal>> {
  const { rows } = await tx.query<Row>({
    name: "criteria-withdrawals",
    text: `select ${columns} from criteria_withdrawal where import = any($1::uuid[])`,
    values: [imports],
  });
  return new Map(rows.map((row) => [row.import, told(row)]));
}

/**
 * Keeps the withdrawal of an import, and records it in the installation's own chain with its digest; both or neither, in the
 * caller's transaction, which lets one import or withdrawal go at a time.
 */
export async function keepWithdrawal(
  tx: Transaction,
  algorithm: HashAlgorithm,
  { id: person, role, organisation }: Pick<Actor, "id" | "role" | "organisation">,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: Date,
): Promise<ImportWithdrawal> {
  await becomeCommitter(tx);
  await tx.query(`insert into criteria_withdrawal (${columns}) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    now,
    person,
    role,
    organisation,
    reason,
  ]);
  const kept: ImportWithdrawal = { import: id, at: now.toISOString(), person, role, organisation, reason };
  await continueInstallation(tx, algorithm, withdrawalAct, kept, {
    import: id,
    digest: digestOf(algorithm)(canonical(withdrawalContent(kept))),
  });
  return kept;
}

/** Every withdrawal that is kept, with the owner's rights. */
export async function storedWithdrawals(owner: Queryable): Promise<readonly ImportWithdrawal[]> {
  const { rows } = await owner.query<Row>(`select ${columns} from criteria_withdrawal`);
  return rows.map(told);
}

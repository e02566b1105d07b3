import type { Json } from "../../core/ledger/canonical.ts";
import type { SealedValue } from "../../core/ledger/line.ts";
import { becomeCommitter, becomeReader, type Transaction } from "../store/database.ts";
import type { Vault } from "./vault.ts";

/** Where the envelope of a person's secret belongs: that of somebody else, put in its place, does not open. */
export const sealedSecret = (person: string, value: Json): SealedValue => ({
  entry: person,
  version: 0,
  field: "secondFactor",
  salt: "",
  value,
});

/** A secret as the database may hold it; in the transaction that writes it. */
export async function encryptSecret(
  tx: Transaction,
  vault: Vault,
  person: string,
  secret: string,
  now: Date,
): Promise<Json> {
  await becomeCommitter(tx);
  const encrypt = await vault.encrypting(tx, now.toISOString());
  await becomeReader(tx);
  return encrypt(sealedSecret(person, secret), "").value;
}

/** The secret itself; undefined where the key is gone, or the envelope is another person's. */
export async function openSecret(
  tx: Transaction,
  vault: Vault,
  person: string,
  kept: Json,
): Promise<string | undefined> {
  const opened = (await vault.opening(tx))(sealedSecret(person, kept));
  return typeof opened?.value === "string" ? opened.value : undefined;
}

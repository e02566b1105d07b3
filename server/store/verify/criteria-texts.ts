import { canonical } from "../../../core/ledger/canonical.ts";
import { importContent } from "../../../core/pack/criteria-texts.ts";
import { withdrawalContent } from "../../../core/pack/criteria-withdrawal.ts";
import { importAct, storedImports } from "../criteria-texts.ts";
import { storedWithdrawals, withdrawalAct } from "../criteria-withdrawals.ts";
import { digestOf } from "../digests.ts";
import { installationRegister } from "../found.ts";
import type { InstallationCheck } from "./installation.ts";
import type { Verifying } from "./verifying.ts";

/** Every import of official texts is whole and as the line that records it commits to, and no text came in otherwise. */
export async function checkCriteriaTexts(
  { tx, faults, options }: Verifying,
  { id: entry, bodies }: Pick<InstallationCheck, "id" | "bodies">,
): Promise<void> {
  const stored = new Map((await storedImports(tx)).map((one) => [one.id, one]));
  const where = { register: installationRegister, entry };
  for (const { act, version, changes } of bodies) {
    if (act !== importAct) continue;
    const id = String(changes.import);
    const found = stored.get(id);
    stored.delete(id);
    if (found?.kept === undefined)
      faults.add({ ...where, version, fault: "official-text-missing", what: id });
    else if (digestOf(options.algorithm)(canonical(importContent(found.kept))) !== changes.digest)
      faults.add({ ...where, version, fault: "official-text-differs", what: id });
  }
  for (const { id } of stored.values()) faults.add({ fault: "official-text-unknown", what: id });
}

/** Every withdrawal of an import is as the line that records it commits to, and none came in otherwise. */
export async function checkWithdrawals(
  { tx, faults, options }: Verifying,
  { id: entry, bodies }: Pick<InstallationCheck, "id" | "bodies">,
): Promise<void> {
  const stored = new Map((await storedWithdrawals(tx)).map((one) => [one.import, one]));
  const where = { register: installationRegister, entry };
  for (const { act, version, changes } of bodies) {
    if (act !== withdrawalAct) continue;
    const id = String(changes.import);
    const found = stored.get(id);
    stored.delete(id);
    if (found === undefined) faults.add({ ...where, version, fault: "withdrawal-missing", what: id });
    else if (digestOf(options.algorithm)(canonical(withdrawalContent(found))) !== changes.digest)
      faults.add({ ...where, version, fault: "withdrawal-differs", what: id });
  }
  for (const id of stored.keys()) faults.add({ fault: "withdrawal-unknown", what: id });
}

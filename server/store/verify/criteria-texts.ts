import { canonical } from "../../../core/ledger/canonical.ts";
import { importContent } from "../../../core/pack/criteria-texts.ts";
import { importAct, storedImports } from "../criteria-texts.ts";
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

import type { Json } from "../ledger/canonical.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Actor } from "../scope/scope.ts";
import { importRefusal } from "./criteria-texts.ts";

/** The withdrawal of an import that was made by mistake, as its line in the installation's chain commits to it. */
export interface ImportWithdrawal {
  readonly import: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly reason: string;
}

/** Whether somebody may withdraw an import: whoever may import, once. [design] */
export const withdrawalRefusal = (
  actor: Pick<Actor, "role" | "organisation">,
  offices: readonly string[],
  before: unknown,
): Refusal | undefined =>
  importRefusal(actor, offices) ?? (before === undefined ? undefined : refusal("import-withdrawn-already"));

/** What the digest of a withdrawal is made of. */
export const withdrawalContent = (withdrawal: ImportWithdrawal): Json => ({ ...withdrawal });

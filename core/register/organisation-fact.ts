import type { OrganisationKind } from "../pack/pack.ts";
import type { Level } from "../scope/scope.ts";

/** An organisation as a guard sees it. `supervises` are the sectors in which it has the duty of safety supervision. */
export interface OrganisationFact {
  readonly id: string;
  readonly level: Level;
  readonly region: string;
  readonly supervises: "all" | readonly string[];
  /** The sectors that it manages as a trade (行业管理), which is another duty than supervising them; none where absent. */
  readonly manages?: readonly string[] | undefined;
  /** Of an enterprise or a service body that is there no more. */
  readonly ceased?: boolean | undefined;
  /** Of which kind, as the pack says; absent for an enterprise. */
  readonly kind?: OrganisationKind | "serviceBody" | undefined;
  /** Whether it is the management of an industrial park. */
  readonly isPark?: boolean | undefined;
  /** The organisation one level up, which approves what goes beyond this one's own promise; an enterprise has none. */
  readonly above?: string | undefined;
  /** The committee's office (安委办) that answers for its region, itself where it is that; an enterprise has none here. */
  readonly office?: string | undefined;
  /** The government of its region, or the nearest around it. */
  readonly government?: string | undefined;
}

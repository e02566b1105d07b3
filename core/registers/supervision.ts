import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import { isStanding } from "./enterprise-states.ts";

type Supervised = Attempt<{
  readonly sector?: string | undefined;
  readonly region?: string | undefined;
  readonly supervisedBy?: string | undefined;
}>;

/** Work Safety Law (2021) art. 10: whoever supervises has the duty of supervision for the sector. */
export function supervisorHasDuty(attempt: Supervised): Refusal | undefined {
  const { supervisedBy } = attempt.facts.organisations;
  if (supervisedBy === undefined || afterwards(attempt, "supervisedBy") === undefined) return undefined;
  if (!inRegion(supervisedBy.region, afterwards(attempt, "region")))
    return refusal("supervision-outside-region", [{ field: "supervisedBy", code: "not-an-option" }]);
  if (inSectors(supervisedBy.supervises, afterwards(attempt, "sector"))) return undefined;
  return refusal("owning-organisation-without-duty", [{ field: "supervisedBy", code: "not-an-option" }]);
}

/** Nothing new begins at an enterprise that nobody answers for any more. */
export function enterpriseStands({ facts }: Pick<Attempt, "facts">): Refusal | undefined {
  const { organisation } = facts.entries;
  return organisation && !isStanding(organisation.state) ? refusal("enterprise-not-operating") : undefined;
}

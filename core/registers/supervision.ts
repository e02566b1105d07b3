import { type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import { isStanding } from "./enterprise-states.ts";

type Supervised = Attempt<{
  readonly sector?: string | undefined;
  readonly region?: string | undefined;
}>;

/** Work Safety Law (2021) art. 10: whoever supervises has the duty of supervision for the sector. */
export function supervisorHasDuty({ entry, input, facts }: Supervised): Refusal | undefined {
  const { supervisedBy } = facts.organisations;
  if (supervisedBy === undefined) return undefined;
  const sector = input.sector ?? entry.values.sector;
  const region = input.region ?? entry.values.region;
  if (!inRegion(supervisedBy.region, region))
    return refusal("supervision-outside-region", [{ field: "supervisedBy", code: "not-an-option" }]);
  if (inSectors(supervisedBy.supervises, sector)) return undefined;
  return refusal("owning-organisation-without-duty", [{ field: "supervisedBy", code: "not-an-option" }]);
}

/** Nothing new begins at an enterprise that nobody answers for any more. */
export function enterpriseStands({ facts }: Pick<Attempt, "facts">): Refusal | undefined {
  const { organisation } = facts.entries;
  return organisation && !isStanding(organisation.state) ? refusal("enterprise-not-operating") : undefined;
}

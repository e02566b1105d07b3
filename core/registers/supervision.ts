import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import { isStanding } from "./enterprise-states.ts";

type Supervised = Attempt<{
  readonly sector?: string | undefined;
  readonly region?: string | undefined;
  readonly secondSector?: string | undefined;
  readonly otherSectors?: readonly string[] | undefined;
  readonly supervisedBy?: string | undefined;
  readonly sectorDepartment?: string | undefined;
  readonly park?: string | undefined;
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

/** Work Safety Law (2021) art. 3 (管行业必须管安全): the department of the trade manages one of the sectors, where the matter lies. */
export function tradeIsManaged(attempt: Supervised): Refusal | undefined {
  const { sectorDepartment } = attempt.facts.organisations;
  if (sectorDepartment === undefined || afterwards(attempt, "sectorDepartment") === undefined)
    return undefined;
  const wrong = [{ field: "sectorDepartment", code: "not-an-option" }] as const;
  if (!inRegion(sectorDepartment.region, afterwards(attempt, "region")))
    return refusal("supervision-outside-region", wrong);
  const sectors = [afterwards(attempt, "sector"), afterwards(attempt, "secondSector")]
    .concat(afterwards(attempt, "otherSectors") ?? [])
    .filter((code) => code !== undefined);
  const isManaged = sectors.some((code) => sectorDepartment.manages?.includes(code));
  return isManaged ? undefined : refusal("trade-not-managed", wrong);
}

/** An enterprise lies in an industrial park, and a park in a place. */
export function parkLiesThere(attempt: Supervised): Refusal | undefined {
  const { park } = attempt.facts.organisations;
  if (park === undefined || afterwards(attempt, "park") === undefined) return undefined;
  return park.isPark && inRegion(park.region, afterwards(attempt, "region"))
    ? undefined
    : refusal("no-park-there", [{ field: "park", code: "not-an-option" }]);
}

/** Nothing new begins at an enterprise that nobody answers for any more. */
export function enterpriseStands({ facts }: Pick<Attempt, "facts">): Refusal | undefined {
  const { organisation } = facts.entries;
  return organisation && !isStanding(organisation.state) ? refusal("enterprise-not-operating") : undefined;
}

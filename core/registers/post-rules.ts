import { type Refusal, refusal } from "../refusals.ts";
import { type Entry, textValue } from "../register/entry.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import type { Attempt, Facts } from "../register/register.ts";
import { isAdministrator, isRole, type Role, roles } from "../scope/roles.ts";
import { inRegion } from "../scope/scope.ts";
import type { Warning } from "../warnings.ts";
import type { PostValues } from "./post-fields.ts";

type Post = Attempt<PostValues>;
type Rule = (attempt: Post) => Refusal | undefined;

/** A role in an organisation with what it covers: a post has it, and a partner's token. */
type Reaching = Attempt<{
  readonly role?: string | undefined;
  readonly covers?: string | undefined;
  readonly everySector?: boolean | undefined;
  readonly sectors?: readonly string[] | undefined;
}>;

const isOfficial = ({ level }: OrganisationFact): boolean => level !== "enterprise";

/** A service body answers for itself at the level of an enterprise, and is none: it has nothing to check. */
const isEnterprise = ({ level, kind }: OrganisationFact): boolean =>
  level === "enterprise" && kind !== "serviceBody";

/** In which organisations each role is held. Domain 4.1; whoever supervises nothing has no officers who inspect. */
const heldIn: Readonly<Record<Exclude<Role, "system">, (unit: OrganisationFact) => boolean>> = {
  safetyManager: isEnterprise,
  principal: isEnterprise,
  inspector: ({ supervises }) => supervises === "all" || supervises.length > 0,
  departmentHead: ({ kind }) => kind === "department",
  committeeOffice: ({ kind }) => kind === "committeeOffice",
  leader: ({ kind }) => kind === "government" || kind === "partyCommittee",
  discipline: ({ kind }) => kind === "support",
  parkOffice: ({ kind }) => kind === "park",
  serviceStaff: ({ kind }) => kind === "serviceBody",
  systemAdministrator: isOfficial,
  securityAdministrator: isOfficial,
  auditor: isOfficial,
};

const roleIn = (role: unknown): Exclude<Role, "system"> | undefined =>
  typeof role === "string" && isRole(role) && role !== "system" ? role : undefined;

export const accountIsActive: Rule = ({ facts }) =>
  facts.entries.account?.state === "disabled"
    ? refusal("account-disabled", [{ field: "account", code: "not-found" }])
    : undefined;

/** GB/T 22239-2019, 8.1.4.2 d): whoever grants rights does not hold what they granted. */
export const grantedToAnother: Rule = ({ input, actor }) =>
  input.account === actor.id ? refusal("own-post") : undefined;

/** Nobody is given a post where nobody answers any more; what was held there before stays as it is until it is ended. */
export const unitStands: Rule = ({ facts }) =>
  facts.organisations.unit?.ceased === true
    ? refusal("unit-ceased", [{ field: "unit", code: "not-an-option" }])
    : undefined;

export const roleFitsUnit = ({ input, facts: { organisations } }: Reaching): Refusal | undefined => {
  const [role, unit] = [roleIn(input.role), organisations.unit];
  if (role === undefined || unit === undefined || heldIn[role](unit)) return undefined;
  return refusal("role-not-in-this-unit", [{ field: "role", code: "not-an-option" }]);
};

/**
 * A role that sees by region covers one, inside its organisation's own, in all sectors or some; in none it sees what its organisation
 * is party to. Another role covers nothing.
 */
export const coversWhatItSees = ({ input, facts: { organisations } }: Reaching): Refusal | undefined => {
  const role = roleIn(input.role);
  const { covers, everySector, sectors = [] } = input;
  if (role === undefined) return undefined;
  if (roles[role].sees !== "region") {
    const covered = covers !== undefined || everySector === true || sectors.length > 0;
    return covered ? refusal("post-covers-nothing") : undefined;
  }
  if (covers === undefined) return refusal("post-without-region", [{ field: "covers", code: "required" }]);
  if (!inRegion(organisations.unit?.region ?? "", covers))
    return refusal("region-beyond-unit", [{ field: "covers", code: "not-an-option" }]);
  return everySector === true && sectors.length > 0
    ? refusal("every-sector-or-some", [{ field: "sectors", code: "not-an-option" }])
    : undefined;
};

/** Of officers who inspect: some of what they cover is what their unit supervises. Work Safety Law (2021), art. 10. */
export const inspectsWhatUnitSupervises: Rule = ({ input, facts: { organisations } }) => {
  const { supervises } = organisations.unit ?? {};
  const { role, everySector, sectors = [] } = input;
  if (role !== "inspector" || everySector === true || supervises === undefined || supervises === "all")
    return undefined;
  return sectors.some((sector) => supervises.includes(sector))
    ? undefined
    : refusal("sectors-not-supervised", [{ field: "sectors", code: "not-an-option" }]);
};

export const endsNotBeforeItBegins: Rule = ({ input: { heldFrom, heldUntil } }) =>
  heldFrom !== undefined && heldUntil !== undefined && heldUntil < heldFrom
    ? refusal("post-ends-before-it-begins", [{ field: "heldUntil", code: "too-small" }])
    : undefined;

/** Posts that somebody holds, or will once they are confirmed. */
const standing = ({ others }: Pick<Facts, "others">): readonly Entry[] =>
  others.filter(({ state }) => state === "awaiting" || state === "confirmed");

/**
 * 三员分立: nobody is two of the three administrators, and none of them holds a post with business. Asked again when the post is
 * confirmed, since two may be granted before either is. GB/T 22239-2019, 8.1.4.2 d).
 */
export const administratorsStandApart: Rule = ({ entry, input, facts }) => {
  const role = input.role ?? entry.values.role ?? "";
  const others = standing(facts).flatMap(({ values }) => textValue(values, "role") ?? []);
  const own = isAdministrator(role);
  if (own && others.some((other) => isAdministrator(other) && other !== role))
    return refusal("two-administrators-in-one");
  return others.some((other) => isAdministrator(other) !== own)
    ? refusal("administrator-with-business")
    : undefined;
};

/** A post is held once: the same role in the same organisation is ended before it is granted with another reach, or confirmed. */
export const notHeldAlready: Rule = ({ entry, input, facts }) => {
  const { role = entry.values.role, unit = entry.values.unit } = input;
  const isHeld = standing(facts).some(({ values }) => values.role === role && values.unit === unit);
  return isHeld ? refusal("post-held-already") : undefined;
};

/** Every change of rights is confirmed by a second person, so somebody must be there who can. */
export const somebodyConfirms: Rule = ({ facts }) =>
  facts.headedBy === undefined ? refusal("nobody-to-confirm") : undefined;

export const byTheConfirmingUnit: Rule = ({ entry, actor }) =>
  entry.values.holder === actor.organisation ? undefined : refusal("not-the-confirming-unit");

export const notByWhoeverHoldsIt: Rule = ({ entry, actor }) =>
  entry.values.account === actor.id ? refusal("own-post-confirmed-by-another") : undefined;

export const notByWhoeverGrantedIt: Rule = ({ entry, actor }) =>
  entry.values.grantedBy === actor.id ? refusal("granter-may-not-confirm") : undefined;

/** What was, was: a post that was held is not made never to have been. */
export const endsNotInThePast: Rule = ({ input, day }) =>
  input.endsFrom !== undefined && input.endsFrom < day
    ? refusal("post-ends-in-the-past", [{ field: "endsFrom", code: "too-small" }])
    : undefined;

export const lastDayHasPassed: Rule = ({ entry: { values }, day }) =>
  values.heldUntil !== undefined && values.heldUntil < day ? undefined : refusal("post-not-over");

/** Work waits for a role in an organisation, and not for a person: where the last one goes, nobody is left to do it. */
export function roleStaysHeld({ entry, facts, day }: Post): Warning | undefined {
  const remains = facts.others.some(
    ({ id, state, values }) =>
      id !== entry.id && state === "confirmed" && (textValue(values, "heldUntil") ?? day) >= day,
  );
  return remains ? undefined : { code: "last-in-this-role", fields: ["endsFrom"] };
}

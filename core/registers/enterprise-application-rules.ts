import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { blankEntry, placedOf } from "../register/entry.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import type { Attempt, FollowUp } from "../register/register.ts";
import { inRegion, inScope, inSectors, scopeOf } from "../scope/scope.ts";
import type { Warning } from "../warnings.ts";
import { account } from "./account.ts";
import { creditCodeFits } from "./credit-code.ts";
import { enterprise } from "./enterprise.ts";
import type { ApplicationValues } from "./enterprise-application-fields.ts";
import { isStanding } from "./enterprise-states.ts";
import { post } from "./post.ts";

type Application = Attempt<ApplicationValues>;
type Rule = (attempt: Application) => Refusal | undefined;

/**
 * Who receives an application: the county's department that supervises the sector, or else the office of its committee, or else those
 * of the prefecture. Work Safety Law (2021), art. 10. Undefined where the pack has none of them.
 */
export function receivingUnit(
  organisations: readonly OrganisationFact[],
  { region, sector }: { readonly region: string; readonly sector: string },
): string | undefined {
  const supervises = ({ kind, supervises }: OrganisationFact) =>
    kind === "department" && inSectors(supervises, sector);
  const receiving = [region.slice(0, 6), region.slice(0, 4)].flatMap((place) => {
    const there = organisations.filter((unit) => unit.region === place);
    return there.find(supervises) ?? there.find(({ kind }) => kind === "committeeOffice") ?? [];
  });
  return receiving[0]?.id;
}

/** It lies in a county: whoever names a larger place is received nowhere. */
export const liesInCounty: Rule = (attempt) =>
  (afterwards(attempt, "region") ?? "").length < 6
    ? refusal("application-above-county", [{ field: "region", code: "not-an-option" }])
    : undefined;

export const doubtfulCode = ({ input: { creditCode } }: Application) =>
  creditCode === undefined ? {} : { creditCodeDoubtful: creditCodeFits(creditCode) ? null : (true as const) };

/** Whoever may not see the enterprise does not let people into it, either: its code is claimed in the wrong place. */
export const enterpriseIsInSight: Rule = ({ actor, facts: { registrant } }) => {
  const found = registrant?.enterprise;
  if (found === undefined) return undefined;
  if (!inScope(scopeOf(actor), placedOf(enterprise, found))) return refusal("applicant-enterprise-elsewhere");
  return isStanding(found.state) ? undefined : refusal("enterprise-not-operating");
};

/** Somebody answers for the enterprise already: another one beside is let in knowingly, with a reason, and the first is told. */
export const hasNoPrincipal: Rule = ({ facts: { registrant } }) =>
  (registrant?.principals ?? 0) > 0 ? refusal("enterprise-has-principal") : undefined;

/** User names follow from the code, so that a stranger learns of nobody; when they are used up, administrators let people in. */
export const usernameIsLeft: Rule = ({ facts: { registrant } }) =>
  registrant !== undefined && registrant.username === undefined
    ? refusal("application-usernames-used-up")
    : undefined;

export const hasPrincipal: Rule = ({ facts: { registrant } }) =>
  (registrant?.principals ?? 0) === 0 ? refusal("enterprise-has-no-principal") : undefined;

/** Whoever has come in by the application, or after it, does not note it in the name of those who were there before. */
export const notedByAnother: Rule = ({ entry, actor, facts }) => {
  if (entry.values.account === actor.id) return refusal("own-application");
  return facts.heldBefore === false ? refusal("noted-by-one-before") : undefined;
};

export function codeLooksRight({ entry: { values } }: Application): Warning | undefined {
  return values.creditCodeDoubtful ? { code: "credit-code-doubtful", fields: ["creditCode"] } : undefined;
}

/** The same code was applied for more than once. */
export function appliedForOnce({ facts }: Application): Warning | undefined {
  const entries = facts.same.sameCode ?? [];
  return entries.length > 0 ? { code: "code-applied-for-already", entries } : undefined;
}

/** The roll knows the code by another name. */
export function nameFits({ entry, facts: { registrant } }: Application): Warning | undefined {
  const found = registrant?.enterprise;
  if (found === undefined || found.values.name === entry.values.name) return undefined;
  const { number = "", name } = found.values;
  const title = typeof name === "string" ? name : number;
  return {
    code: "enterprise-named-otherwise",
    entries: [{ register: enterprise.name, id: found.id, number, title }],
  };
}

/** Whether the place of the enterprise in the roll is the one that was applied for. */
export function placeFits({ entry, facts: { registrant } }: Application): Warning | undefined {
  const there = registrant?.enterprise?.values.region;
  const { region = "" } = entry.values;
  const fits = typeof there !== "string" || inRegion(region, there) || inRegion(there, region);
  return fits ? undefined : { code: "enterprise-placed-otherwise", fields: ["region"] };
}

/** Ids of what an approval opens. */
function opened({ facts: { newIds = [], registrant } }: Pick<Application, "facts">) {
  const [enterpriseId = "", accountId = "", postId = ""] = newIds;
  return { enterpriseId: registrant?.enterprise?.id ?? enterpriseId, accountId, postId };
}

export function afterApproval(attempt: Application) {
  const { enterpriseId, accountId } = opened(attempt);
  return {
    organisation: enterpriseId,
    account: accountId,
    username: attempt.facts.registrant?.username,
    decidedBy: attempt.actor.id,
  };
}

/**
 * What an approval opens, all of it or nothing: the enterprise where the roll has none, the account, and the post in it. Each by the
 * rules of its own register, as the engine's act under the name of whoever approves.
 */
export function letIn(attempt: Application): readonly FollowUp[] {
  const { actor, day, entry, facts } = attempt;
  const {
    applicant,
    region = "",
    name,
    sector = "",
    creditCode,
    legalRepresentative,
    receivingUnit,
  } = entry.values;
  const { enterpriseId, accountId, postId } = opened(attempt);
  const unit = { id: enterpriseId, level: "enterprise", region, supervises: [] } as const;
  const none = { counts: {}, same: {}, others: [] };
  const received = facts.organisations.receivingUnit;
  const supervises = received !== undefined && inSectors(received.supervises, sector);
  const registering: FollowUp = {
    register: enterprise,
    entry: blankEntry(enterprise.name, enterpriseId),
    act: "registerOnApplication",
    input: {
      name,
      region,
      sector,
      creditCode,
      legalRepresentative,
      principal: applicant,
      ...(supervises ? { supervisedBy: receivingUnit } : {}),
    },
    facts: { ...none, places: { region, sector }, organisations: received ? { supervisedBy: received } : {} },
  };
  const opening: FollowUp = {
    register: account,
    entry: blankEntry(account.name, accountId),
    act: "openOnApplication",
    input: { username: facts.registrant?.username, name: applicant, unit: enterpriseId },
    facts: { ...none, organisations: { unit } },
  };
  const holder = { ...blankEntry(account.name, accountId), state: "active", values: { name: applicant } };
  const granting: FollowUp = {
    register: post,
    entry: blankEntry(post.name, postId),
    act: "grantOnApplication",
    input: { account: accountId, role: "principal", unit: enterpriseId, heldFrom: day },
    facts: { ...none, organisations: { unit }, entries: { account: holder }, headedBy: actor.organisation },
  };
  return [...(facts.registrant?.enterprise ? [] : [registering]), opening, granting];
}

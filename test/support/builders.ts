import type { Day } from "../../core/calendar/day.ts";
import { type Decision, decide } from "../../core/register/decide.ts";
import { blankEntry, type Entry } from "../../core/register/entry.ts";
import type { RawInput, Values } from "../../core/register/field.ts";
import type { Facts, OfficerFact } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { hazard } from "../../core/registers/hazard.ts";
import type { Actor } from "../../core/scope/scope.ts";
import {
  criteriaFact,
  loadCampaign,
  organisationFact,
  organisationId,
  parametersOn,
  placeFacts,
} from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import {
  cast,
  type EnterpriseName,
  enterpriseId,
  enterprises,
  firmOf,
  firstDay,
  type PersonName,
  type PersonOfTheCast,
} from "./cast.ts";

/** The real pack: rules are tried with its calendar, clocks, criteria and organisations. */
export const campaign = await loadCampaign("diqing");

/** Somebody of the cast as the engine sees them, in their one post. */
export function person(name: PersonName): Actor {
  const known: PersonOfTheCast = cast[name];
  const { organisation = "", role, name: called, ...covers } = known;
  const sectors = covers.sectors ?? ("all" as const);
  const id = idOfName(`test-person:${name}`);
  const firm = firmOf(known);
  if (firm !== undefined)
    return {
      id,
      name: called,
      role,
      organisation: firm,
      level: "enterprise",
      region: "",
      sectors,
    };
  const unit = organisationFact(campaign, organisationId(organisation));
  if (unit === undefined) throw new Error(`The pack has no organisation ${organisation}`);
  return { id, name: called, role, organisation: unit.id, level: unit.level, region: unit.region, sectors };
}

/** The enforcement certificate of somebody of the cast. */
export function certificateOf(name: PersonName): OfficerFact {
  const { certificate }: PersonOfTheCast = cast[name];
  return certificate ? { certificateFrom: certificate.from, certificateTo: certificate.to } : {};
}

/** What every act may know on a day: the pack's calendar, clocks and numbers, and nothing in particular. */
export function plainFacts(own: Partial<Facts> = {}, day: Day = firstDay): Facts {
  return {
    calendar: campaign.calendar,
    ...parametersOn(campaign, day),
    entries: {},
    organisations: {},
    criteria: {},
    places: {},
    officer: {},
    files: {},
    counts: {},
    alike: [],
    same: {},
    others: [],
    sealed: [],
    posts: {},
    ...own,
  };
}

/** An enterprise of the cast as it stands after its registration, but for the values given. */
export function enterpriseEntry(name: EnterpriseName, state = "operating", own: Values = {}): Entry {
  const { registeredBy: _, ...known } = enterprises[name];
  const id = enterpriseId(name);
  const values = {
    ...known,
    organisation: id,
    registeredOn: firstDay,
    openedOn: firstDay,
    stateSince: firstDay,
    ...own,
  };
  return { id, register: "enterprise", version: 1, state, values };
}

/** Decides an act on Mei's enterprise by somebody of the cast, in the morning of a day; on a blank one where the state is empty. */
export function tryOnEnterprise(
  act: string,
  { by = "luo", state = "operating", own = {}, input = {}, facts = {}, on = firstDay }: Partial<Row>,
): Decision {
  const id = enterpriseId("copper");
  return decide({
    register: enterprise,
    entry: state === "" ? blankEntry("enterprise", id) : enterpriseEntry("copper", state, own),
    facts: plainFacts({ places: placeFacts(campaign, enterprise, input), ...facts }, on),
    act,
    input,
    actor: person(by),
    now: `${on}T01:00:00.000Z`,
  });
}

export const hazardId = idOfName("test-hazard");

/**
 * A major hazard at Mei's enterprise on its plain way: found by Su, proposed by her, validated by Mei, owned by the bureau of
 * Lin and Wang once it was reported. `own` says what differs.
 */
export function hazardEntry(state: string, own: Values = {}): Entry {
  const values: Values = {
    number: "YH533401-2026-00001",
    title: "井下移动式变电站无接地",
    organisation: enterpriseId("copper"),
    region: enterprises.copper.region,
    sector: enterprises.copper.sector,
    source: "selfCheck",
    foundOn: firstDay,
    foundBy: person("su").id,
    foundByOrganisation: enterpriseId("copper"),
    level: "major",
    proposedBy: person("su").id,
    proposedByRole: "safetyManager",
    owningOrganisation: person("lin").organisation,
    owningLevel: "county",
    openedOn: firstDay,
    stateSince: firstDay,
  };
  const kept = Object.entries({ ...values, ...own }).filter(([, value]) => value !== undefined);
  return { id: hazardId, register: "hazard", version: 5, state, values: Object.fromEntries(kept) };
}

/** The state that an act led to, or the refusal that it met. */
export const resultOf = (decision: Decision): string =>
  "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;

/** A row of a table of tries: who does what with what; the rest is the plain case. */
export interface Row {
  readonly story: string;
  readonly by?: PersonName;
  readonly state?: string;
  /** Values of the entry that differ from the plain ones; `undefined` takes one away. */
  readonly own?: Values;
  readonly input?: RawInput;
  readonly facts?: Partial<Facts>;
  readonly on?: Day;
  /** The state that the act leads to, or the refusal that it meets. */
  readonly gives: string;
}

/** Decides an act on a hazard by somebody of the cast, in the morning of a day. */
export function tryOnHazard(
  act: string,
  { by = "mei", state = "found", own = {}, input = {}, facts = {}, on = firstDay }: Partial<Row>,
): Decision {
  return decide({
    register: hazard,
    entry: state === "" ? blankEntry("hazard", hazardId) : hazardEntry(state, own),
    facts: plainFacts(
      { officer: certificateOf(by), places: placeFacts(campaign, hazard, input), ...facts },
      on,
    ),
    act,
    input,
    actor: person(by),
    now: `${on}T01:00:00.000Z`,
  });
}

export const criteriaOf = (id: string): Partial<Facts> => {
  const fact = criteriaFact(campaign, id);
  return fact ? { criteria: { criteriaItem: fact } } : {};
};

/** An organisation of the pack, as the owner of a hazard. */
export const ownedBy = (slug: string): Partial<Facts> => {
  const fact = organisationFact(campaign, organisationId(slug));
  return fact ? { organisations: { owningOrganisation: fact } } : {};
};

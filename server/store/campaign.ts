import { fileURLToPath } from "node:url";
import { type Calendar, type Clock, makeCalendar } from "../../core/calendar/calendar.ts";
import type { Day } from "../../core/calendar/day.ts";
import { holdsAll, isAsked, type Library, libraryOf } from "../../core/pack/library.ts";
import {
  coordinatesAll,
  governmentsOf,
  type OrganisationTree,
  officesFor,
  unitAbove,
} from "../../core/pack/organisation-tree.ts";
import type { DutyKind, Organisation, Pack } from "../../core/pack/pack.ts";
import type { ChecklistItem, CriteriaFact } from "../../core/register/criteria-fact.ts";
import type { Field, PackRowsField, RawInput } from "../../core/register/field.ts";
import type { OrganisationFact } from "../../core/register/organisation-fact.ts";
import type { Facts, Register } from "../../core/register/register.ts";
import type { Words } from "../../core/words.ts";
import { idOfName } from "./ids.ts";
import { readPack } from "./read-pack.ts";

/** A pack as the server uses it: indexed, with the ids under which the tables know its organisations. */
export interface Campaign {
  readonly name: string;
  readonly pack: Pack;
  readonly calendar: Calendar;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** The pack's own criteria library; what was imported beside it stands in the database (`imported-criteria.ts`). */
  readonly library: Library;
  /** The same by the ids of its items. */
  readonly criteria: Library["criteria"];
  regionName(code: string): Words | undefined;
  sectorName(code: string): Words | undefined;
  /** A measure of the plan by its number, as an entry holds it. */
  measureName(number: string): Words | undefined;
}

function makeCampaign(name: string, pack: Pack): Campaign {
  const library = libraryOf(pack);
  const regions = new Map(pack.regions.map((region) => [region.code, region.name]));
  const sectors = new Map(pack.sectors.map((sector) => [sector.code, sector.name]));
  const measures = new Map(
    pack.plan.measures.map(({ number, title: { zh, en } }) => [
      String(number),
      { zh: `措施${number} ${zh}`, en: `Measure ${number}: ${en}` },
    ]),
  );
  return {
    name,
    pack,
    regionName: (code) => regions.get(code),
    sectorName: (code) => sectors.get(code),
    measureName: (number) => measures.get(number),
    calendar: makeCalendar(pack.calendar),
    organisations: new Map(
      pack.organisations.map((organisation) => [organisationId(organisation.id), organisation]),
    ),
    library,
    criteria: library.criteria,
  };
}

/** The id in the tables of an organisation of a pack. */
export const organisationId = (slug: string): string => idOfName(`organisation:${slug}`);

interface Parameters {
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly campaignFrom: Day;
  readonly clauses: Readonly<Record<number, number>>;
  readonly highRiskSectors: readonly string[];
}

const parametersByDay = new WeakMap<Campaign, Map<Day, Parameters>>();
const mostDaysRemembered = 1_000;

/** Clocks and plain numbers in force on a day. Gathered once a day: every row of every list asks. */
export function parametersOn(campaign: Campaign, day: Day): Parameters {
  const days = parametersByDay.get(campaign) ?? new Map<Day, Parameters>();
  parametersByDay.set(campaign, days);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= mostDaysRemembered) days.clear();
  const gathered = gatherParameters(campaign, day);
  days.set(day, gathered);
  return gathered;
}

function gatherParameters({ pack }: Campaign, day: Day): Parameters {
  const inForce = pack.parameters.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
  const clocks = inForce.flatMap(({ name, value, unit }): [string, Clock][] =>
    unit === "workingDay" || unit === "calendarDay" ? [[name, { within: value, unit }]] : [],
  );
  const numbers = inForce.map(({ name, value }): [string, number] => [name, value]);
  return {
    clocks: Object.fromEntries(clocks),
    numbers: Object.fromEntries(numbers),
    campaignFrom: pack.plan.from,
    clauses: Object.fromEntries(pack.plan.measures.map(({ number, clauses }) => [number, clauses.length])),
    highRiskSectors: pack.sectors.filter(({ highRisk }) => highRisk === "yes").map(({ code }) => code),
  };
}

type Criteria = Pick<Library, "criteria">;

export function criteriaFact(
  { criteria, withdrawn }: Criteria & Partial<Pick<Library, "withdrawn">>,
  id: string,
): CriteriaFact | undefined {
  const gone = criteria.has(id) ? undefined : withdrawn?.get(id);
  const found = gone ?? criteria.get(id);
  const from = found?.standard.from;
  if (found === undefined || !from) return undefined;
  const { item, standard, standsBehind } = found;
  const { withdrawnOn } = gone ?? {};
  return {
    id,
    from,
    to: standard.to,
    says: item.text.zh,
    catchAll: item.catchAll,
    standsBehind,
    withdrawnOn,
  };
}

/** The items to be answered on a day in these sectors, in the order of the library: those in force then. */
export function checklistOn(
  { criteria }: Criteria,
  sectors: readonly string[],
  on: Day,
): readonly ChecklistItem[] {
  return [...criteria].flatMap(([id, citable]) => {
    const { item, standard, standsBehind } = citable;
    const { from, to } = standard;
    if (from === null || !isAsked(citable, sectors, on)) return [];
    return [{ id, from, to, article: item.article, text: item.text, standsBehind }];
  });
}

/** What an act is told that is decided by a checklist. */
export const checklistFacts = (library: Library, sectors: readonly string[], on: Day) => ({
  checklist: checklistOn(library, sectors, on),
  checklistWhole: holdsAll(library, sectors, on),
  checklistThen: library.stoodOn && checklistOn({ criteria: library.stoodOn(on) }, sectors, on),
});

type Standards = Pick<Library, "standards">;

/** What a row of a list of the campaign is called: a measure by its number, a standard by its code. */
export const rowName = (
  { measureName }: Pick<Campaign, "measureName">,
  { standards }: Standards,
  of: PackRowsField["of"],
  row: string,
): Words | undefined =>
  of === "measures" ? measureName(row) : standards.find(({ code }) => code === row)?.name;

/** What the pack calls the indicator that has this id. */
export const indicatorName = ({ pack }: Campaign, id: string): Words | undefined =>
  pack.indicators.find((indicator) => indicator.id === id)?.name;

/** The regions, sectors, lists of organisations and rows of lists in an input, by field; one that there is not is absent. */
export function placeFacts(
  campaign: Campaign,
  register: Register,
  input: RawInput,
  library: Standards = campaign.library,
): Facts["places"] {
  const places = Object.entries(input).flatMap(([name, value]): [string, string | readonly string[]][] => {
    const known = nameIn(campaign, library, register.allFields[name]);
    if (known === undefined) return [];
    const isKnown = (code: unknown): code is string => typeof code === "string" && known(code) !== undefined;
    if (Array.isArray(value)) return value.every(isKnown) ? [[name, value]] : [];
    return isKnown(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(places);
}

/** By what the campaign knows each value of such a field; undefined for a field that names none of its rows. */
function nameIn(
  campaign: Campaign,
  library: Standards,
  field: Field | undefined,
): ((code: string) => unknown) | undefined {
  const { regionName, sectorName, organisations } = campaign;
  switch (field?.kind) {
    case "region":
      return regionName;
    case "sector":
    case "sectors":
      return sectorName;
    case "organisations":
      return (id) => organisations.get(id);
    case "packRows":
      return (row) => rowName(campaign, library, field.of, row);
    case "indicators":
      return (id) => indicatorName(campaign, id);
    default:
      return undefined;
  }
}

/**
 * Sectors that no department of the pack supervises: there the one with comprehensive supervision (综合监管) answers, until the
 * government names another. Work Safety Law (2021) art. 10.
 */
const unsupervised = (campaign: Campaign): readonly string[] => without(campaign, "supervision");

/** Sectors for which the pack gives nobody this duty by name. */
function without({ pack }: Campaign, duty: DutyKind): readonly string[] {
  const named = new Set(
    pack.organisations.flatMap(({ duties }) =>
      duties.flatMap(({ as, sectors }) => (as === duty && sectors !== "all" ? sectors : [])),
    ),
  );
  return pack.sectors.flatMap(({ code }) => (named.has(code) ? [] : [code]));
}

const factsByCampaign = new WeakMap<Campaign, Map<string, OrganisationFact>>();

/** What a guard sees of an organisation of the pack. Gathered once: whoever looks for a supervisor asks it of all of them. */
export function organisationFact(campaign: Campaign, id: string): OrganisationFact | undefined {
  const found = campaign.organisations.get(id);
  if (found === undefined) return undefined;
  const facts = factsByCampaign.get(campaign) ?? new Map<string, OrganisationFact>();
  factsByCampaign.set(campaign, facts);
  const fact = facts.get(id) ?? gatherFact(campaign, id, found);
  facts.set(id, fact);
  return fact;
}

function gatherFact(campaign: Campaign, id: string, found: Organisation): OrganisationFact {
  const duties = found.duties.filter(({ as }) => as === "supervision");
  const all = duties.some(({ sectors }) => sectors === "all");
  const named = duties.flatMap(({ sectors }) => (sectors === "all" ? [] : sectors));
  const comprehensive = found.duties.some(({ as }) => as === "comprehensive");
  const supervises = all ? "all" : [...named, ...(comprehensive ? unsupervised(campaign) : [])];
  const trades = found.duties.filter(({ as }) => as === "industry");
  // Of some departments the plan says that they manage trades, and not which: then those that it gives to nobody.
  const manages = trades.flatMap(({ sectors }) =>
    sectors === "all" || sectors.length === 0 ? without(campaign, "industry") : sectors,
  );
  const { level, region, kind } = found;
  return {
    id,
    level,
    region,
    supervises,
    manages,
    kind,
    isPark: kind === "park",
    above: unitAbove(treeOf(campaign), id),
    office: officesFor(treeOf(campaign), region)[0],
    government: governmentsOf(treeOf(campaign), region)[0],
  };
}

/** The organisations of the pack by the ids under which the tables know them. */
export const treeOf = ({ organisations }: Campaign): OrganisationTree => ({
  byId: organisations,
  idOf: organisationId,
});

/** The offices of the committee that coordinates everything in the whole of the pack's region: they answer for the installation. */
export function topOffices({ pack }: Campaign): readonly string[] {
  const offices = pack.organisations.filter(coordinatesAll);
  const shortest = Math.min(...offices.map(({ region }) => region.length));
  return offices.filter(({ region }) => region.length === shortest).map(({ id }) => organisationId(id));
}

/** Reads a pack of `packs/` with its calendar; throws a StartProblem that names every fault by file and line. */
export async function loadCampaign(name: string): Promise<Campaign> {
  const folder = fileURLToPath(new URL(`../../packs/${name}/`, import.meta.url));
  return makeCampaign(name, await readPack(folder));
}

/** From how many working days on something is due soon, or was due too long ago, by the pack as it is on a day. */
export function dueLimits(campaign: Campaign, today: Day) {
  const { numbers } = parametersOn(campaign, today);
  return {
    soonWithinWorkingDays: numbers["reminder.soon.within"] ?? 0,
    veryOverdueAfterWorkingDays: numbers["reminder.veryOverdue.after"] ?? 0,
  };
}

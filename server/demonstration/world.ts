import { isWorkingDay } from "../../core/calendar/calendar.ts";
import { addDays, type Day } from "../../core/calendar/day.ts";
import type { Role } from "../../core/scope/roles.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import { type Chance, newChance } from "./chance.ts";
import { departmentsOf } from "./departments.ts";
import type { Script } from "./read.ts";
import type { EnterpriseRow, Part } from "./shape.ts";

/** Somebody of the demonstration, and since when and until when their certificate holds. */
export interface Person {
  readonly actor: Actor;
  readonly certificate?: { readonly from: Day; readonly to: Day };
}

/** An enterprise in its place, with the departments that have to do with it. */
export interface Firm {
  readonly key: string;
  readonly id: string;
  readonly row: EnterpriseRow;
  readonly county: string;
  readonly registeredOn: Day;
  /** The day from which nothing more is found here: it is closing. */
  readonly until: Day | undefined;
  readonly point: { readonly longitude: number; readonly latitude: number };
  /** The department with the duty for its sector; none where no department has it. */
  readonly supervisor: string | undefined;
  /** Another department that supervises the same sector or a further one of it. */
  readonly beside: string | undefined;
  /** The department that manages its trade or a further one of it. */
  readonly trade: string | undefined;
  /** Another department of the same place, and its sector that a hazard here may touch. */
  readonly receiver: { readonly organisation: string; readonly sector: string } | undefined;
}

/** All that a story may draw on. */
export interface World {
  readonly script: Script;
  readonly campaign: Campaign;
  readonly today: Day;
  readonly firms: readonly Firm[];
  readonly people: ReadonlyMap<string, Person>;
  /** The engine, which writes down what comes from whoever is not signed in. */
  readonly engine: Actor;
}

export const enterpriseId = (key: string): string => idOfName(`demonstration-enterprise:${key}`);

/** What a row of the records opened, as a service body of which somebody is. */
export const recordId = (key: string): string => idOfName(`demonstration-record:${key}`);

/** The enterprises of the script in their places, before anybody is in them. */
export function placeFirms(script: Script, campaign: Campaign, today: Day): readonly Firm[] {
  const { supervising, beside, managing } = departmentsOf(campaign);
  return script.enterprises.enterprises.map((row) => {
    const chance = newChance(`firm ${row.key}`);
    const county = row.region.slice(0, lengthOfCounty);
    const named = row.supervisedBy?.slice(1);
    const supervisor = named
      ? organisationId(named)
      : supervising(
          row.supervision === "prefecture" ? row.region.slice(0, lengthOfPrefecture) : county,
          row.sector,
        );
    const region = campaign.organisations.get(supervisor ?? "")?.region ?? county;
    const sector = [...(row.otherSectors ?? []), ...script.stories.secondSectors].find(
      (other) => ![undefined, supervisor].includes(supervising(region, other)),
    );
    const organisation = sector === undefined ? undefined : supervising(region, sector);
    const sectors = [row.sector, ...(row.otherSectors ?? [])];
    return {
      key: row.key,
      id: enterpriseId(row.key),
      row,
      county,
      registeredOn: workingDayFrom(campaign, addDays(campaign.pack.plan.from, chance.between(7, 26))),
      until: endOf(script, row.key, today),
      point: pointOf(row, script.enterprises.middles[county], chance),
      supervisor,
      beside: beside(region, sectors, supervisor),
      trade: managing(region, sectors),
      receiver: sector && organisation ? { organisation, sector } : undefined,
    };
  });
}

const quietDaysBeforeTheEnd = 60;

function endOf({ records }: Script, key: string, today: Day): Day | undefined {
  const end = records.records.find(({ enterprise, ends }) => enterprise === key && ends);
  return end && addDays(today, -end.daysAgo - quietDaysBeforeTheEnd);
}

const lengthOfCounty = 6;
const lengthOfPrefecture = 4;

function pointOf(row: EnterpriseRow, middle: readonly [number, number, number] | undefined, chance: Chance) {
  if (typeof row.longitude === "number" && typeof row.latitude === "number")
    return { longitude: row.longitude, latitude: row.latitude };
  if (middle === undefined) throw new Error(`No middle is given for the county of ${row.key}`);
  const [longitude, latitude, within] = middle;
  const off = () => (chance.between(-100, 100) / 100) * within;
  const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return { longitude: rounded(longitude + off()), latitude: rounded(latitude + off()) };
}

export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

/** The last working day that is not later. */
export function workingDayUpTo({ calendar }: Campaign, day: Day): Day {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, -1);
  return found;
}

/** The first working day that is not earlier. */
export function workingDayFrom({ calendar }: Campaign, day: Day): Day {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

export function holders(world: World, organisation: string, ...roles: readonly Role[]): readonly Actor[] {
  return [...world.people.values()].flatMap(({ actor }) =>
    actor.organisation === organisation && roles.includes(actor.role) ? [actor] : [],
  );
}

const rolesOf: Readonly<Record<Part, readonly Role[]>> = {
  safety: ["safetyManager"],
  principal: ["principal"],
  inspector: ["inspector"],
  inspector2: ["inspector"],
  head: ["departmentHead"],
  above: ["departmentHead", "committeeOffice"],
};

/** Who plays a part: the enterprise's own people, those of its department or of the other one, or one level above. */
export function player(world: World, firm: Firm, part: Part, at?: "receiver"): Actor {
  const unit = at === "receiver" ? firm.receiver?.organisation : firm.supervisor;
  const organisations = {
    safety: firm.id,
    principal: firm.id,
    inspector: unit,
    inspector2: unit,
    head: unit,
    above: unit && organisationFact(world.campaign, unit)?.above,
  };
  const cast = holders(world, organisations[part] ?? "", ...rolesOf[part]);
  const chosen = cast[part === "inspector2" ? 1 : 0];
  if (chosen === undefined) throw new Error(`Nobody plays ${part} at ${firm.key}`);
  return chosen;
}

/** The committee's office of the enterprise's county, or the one above where the prefecture's department supervises it. */
export function officeOf(world: World, firm: Firm): Actor {
  const region = world.campaign.organisations.get(firm.supervisor ?? "")?.region ?? firm.county;
  const office = [...world.people.values()].find(
    ({ actor }) => actor.role === "committeeOffice" && actor.region === region,
  );
  if (office === undefined) throw new Error(`No committee's office for ${firm.key}`);
  return office.actor;
}

/** Whether what is meant for some sectors or classes of trade fits an enterprise; for none is for all. */
export const fitsTo = ({ sector, industryClass }: EnterpriseRow, wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => one === sector || industryClass.startsWith(one));

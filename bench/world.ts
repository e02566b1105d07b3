import { addDays } from "../core/calendar/day.ts";
import { textValue } from "../core/register/entry.ts";
import type { OfficerFact } from "../core/register/register.ts";
import type { Role } from "../core/scope/roles.ts";
import { type Actor, inSectors } from "../core/scope/scope.ts";
import { type Campaign, organisationFact } from "../server/store/campaign.ts";
import { inTransaction, type Pool } from "../server/store/database.ts";
import { hashPassword, type NewPerson } from "../server/store/people.ts";
import type { StoredEntry } from "../server/store/row.ts";
import { createPerson } from "./people.ts";
import type { Random } from "./random.ts";

/** The password of every account of a bench database, which is a demonstration. */
export const benchPassword = "zhiben-demo";
/** The first day on which anything was found, and the day on which the bench's clock stands. */
export const firstDay = "2024-01-01";
export const lastDay = "2026-06-30";
export const benchNow = new Date("2026-07-01T09:00:00+08:00");

/** Who answers for an enterprise's hazards: its own two people, and the bureau of its county with two officers and a head. */
export interface Cast {
  readonly enterprise: StoredEntry;
  readonly safety: Actor;
  readonly principal: Actor;
  readonly bureau: Bureau;
}

export interface Bureau {
  readonly id: string;
  readonly inspector: Actor;
  readonly inspector2: Actor;
  readonly head: Actor;
}

/** Every officer of the bench holds a certificate from the first day on. */
export const officer: OfficerFact = { certificateFrom: firstDay, certificateTo: addDays(lastDay, 3_650) };

/** How many enterprises a dataset has: some hundred hazards each, and never so few that they share everything. */
export const enterpriseCount = (entries: number): number =>
  Math.min(2_000, Math.max(40, Math.floor(entries / 250)));

export interface Site {
  readonly region: string;
  readonly sector: string;
}

/** A township and a sector for each enterprise; the first county has twice as many as the others. */
export function drawSites(campaign: Campaign, random: Random, count: number): readonly Site[] {
  const townships = campaign.pack.regions.filter(({ level }) => level === "township");
  const supervised = [...supervisorsByCounty(campaign).values()].flat();
  const sectors = campaign.pack.sectors
    .map(({ code }) => code)
    .filter((code) => supervised.some(({ supervises }) => inSectors(supervises, code)));
  return Array.from({ length: count }, () => ({
    region: random.pick(townships).code,
    sector: random.pick(sectors),
  }));
}

function supervisorsByCounty(campaign: Campaign) {
  const facts = [...campaign.organisations.keys()].flatMap((id) => organisationFact(campaign, id) ?? []);
  const counties = facts.filter(({ level, supervises }) => level === "county" && supervises.length > 0);
  return Map.groupBy(counties, ({ region }) => region);
}

/** The county's organisation that supervises a site's sector. */
export function supervisorOf(campaign: Campaign, { region, sector }: Site): string {
  const inCounty = supervisorsByCounty(campaign).get(region.slice(0, 6)) ?? [];
  const found = inCounty.find(({ supervises }) => inSectors(supervises, sector));
  if (found === undefined) throw new Error(`Nobody supervises ${sector} in ${region}`);
  return found.id;
}

/** Creates the people of every enterprise and bureau, in one transaction. */
export async function createCasts(
  owner: Pool,
  campaign: Campaign,
  enterprises: readonly StoredEntry[],
): Promise<readonly Cast[]> {
  const passwordHash = await hashPassword(benchPassword);
  return inTransaction(owner, undefined, async (tx) => {
    const bureaus = new Map<string, Bureau>();
    const person = (username: string, post: NewPerson["post"]) =>
      createPerson(tx, {
        username,
        name: `台架${username}（虚构）`,
        passwordHash,
        post,
        ...certificateOf(post),
      });
    const casts: Cast[] = [];
    for (const [at, enterprise] of enterprises.entries()) {
      const site = siteOf(enterprise);
      const id = supervisorOf(campaign, site);
      const post = (role: Role) => officialPost(id, site.region.slice(0, 6), role);
      const bureau = bureaus.get(id) ?? {
        id,
        inspector: await person(`bench-inspector-${bureaus.size}`, post("inspector")),
        inspector2: await person(`bench-inspector2-${bureaus.size}`, post("inspector")),
        head: await person(`bench-head-${bureaus.size}`, post("departmentHead")),
      };
      bureaus.set(id, bureau);
      const safety = await person(safetyName(at), enterprisePost(enterprise.id, "safetyManager"));
      const principal = await person(`bench-principal-${at}`, enterprisePost(enterprise.id, "principal"));
      casts.push({ enterprise, safety, principal, bureau });
    }
    return casts;
  });
}

/** The user name of the safety manager of the enterprise at a place in the order of drawing. */
export const safetyName = (at: number): string => `bench-safety-${at}`;

const certificateOf = ({ role }: NewPerson["post"]) =>
  role === "inspector"
    ? { certificate: { number: "台架演示", from: firstDay, to: addDays(lastDay, 3_650) } }
    : {};

const enterprisePost = (organisation: string, role: Role): NewPerson["post"] => ({
  role,
  organisation,
  level: "enterprise",
  region: "",
  sectors: "all",
  from: firstDay,
});

const officialPost = (organisation: string, region: string, role: Role): NewPerson["post"] => ({
  role,
  organisation,
  level: "county",
  region,
  sectors: "all",
  from: firstDay,
});

export const siteOf = ({ values }: StoredEntry): Site => ({
  region: textValue(values, "region") ?? "",
  sector: textValue(values, "sector") ?? "",
});

import { isWorkingDay } from "../../core/calendar/calendar.ts";
import { addDays, type Day } from "../../core/calendar/day.ts";
import type { Organisation } from "../../core/pack/pack.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { grantPost, type PersonToSetUp, type SettingUp, setUpPeople } from "../set-up-people.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";
import { becomeOwner, inTransaction, type Pool } from "../store/database.ts";
import { markSeen } from "../store/notices.ts";
import { actorNamed, hashPassword, setPasswords } from "../store/people.ts";
import { type Chance, newChance } from "./chance.ts";
import type { Script } from "./read.ts";
import type { People, Post } from "./shape.ts";
import { enterpriseId, type Firm, type Person, recordId, workingDayFrom } from "./world.ts";

type Account = People["accounts"][number];

/**
 * Sets up every account of the demonstration with its posts, all or none, as an installation sets up its first people; those that stand
 * already are left as they are. One more was granted a post that waits for its head.
 */
export async function loadPeople(
  owner: Pool,
  services: Pick<Services, "campaign" | "algorithm" | "vault">,
  engine: Actor,
  script: Script,
  firms: readonly Firm[],
  today: Day,
): Promise<ReadonlyMap<string, Person>> {
  const { campaign } = services;
  const { people } = script;
  const accounts = [
    ...people.accounts,
    ...accountsOfFirms(people, firms),
    ...accountsOfUnits(script, campaign, firms),
  ];
  const known = await actorNamed(owner, accounts.at(-1)?.username ?? "", today);
  if (known === undefined) await setUp(owner, { ...services, engine }, script, accounts, today);
  const stand = new Map<string, Person>();
  for (const account of accounts) {
    const actor = await actorNamed(owner, account.username, today);
    if (actor === undefined) throw new Error(`The account ${account.username} is gone`);
    stand.set(account.username, { actor, ...certificateOf(campaign, account, today) });
  }
  return stand;
}

async function setUp(
  owner: Pool,
  services: Omit<SettingUp, "now">,
  { people }: Script,
  accounts: readonly Account[],
  today: Day,
): Promise<void> {
  const { campaign } = services;
  const passwordHash = await hashPassword(people.password);
  await inTransaction(owner, undefined, async (tx) => {
    const begins = { ...services, now: morningOf(workingDayFrom(campaign, campaign.pack.plan.from)) };
    const actors = await setUpPeople(
      tx,
      begins,
      accounts.map((account) => toSetUp(campaign, account, today)),
    );
    const byName = new Map(accounts.map(({ username }, at) => [username, actors[at]]));
    const [opens, grants] = [byName.get("sysadmin"), byName.get("secadmin")];
    if (opens === undefined || grants === undefined)
      throw new Error("The demonstration has no administrators");
    const lately = { ...services, now: morningOf(lastWorkingDay(campaign, addDays(today, -1))) };
    await grantPost(tx, lately, { opens, grants }, toSetUp(campaign, people.newcomer, today));
    await becomeOwner(tx);
    await setPasswords(tx, passwordHash);
    for (const { id } of actors)
      await markSeen(tx, id, new Date(`${addDays(today, -unseenDays)}T00:00:00+08:00`));
  });
}

const morningOf = (day: Day): Date => new Date(`${day}T08:30:00+08:00`);

function lastWorkingDay(campaign: Campaign, day: Day): Day {
  return isWorkingDay(day, campaign.calendar) ? day : lastWorkingDay(campaign, addDays(day, -1));
}

function toSetUp(campaign: Campaign, account: Account, today: Day): PersonToSetUp {
  const { username, name, certificate, also, ...held } = account;
  // In post since the campaign began; later in a second one, so that signing in begins in the first.
  const { from } = campaign.pack.plan;
  const valid = certificateOf(campaign, account, today).certificate;
  return {
    username,
    name,
    posts: [
      { ...postIn(campaign, held), from },
      ...(also === undefined ? [] : [{ ...postIn(campaign, also), from: addDays(from, 1) }]),
    ],
    ...(certificate && valid ? { certificate: { number: certificate, ...valid } } : {}),
  };
}

/** What came to somebody longer ago has been seen: nobody leaves it for years. */
const unseenDays = 7;

const certificateOf = ({ pack }: Campaign, { certificate }: Account, today: Day) =>
  certificate === undefined ? {} : { certificate: { from: pack.plan.from, to: addDays(today, 730) } };

function postIn(campaign: Campaign, { role, enterprise, serviceBody, organisation = "" }: Post) {
  const firm = enterprise === undefined ? serviceBody && recordId(serviceBody) : enterpriseId(enterprise);
  const unit = campaign.organisations.get(organisationId(organisation));
  return {
    role,
    organisation: firm ?? organisationId(organisation),
    level: unit?.level ?? ("enterprise" as const),
    region: unit?.region ?? "",
    sectors: sectorsOf(unit),
  };
}

/** A department answers for the sectors of its duties, and sees what names it beside them; what answers for all sees all. */
function sectorsOf(unit: Organisation | undefined): "all" | readonly string[] {
  if (unit === undefined || unit.kind !== "department") return "all";
  const sectors = unit.duties.flatMap((duty) => (duty.sectors === "all" ? ["all"] : duty.sectors));
  return sectors.includes("all") ? "all" : [...new Set(sectors)];
}

export const nameFrom = ({ surnames, given }: People, chance: Chance): string =>
  `${chance.pick(surnames)}${chance.pick(given)}`;

/** The safety manager and the principal of every enterprise of which no account is named. */
function accountsOfFirms(people: People, firms: readonly Firm[]): readonly Account[] {
  return firms.flatMap(({ key }) => {
    if (people.accounts.some(({ enterprise }) => enterprise === key)) return [];
    const { safety, principal } = staffOf(people, key);
    return [
      { username: `${key}-safety`, name: safety, role: "safetyManager" as const, enterprise: key },
      { username: `${key}-principal`, name: principal, role: "principal" as const, enterprise: key },
    ];
  });
}

/** The names of an enterprise's two people, drawn. */
export function staffOf(people: People, key: string) {
  const chance = newChance(`staff ${key}`);
  return { safety: nameFrom(people, chance), principal: nameFrom(people, chance) };
}

/**
 * Two officers and a head for every department with a duty of supervision of which no account is named, and a head for one that
 * only manages a trade or supervises beside another.
 */
function accountsOfUnits(
  { people, enterprises }: Script,
  campaign: Campaign,
  firms: readonly Firm[],
): readonly Account[] {
  const named = new Set(people.accounts.map(({ organisation }) => organisation));
  const units = campaign.pack.organisations.filter(({ id }) => !named.has(id));
  const supervising = units.filter(({ id }) => {
    const supervises = organisationFact(campaign, organisationId(id))?.supervises ?? [];
    return supervises !== "all" && supervises.length > 0;
  });
  const beside = new Set([
    ...firms.flatMap((firm) => [firm.beside, firm.trade]),
    ...enterprises.enterprises.flatMap((row) =>
      [row.coSupervisedBy, row.sectorDepartment].map((name) => name && organisationId(name.slice(1))),
    ),
  ]);
  const others = units.filter((unit) => !supervising.includes(unit) && beside.has(organisationId(unit.id)));
  return [
    ...others.map(({ id }) => headOf(people, id, newChance(`unit ${id}`))),
    ...supervising.flatMap((unit, at) => staffOfUnit(people, unit.id, at)),
  ];
}

const headOf = (people: People, organisation: string, chance: Chance): Account => ({
  username: `${organisation}-head`,
  name: nameFrom(people, chance),
  role: "departmentHead",
  organisation,
});

function staffOfUnit(people: People, organisation: string, at: number): readonly Account[] {
  const chance = newChance(`unit ${organisation}`);
  const officer = (username: string, number: number): Account => ({
    username: `${organisation}-${username}`,
    name: nameFrom(people, chance),
    role: "inspector",
    organisation,
    certificate: `${people.certificates}${100 + at * 2 + number}`,
  });
  return [officer("inspector", 0), officer("inspector2", 1), headOf(people, organisation, chance)];
}

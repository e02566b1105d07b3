import type { Random } from "../../bench/random.ts";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { actNamed } from "../../core/register/register.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { anApplication } from "./application-journeys.ts";
import { person } from "./builders.ts";
import { enterprises, type PersonName } from "./cast.ts";
import { aToken } from "./people-journeys.ts";
import { factsFor, type RandomWorld, sha256 } from "./random-facts.ts";
import { keep, known } from "./random-kept.ts";

/** The product itself, which does what the calendar and the public form bring. */
export const engine: Actor = {
  id: "00000000-0000-8000-8000-000000000000",
  name: "系统",
  role: "system",
  organisation: "00000000-0000-8000-8000-000000000000",
  level: "prefecture",
  region: "",
  sectors: "all",
};
/** Posts and a token that wait to be decided on, one that ends soon, and enterprises that ask to be let in. */
export function openPeople(world: RandomWorld, dice: Random): void {
  for (let at = 0; at < 3; at += 1) grantPost(world, at, dice);
  setUpPost(world, dice);
  askForToken(world, dice);
  for (const code of [enterprises.copper.creditCode, "91999999MA000011AX"]) applyFor(world, code, dice);
}

/** A token that stands for Lin's bureau and waits for its approval. */
function askForToken(world: RandomWorld, dice: Random): void {
  const { organisation: unit } = person("lin");
  const validUntil = addDays(dayInShanghai(world.now), 300);
  openAs(world, "tang", "partner-token", { ...aToken, unit, everySector: true, validUntil }, dice);
}

/** Somebody of an enterprise in Luo's county applies to be let in, by the public form. */
function applyFor(world: RandomWorld, creditCode: string, dice: Random): void {
  const { organisation: receivingUnit } = person("luo");
  const secretHash = sha256(`${creditCode} ${dice.id(0)}`);
  openAs(
    world,
    engine,
    "enterprise-application",
    { ...anApplication, creditCode, receivingUnit, secretHash },
    dice,
  );
}

/** One of the first people of the installation, in a post that ends soon. */
function setUpPost(world: RandomWorld, dice: Random): void {
  const { organisation: unit } = person("luo");
  const account = openAs(world, "tang", "account", { username: "known-first", name: "首任", unit }, dice);
  const heldFrom = dayInShanghai(world.now);
  const held = {
    role: "departmentHead",
    covers: "533401",
    everySector: true,
    heldUntil: addDays(heldFrom, 5),
  };
  openAs(world, engine, "post", { account, unit, heldFrom, ...held }, dice, "setUp");
}

/** Somebody of Lin's bureau, with a post there that waits for its head. */
function grantPost(world: RandomWorld, at: number, dice: Random): void {
  const { organisation: unit } = person("lin");
  const account = openAs(world, "tang", "account", { username: `known-${at}`, name: "尼玛", unit }, dice);
  const heldFrom = dayInShanghai(world.now);
  const covered = { covers: "533401", everySector: true };
  openAs(world, "min", "post", { account, role: "inspector", unit, heldFrom, ...covered }, dice);
}

/** Opens an entry of a register, by its first act where none is named. */
function openAs(
  world: RandomWorld,
  by: PersonName | Actor,
  of: string,
  input: RawInput,
  dice: Random,
  named?: string,
): string {
  const register = known(of);
  const [first = ""] = Object.keys(register.acts);
  const act = named ?? first;
  const declared = actNamed(register, act);
  const entry = blankEntry(register.name, dice.id(world.now.getTime()));
  const asked = { register, entry, input, actor: typeof by === "string" ? person(by) : by };
  const acts = declared ? [declared] : [];
  const facts = factsFor(world, { ...asked, acts, day: dayInShanghai(world.now) });
  const decision = decide({ ...asked, act, facts, now: world.now.toISOString() });
  if ("refusal" in decision) throw new Error(`${of} is refused: ${decision.refusal.code}`);
  keep(world, decision, dice);
  return entry.id;
}

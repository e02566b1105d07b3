import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, type Day, daysBetween } from "../core/calendar/day.ts";
import { decide, type Outcome } from "../core/register/decide.ts";
import { blankEntry, textValue } from "../core/register/entry.ts";
import type { RawInput } from "../core/register/field.ts";
import type { Facts, Register } from "../core/register/register.ts";
import { registerNamed } from "../core/registers/index.ts";
import type { Actor } from "../core/scope/scope.ts";
import { remind } from "../server/jobs/reminders.ts";
import { openVault, type Vault } from "../server/secrets/vault.ts";
import { assemble } from "../server/start.ts";
import {
  type Campaign,
  criteriaFact,
  loadCampaign,
  organisationFact,
  parametersOn,
  placeFacts,
} from "../server/store/campaign.ts";
import { commit } from "../server/store/commit.ts";
import { inTransaction, openOwnerPool, openPool, type Pool } from "../server/store/database.ts";
import type { HashAlgorithm } from "../server/store/digests.ts";
import { actorNamed } from "../server/store/people.ts";
import type { StoredEntry } from "../server/store/row.ts";
import { sequence } from "../server/store/sequencer.ts";
import { settle } from "./database.ts";
import { newRandom, type Random } from "./random.ts";
import { actsPerEntry, drawStory } from "./stories.ts";
import {
  benchNow,
  type Cast,
  createCasts,
  drawSites,
  enterpriseCount,
  firstDay,
  lastDay,
  officer,
} from "./world.ts";

export interface GenerateOptions {
  readonly url: string;
  readonly entries: number;
  readonly seed: number;
  /** The hash of the ledger; SHA-256 where it is not said. */
  readonly algorithm?: HashAlgorithm;
  readonly onProgress: (message: string) => void;
}

/** What a generation did: `actsPerSecond` counts ledger lines through `decide`, `commit` and the sequencer. */
export interface Generated {
  readonly entries: number;
  readonly lines: number;
  readonly seconds: number;
  readonly actsPerSecond: number;
}

const batchEntries = 2_000;

/** What the acts of one batch are decided with. */
interface Making {
  readonly pool: Pool;
  readonly campaign: Campaign;
  readonly algorithm: HashAlgorithm;
  readonly vault: Vault;
  readonly items: readonly string[];
}

/**
 * Fills an empty database with hazards of five acts each, through `decide` and `commit` alone, by the same seed always the same
 * (but for the salts and the ids of notices, which `commit` draws).
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { url, entries, seed, algorithm = "sha256", onProgress } = options;
  const connection = { connectionString: url };
  await found(url, algorithm);
  const campaign = await loadCampaign("diqing");
  const owner = openOwnerPool({ connection });
  const pool = openPool({ connection, size: 4 });
  const vault = await openVault({ keysFolder: keysFolderOf(algorithm), algorithm });
  const making = { pool, campaign, algorithm, vault, items: criteriaInForce(campaign) };
  const random = newRandom(seed);
  const casts = await createCasts(owner, campaign, await registerEnterprises(making, owner, random, entries));
  onProgress(`${casts.length} enterprises stand`);
  const started = performance.now();
  await fill(making, casts, entries, random, (done) => {
    const rate = Math.round((done * actsPerEntry * 1_000) / (performance.now() - started));
    onProgress(`${done} entries, ${rate} acts/s`);
  });
  const seconds = (performance.now() - started) / 1_000;
  await sequenceAll(making);
  await remind({ pool, campaign, clock: () => benchNow });
  await pool.end();
  await owner.end();
  await settle(url);
  const lines = entries * actsPerEntry;
  return { entries, lines, seconds, actsPerSecond: lines / seconds };
}

// A running server sequences as it goes; left to the end, every batch of leaves would sort all that wait.
async function sequenceAll({ pool, algorithm }: Making): Promise<void> {
  while ((await sequence(pool, algorithm)) > 0);
}

const keysFolderOf = (algorithm: HashAlgorithm) => join(tmpdir(), `zhiben-bench-keys-${algorithm}`);

/** Schema, installation and the demonstration's accounts, as a first start makes them. */
async function found(url: string, algorithm: HashAlgorithm): Promise<void> {
  const zhiben = await assemble({
    connection: { connectionString: url },
    filesFolder: tmpdir(),
    exportsFolder: join(tmpdir(), "zhiben-bench-exports"),
    keysFolder: keysFolderOf(algorithm),
    algorithm,
    pages: undefined,
    pack: "diqing",
    demonstration: true,
    clock: () => benchNow,
    onProgress: () => undefined,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await zhiben.stop();
}

/** Items that hold throughout, but for those by which only an expert judges. */
function criteriaInForce(campaign: Campaign): readonly string[] {
  return [...campaign.criteria.keys()].filter((id) => {
    const fact = criteriaFact(campaign, id);
    if (fact === undefined || fact.catchAll) return false;
    return fact.from <= firstDay && (fact.to === undefined || fact.to >= lastDay);
  });
}

interface Attempted {
  readonly register: Register;
  readonly entry: StoredEntry;
  readonly act: string;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly day: Day;
  readonly enterprise?: StoredEntry | undefined;
}

/** Decides every attempt and commits them together. Throws where one is refused: a story that cannot be told is a fault here. */
async function perform(
  { pool, campaign, algorithm, vault }: Making,
  attempts: readonly Attempted[],
): Promise<readonly StoredEntry[]> {
  const outcomes = attempts.map((attempt): Outcome => {
    const { register, entry, act, input, actor, day } = attempt;
    const facts = factsFor(campaign, attempt);
    const now = new Date(`${day}T09:00:00+08:00`).toISOString();
    const decision = decide({ register, entry, facts, act, input, actor, now });
    if ("refusal" in decision) throw new Error(`${act} refused: ${JSON.stringify(decision.refusal)}`);
    return decision;
  });
  const continued = attempts.filter(({ entry }) => entry.version > 0);
  const heads = new Map(continued.map(({ entry }) => [entry.id, entry.head]));
  return inTransaction(pool, undefined, (tx) => commit(tx, outcomes, heads, { algorithm, vault }));
}

const parametersByDay = new Map<Day, ReturnType<typeof parametersOn>>();

/** What the store would load for an act, from what the generator knows already. */
function factsFor(campaign: Campaign, { register, entry, input, actor, day, enterprise }: Attempted): Facts {
  const parameters = parametersByDay.get(day) ?? parametersOn(campaign, day);
  parametersByDay.set(day, parameters);
  const owner = input.owningOrganisation ?? textValue(entry.values, "owningOrganisation");
  const owning = typeof owner === "string" ? organisationFact(campaign, owner) : undefined;
  const item =
    typeof input.criteriaItem === "string" ? criteriaFact(campaign, input.criteriaItem) : undefined;
  return {
    calendar: campaign.calendar,
    ...parameters,
    entries: enterprise ? { organisation: enterprise } : {},
    organisations: owning ? { owningOrganisation: owning } : {},
    criteria: item ? { criteriaItem: item } : {},
    places: placeFacts(campaign, register, input),
    officer: actor.role === "inspector" ? officer : {},
    files: {},
    counts: {},
    alike: [],
    same: {},
    others: [],
    sealed: [],
    posts: {},
  };
}

async function registerEnterprises(
  making: Making,
  owner: Pool,
  random: Random,
  entries: number,
): Promise<readonly StoredEntry[]> {
  const register = registerNamed("enterprise");
  const actor = await actorNamed(owner, "anweiban", firstDay);
  if (register === undefined || actor === undefined) throw new Error("The demonstration is not loaded");
  const sites = drawSites(making.campaign, random, enterpriseCount(entries));
  const openedAt = Date.parse(`${firstDay}T00:00:00Z`);
  return perform(
    making,
    sites.map((site, at) => ({
      register,
      entry: { ...blankEntry("enterprise", random.id(openedAt)), head: "" },
      act: "register",
      input: {
        name: `台架企业${at + 1}（虚构）`,
        creditCode: `91999999MB${String(at).padStart(7, "0")}X`,
        ...site,
        ownership: "other",
        highRisk: at % 4 === 0,
        address: "虚构地址",
      },
      actor,
      day: firstDay,
    })),
  );
}

/** Entries in the order of their days, a batch at a time, and in a batch one act of all stories after the other. */
async function fill(
  making: Making,
  casts: readonly Cast[],
  entries: number,
  random: Random,
  onBatch: (done: number) => void,
): Promise<void> {
  // Two batches under way, so that one is decided while the database writes the other.
  const lanes: Promise<void>[] = [];
  let done = 0;
  for (let from = 0; from < entries; from += batchEntries) {
    const count = Math.min(batchEntries, entries - from);
    const drawn = Array.from({ length: count }, (_, at) =>
      drawHazard(casts, random, dayOf(from + at, entries)),
    );
    if (lanes.length === 2) await lanes.shift();
    lanes.push(
      tell(making, drawn).then(async () => {
        done += count;
        onBatch(done);
        await sequenceAll(making);
      }),
    );
  }
  await Promise.all(lanes);
}

/** Days pass evenly over the dataset, so that a page of any size covers the same share of it. */
const dayOf = (at: number, entries: number): Day =>
  addDays(firstDay, Math.floor((at / entries) * (daysBetween(firstDay, lastDay) - 30)));

const drawHazard = (casts: readonly Cast[], random: Random, foundOn: Day) => ({
  cast: random.pick(casts),
  deeds: drawStory(random),
  foundOn,
  id: random.id(Date.parse(`${foundOn}T01:00:00Z`) + random.below(28_800_000)),
  seed: random.below(2 ** 31),
});

type Hazard = ReturnType<typeof drawHazard>;

async function tell(making: Making, hazards: readonly Hazard[]): Promise<void> {
  const register = registerNamed("hazard");
  if (register === undefined) throw new Error("No register of hazards");
  const draws = hazards.map(({ seed }) => newRandom(seed));
  let stored: readonly StoredEntry[] = hazards.map(({ id }) => ({ ...blankEntry("hazard", id), head: "" }));
  let days: readonly Day[] = hazards.map(({ foundOn }) => foundOn);
  for (let step = 0; step < actsPerEntry; step += 1) {
    days = days.map((day, at) => addDays(day, hazards[at]?.deeds[step]?.after ?? 0));
    const attempts = hazards.flatMap(({ cast, deeds }, at): readonly Attempted[] => {
      const [deed, entry, day, random] = [deeds[step], stored[at], days[at], draws[at]];
      if (deed === undefined || entry === undefined || day === undefined || random === undefined) return [];
      const input = deed.input({ cast, day, random, items: making.items });
      return [
        { register, entry, act: deed.act, input, actor: deed.by(cast), day, enterprise: cast.enterprise },
      ];
    });
    stored = await perform(making, attempts);
  }
}

import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { textValue } from "../../core/register/entry.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { engineOf } from "../jobs/engine.ts";
import type { Services } from "../services.ts";
import { becomeCommitter, inTransaction, type Pool } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import type { StoredEntry } from "../store/row.ts";
import { sequence } from "../store/sequencer.ts";
import { assessmentDeeds } from "./assessments.ts";
import { briefingRounds } from "./briefings.ts";
import { newChance } from "./chance.ts";
import { checking, tending, voluntaryDeeds } from "./checks.ts";
import { composed } from "./compose.ts";
import { type Deed, momentOf } from "./deed.ts";
import { documentDeeds } from "./documents.ts";
import { enterpriseDeeds } from "./enterprises.ts";
import { evaluationDeeds } from "./evaluations.ts";
import type { Told } from "./facts.ts";
import { continuedDeeds, hazardDeeds } from "./hazards.ts";
import { tales } from "./months.ts";
import { loadPeople } from "./people.ts";
import { keepPictures } from "./pictures.ts";
import { placeDeeds } from "./places.ts";
import { readScript } from "./read.ts";
import { recordDeeds } from "./records.ts";
import { reportRounds } from "./reports.ts";
import { subPlanDeeds } from "./sub-plans.ts";
import { taskDeeds } from "./tasks.ts";
import { type Prompts, tell, tellAtOnce, type Untold } from "./tell.ts";
import { tokenDeeds } from "./tokens.ts";
import { fitsTo, laterOf, placeFirms, type World, workingDayFrom } from "./world.ts";

/**
 * Loads the fictional accounts and entries of `packs/demo`. Entries come to be by their acts, on the days on which their story
 * says, through `decide` and `commit` like any other; all of them in one transaction, so that an interrupted start leaves none or
 * all. Returns the acts that were refused, which is a fault of the script.
 */
export async function loadDemonstration(owner: Pool, services: Services): Promise<readonly Untold[]> {
  const { campaign, pool, files, algorithm, clock } = services;
  const now = clock();
  const today = dayInShanghai(now);
  const script = await readScript();
  const firms = placeFirms(script, campaign, today);
  const engine = await engineOf(services);
  const people = await loadPeople(owner, services, engine, script, firms, today);
  const world: World = { script, campaign, today, firms, people, engine };
  // A story does not run ahead of the clock.
  const deeds = deedsOf(world).filter((deed) => momentOf(deed) <= now);
  const untold = await inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    const [first] = deeds;
    if (first === undefined || (await readEntry(tx, { sees: "everything" }, first.register, first.id)))
      return [];
    const pictures = deeds.flatMap((deed) => deed.pictures ?? []);
    const told: Told = {
      campaign,
      entries: new Map(),
      files: Object.fromEntries(await keepPictures(tx, files, pictures, now)),
      people: new Map([...people.values()].map((person) => [person.actor.id, person])),
    };
    const refused = [...(await tell(tx, told, deeds, promptsOf(world, told, engine, now), services))];
    for (const round of [...reportRounds(world), ...briefingRounds(world)]) {
      const past = round.filter((deed) => momentOf(deed) <= now);
      refused.push(...(await tellAtOnce(tx, told, past, services, refused)));
    }
    return refused;
  });
  while ((await sequence(pool, algorithm)) > 0);
  return untold;
}

/** What comes up while the rest is told: self-checks, and the hazards that they find. */
function promptsOf(world: World, told: Told, engine: Actor, now: Date): Prompts {
  const past = (deeds: readonly Deed[]) => deeds.filter((deed) => momentOf(deed) <= now);
  return {
    begins: (month) =>
      past(
        tending(
          world,
          told,
          engine,
          workingDayFrom(world.campaign, laterOf(`${month}-01`, firstTending(world))),
        ),
      ),
    within: (month) => past(checking(world, told, month)),
    opened: (entry) => past(afterFinding(world, entry)),
  };
}

/** When the engine first looks: no working day is earlier in a campaign. */
const firstTending = ({ campaign }: World): Day => campaign.pack.plan.from;

function afterFinding(world: World, { id, values }: StoredEntry): readonly Deed[] {
  const { stories, hazards } = world.script;
  const firm = world.firms.find((one) => one.id === values.organisation);
  const story = stories.stories.find(({ name }) => name === stories.checks.found);
  const kind = hazards.faults.find(
    ({ for: wanted, item }) => item === values.criteriaItem && firm !== undefined && fitsTo(firm.row, wanted),
  );
  if (firm?.supervisor === undefined || story === undefined || kind === undefined) return [];
  const fault = composed(hazards, kind, firm.row, newChance(`fault ${id}`));
  return continuedDeeds(world, firm, fault, story, id, textValue(values, "openedOn") ?? world.today);
}

/** Everything that ever happens in the demonstration, in no order between entries. */
const deedsOf = (world: World): readonly Deed[] => [
  ...enterpriseDeeds(world),
  ...placeDeeds(world),
  ...recordDeeds(world),
  ...voluntaryDeeds(world),
  ...tokenDeeds(world),
  ...taskDeeds(world),
  ...documentDeeds(world),
  ...evaluationDeeds(world),
  ...subPlanDeeds(world),
  ...assessmentDeeds(world),
  ...tales(world).flatMap((tale) => hazardDeeds(world, tale)),
];

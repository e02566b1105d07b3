import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { idOfName } from "../store/ids.ts";
import { type Chance, newChance } from "./chance.ts";
import { type Deed, openingOf, registerOf } from "./deed.ts";
import { atSpot, inputFor, type Telling } from "./inputs.ts";
import type { Picture } from "./pictures.ts";
import type { Fault, Step, Stories, Story } from "./shape.ts";
import { type Firm, player, type World, workingDayUpTo } from "./world.ts";

/** One hazard as it is to be told: which story, where, and of what. */
export interface Tale {
  readonly key: string;
  readonly story: Story;
  readonly firm: Firm;
  readonly fault: Fault;
  /** The day on which it is registered, or that of its last act. */
  readonly day: Day;
  readonly ends?: true;
  /** The day on which it was found, where that was long before. */
  readonly foundOn?: Day;
  /** How many acts follow the finding; all of the story where it is not said. */
  readonly acts?: number;
  readonly fixDays: number;
  readonly pictured?: boolean;
  /** Whether somebody kept a photo of the notice board on which the staff were told. */
  readonly boarded?: boolean;
}

const hazardId = (key: string): string => idOfName(`demonstration-hazard:${key}`);

/** The deeds of a tale, and before them those of the hazard into which it is merged. */
export function hazardDeeds(world: World, tale: Tale): readonly Deed[] {
  const { stories } = world.script.stories;
  const twin = tale.story.twin && stories.find(({ name }) => name === tale.story.twin);
  if (!twin) return taleDeeds(world, tale);
  const { acts: _acts, ends: _ends, foundOn: _foundOn, ...same } = tale;
  const fault = { ...tale.fault, title: tale.fault.also ?? tale.fault.title };
  const day = addDays(tale.day, tale.ends ? -8 : -4);
  // It takes so long that it is still worked on: nothing is merged into what is at rest.
  const fixDays = Math.max(tale.fixDays, 20);
  return [
    ...taleDeeds(world, { ...same, fault, key: `${tale.key}-twin`, story: twin, day, fixDays }),
    ...taleDeeds(world, tale),
  ];
}

/** How a hazard goes on that a self-check has opened: a story without its finding, from the day of the check. */
export function continuedDeeds(
  world: World,
  firm: Firm,
  fault: Fault,
  story: Story,
  id: string,
  day: Day,
): readonly Deed[] {
  const chance = newChance(`found ${id}`);
  const fixDays = chance.between(...world.script.stories.fixDays.major);
  const tale: Tale = { key: id, story, firm, fault, day, fixDays };
  return taleDeeds(world, tale)
    .slice(1)
    .map((deed) => ({ ...deed, id }));
}

/** An act with the day on which it falls and until when it must be put right after it. */
interface Dated {
  readonly step: Step;
  readonly day: Day;
  readonly due: Day;
}

function taleDeeds(world: World, tale: Tale): readonly Deed[] {
  const { story, firm, key } = tale;
  const register = registerOf("hazard");
  const steps = stepsOf(world.script.stories.fragments, story.steps).slice(0, tale.acts);
  const begins = tale.ends ? beginning(world, tale, steps) : tale.day;
  const found = workingDayUpTo(world.campaign, begins);
  const chance = newChance(`tale ${key}`);
  const id = hazardId(key);
  const base = 510 + chance.between(0, 120);
  const telling: Telling = {
    world,
    firm,
    fault: tale.fault,
    chance,
    fixDays: tale.fixDays,
    twin: hazardId(`${key}-twin`),
  };
  const photos = picturesOf(world, tale, chance, found);
  const find: Deed = {
    register,
    id,
    actor: player(world, firm, story.foundBy),
    act: openingOf(register),
    input: { ...findingOf(world, tale, chance, found), ...(photos ? { photos: [photos.before.id] } : {}) },
    day: found,
    minute: base,
    ...(photos ? { pictures: [photos.before] } : {}),
  };
  const rest = dated(world, tale, steps, found).map(({ step, day, due }, at): Deed => {
    const actor = player(world, firm, step.by, step.at);
    const after = step.input?.afterPhotos === undefined ? undefined : photos?.after(actor.id, day, at);
    const board = step.input?.staffReportFiles === undefined ? undefined : boardOf(tale, actor.id, day);
    const taken = [after, board].filter((picture) => picture !== undefined);
    return {
      register,
      id,
      actor,
      act: step.act,
      input: inputFor(telling, step, { day, due, after: after?.id, board: board?.id }),
      day,
      minute: base + (at + 1) * 20,
      ...(taken.length > 0 ? { pictures: taken } : {}),
    };
  });
  return [find, ...rest];
}

function stepsOf(fragments: Stories["fragments"], steps: Story["steps"]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (!("use" in step)) return [step];
    const fragment = fragments[step.use];
    if (fragment === undefined) throw new Error(`No fragment ${step.use}`);
    return stepsOf(fragments, fragment);
  });
}

/** When a tale must begin so that its last act falls on the day given. */
function beginning(world: World, tale: Tale, steps: readonly Step[]): Day {
  let begins = tale.day;
  // The days between acts are drawn alike each time, so that moving the beginning moves the end by as much, but for rest days.
  for (let tries = 0; tries < 4; tries += 1) {
    const last = dated(world, tale, steps, workingDayUpTo(world.campaign, begins)).at(-1)?.day ?? begins;
    if (last <= tale.day && tries > 0) return begins;
    begins = addDays(begins, -Math.max(1, daysFrom(tale.day, last)));
  }
  return begins;
}

const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** On which day each act falls: so many days after the one before, or so many from the deadline, and never before the one before. */
function dated(world: World, tale: Tale, steps: readonly Step[], found: Day): readonly Dated[] {
  const chance = newChance(`days ${tale.key}`);
  let [day, due, asked] = [found, found, found];
  return steps.map((step): Dated => {
    const days = chance.between(...step.after);
    const wanted = workingDayUpTo(world.campaign, addDays(step.from === "due" ? due : day, days));
    const rest = Math.max(0, daysFrom(day, wanted));
    if (wanted > day) day = wanted;
    const until = dayEntered(step, day, tale.fixDays, addDays(due, rest));
    if (step.input?.extensionUntil !== undefined) asked = until ?? asked;
    if (step.input?.rectifyBy !== undefined) due = until ?? due;
    if (step.grants) due = asked;
    return { step, day, due };
  });
}

/** The day that an act's input sets ahead: `$fix`, `$+20` days from its own, or `$rested`, the deadline moved by the rest before. */
function dayEntered({ input = {} }: Step, day: Day, fixDays: number, rested: Day): Day | undefined {
  const text = input.rectifyBy ?? input.extensionUntil;
  if (text === "$rested") return rested;
  if (text === "$fix") return addDays(day, fixDays);
  return typeof text === "string" && text.startsWith("$+") ? addDays(day, Number(text.slice(2))) : undefined;
}

function findingOf({ script }: World, tale: Tale, chance: Chance, found: Day): RawInput {
  const { fault, firm, story, foundOn } = tale;
  const { title, place, why } = fault;
  const { words } = script.hazards;
  const added = chance.falls(0.4)
    ? { harm: atSpot(chance.pick(words.harm ?? []), fault), exposedPeople: chance.between(1, 30) }
    : {};
  return {
    title,
    description: foundOn === undefined ? why : `${why}${(words.stock ?? [])[0] ?? ""}`,
    organisation: firm.id,
    source: chance.pick(story.sources),
    foundOn: foundOn ?? found,
    ...(place === undefined ? {} : { place }),
    ...(story.mustStop ? { mustStop: true } : {}),
    ...added,
  };
}

/** A photo of the notice board of the enterprise. */
const boardOf = ({ boarded, firm, key }: Tale, person: string, day: Day): Picture | undefined =>
  boarded
    ? {
        id: idOfName(`demonstration-picture:${key}/board`),
        name: "公示栏-演示.png",
        person,
        at: `${day.replaceAll("-", ":")} 08:30:00`,
        point: firm.point,
        shade: 205,
      }
    : undefined;

function picturesOf(world: World, tale: Tale, chance: Chance, found: Day) {
  if (!tale.pictured) return undefined;
  const { firm, story, key } = tale;
  const camera = chance.between(0, 5);
  // One camera in six was never set, and one does not know where it is: the gap is shown and blocks nothing.
  const taken = (day: Day) => ({
    at: camera === 0 ? undefined : `${day.replaceAll("-", ":")} 09:${String(chance.between(10, 59))}:00`,
    point: camera === 1 ? undefined : firm.point,
  });
  const picture = (name: string, person: string, day: Day, shade: number): Picture => ({
    id: idOfName(`demonstration-picture:${key}/${name}/${shade}`),
    name: `${name}-演示.png`,
    person,
    ...taken(day),
    shade,
  });
  return {
    before: picture("整改前", player(world, firm, story.foundBy).id, found, chance.between(60, 110)),
    after: (person: string, day: Day, at: number) => picture("整改后", person, day, 170 + ((at * 7) % 70)),
  };
}

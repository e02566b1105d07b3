import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import { task } from "../../core/registers/task.ts";
import { type Opening, type OpeningRules, openingsOn, planDuties } from "../../core/registers/task-duty.ts";
import { handlingRoles } from "../../core/registers/task-states.ts";
import { handlerOf } from "../../core/registers/unit-rules.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { openingRules } from "../jobs/plan-openings.ts";
import { organisationFact } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { Tasks } from "./campaign-shapes.ts";
import { type Chance, newChance } from "./chance.ts";
import type { Deed } from "./deed.ts";
import { accountOf, dated } from "./documents.ts";
import { holders, laterOf, type World, workingDayFrom, workingDayUpTo } from "./world.ts";

const openedMinute = 505;
const firstMinute = 550;
const minutesBetween = 20;

/** The tasks of the plan as the calendar brought them lately, what their units made of them, and those that an office assigned. */
export function taskDeeds(world: World): readonly Deed[] {
  return [...planDeeds(world), ...world.script.tasks.assigned.flatMap((one) => assignedDeeds(world, one))];
}

const taskId = (key: string): string => idOfName(`demonstration-task:${key}`);

function planDeeds(world: World): readonly Deed[] {
  const { campaign, today, script } = world;
  const since = workingDayFrom(
    campaign,
    laterOf(campaign.pack.plan.from, addDays(today, -script.tasks.toldDays)),
  );
  const rules = openingRules(campaign, today, since);
  if (rules === undefined) return [];
  const opened = new Map<string, { readonly opening: Opening; readonly day: Day }>();
  for (const day of lookingDays(world, since))
    for (const opening of openingsOnDay(world, day, rules))
      if (!opened.has(opening.key)) opened.set(opening.key, { opening, day });
  return [...opened.values()].flatMap(({ opening, day }) => [
    {
      register: task,
      id: taskId(opening.key),
      actor: world.engine,
      act: "openFromPlan",
      input: opening.input,
      day,
      minute: openedMinute,
    },
    ...becoming(world, opening, day),
  ]);
}

/** The first day, and the first working day of each month after it. */
function lookingDays({ campaign, today }: World, since: Day): readonly Day[] {
  const days = [since];
  for (let day = addDays(since, 1); day <= today; day = addDays(day, 1))
    if (day.endsWith("-01")) days.push(workingDayFrom(campaign, day));
  return days;
}

const openingsOnDay = ({ campaign }: World, day: Day, rules: OpeningRules): readonly Opening[] =>
  planDuties(campaign.pack).flatMap((duty) => openingsOn(duty, day, rules));

type Step = readonly [act: string, by: "handler" | "reviewer", after: number, input?: RawInput];

/** What its unit makes of a task, as far as somebody stands in it. */
function becoming(world: World, { key, input }: Opening, opened: Day): readonly Deed[] {
  const { script, campaign } = world;
  const chance = newChance(`task ${key}`);
  const unit = organisationFact(campaign, String(input.unit));
  const handledBy = unit && handlerOf(unit);
  const reviewer = handledBy === input.assignedBy ? unit?.government : String(input.assignedBy);
  const [handler] = holders(world, handledBy ?? "", ...handlingRoles);
  const [reviews] = holders(world, reviewer ?? "", "committeeOffice", "leader");
  if (handler === undefined || reviews === undefined) return [];
  const { fates, overdueShare } = script.tasks;
  const { name } = chance.weighed(fates);
  // Of those whose day has passed most were closed in time: a board that is all red shows nothing.
  const isPast = String(input.due) < world.today && !chance.falls(overdueShare);
  const actors = { handler, reviewer: reviews };
  return told(
    world,
    taskId(key),
    actors,
    opened,
    stepsOf(script.tasks, isPast ? "closed" : name, chance),
    chance,
  );
}

function stepsOf(
  { progress, done, evidence, returned, mended }: Tasks,
  fate: Tasks["fates"][number]["name"],
  chance: Chance,
): readonly Step[] {
  const shown = () => chance.pick(evidence).replace("{n}", String(chance.between(11, 320)));
  const submit = (doneText: string): Step => [
    "submit",
    "handler",
    chance.between(5, 40),
    { doneOn: "+0", doneText, evidenceAt: shown() },
  ];
  const accepted: Step = ["accept", "handler", chance.between(1, 9)];
  const working: Step = [
    "recordProgress",
    "handler",
    chance.between(4, 30),
    { progress: chance.pick(progress) },
  ];
  const submitted = submit(chance.pick(done));
  const sentBack: Step = ["sendBack", "reviewer", chance.between(1, 5), { reason: chance.pick(returned) }];
  const again = submit(chance.pick(mended));
  const closed: Step = ["close", "reviewer", chance.between(1, 6)];
  const ways: Readonly<Record<typeof fate, readonly Step[]>> = {
    left: [],
    accepted: [accepted],
    told: [accepted, working],
    submitted: [accepted, working, submitted],
    returned: [accepted, submitted, sentBack],
    mended: [accepted, submitted, sentBack, again, closed],
    closed: [accepted, working, submitted, closed],
  };
  return ways[fate];
}

function told(
  world: World,
  id: string,
  actors: Readonly<Record<"handler" | "reviewer", Actor>>,
  from: Day,
  steps: readonly Step[],
  chance: Chance,
): readonly Deed[] {
  let day = from;
  const apart = chance.between(0, minutesBetween - 1);
  return steps.map(([act, by, after, input = {}], at): Deed => {
    day = workingDayFrom(world.campaign, addDays(day, after));
    const minute = firstMinute + apart + at * minutesBetween;
    return { register: task, id, actor: actors[by], act, input: dated(input, day), day, minute };
  });
}

/** Told backwards from today: what an office assigned, and what came of it. */
function assignedDeeds(world: World, { key, by, daysAgo, due, input, acts }: Tasks["assigned"][number]) {
  const { campaign, today } = world;
  const first = workingDayUpTo(campaign, addDays(today, -daysAgo));
  const opening = { ...input, originOn: addDays(first, -1), due: laterOf(addDays(today, due), first) };
  const steps = [{ act: "assign", by, after: 0, input: opening }, ...acts];
  return scriptedDeeds(world, { register: task, id: taskId(key), daysAgo, steps });
}

interface Scripted {
  readonly register: Register;
  readonly id: string;
  readonly daysAgo: number;
  readonly steps: readonly {
    readonly act: string;
    readonly by: string;
    readonly after: number;
    readonly input?: RawInput | undefined;
  }[];
}

/** The acts of one entry as a script tells them, each so many days after the one before it. */
export function scriptedDeeds(world: World, { register, id, daysAgo, steps }: Scripted): readonly Deed[] {
  const { campaign, today } = world;
  let day = addDays(today, -daysAgo);
  return steps.map(({ act, by: username, after, input: entered = {} }, at): Deed => {
    day = addDays(day, after);
    const on = workingDayUpTo(campaign, day);
    const minute = firstMinute + at * minutesBetween;
    return {
      register,
      id,
      actor: accountOf(world, username),
      act,
      input: dated(entered, on),
      day: on,
      minute,
    };
  });
}

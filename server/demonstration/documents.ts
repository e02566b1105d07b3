import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import { directive } from "../../core/registers/directive.ts";
import { document } from "../../core/registers/document.ts";
import { documentOpenings } from "../../core/registers/document-duty.ts";
import { task } from "../../core/registers/task.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { openingRules } from "../jobs/plan-openings.ts";
import { organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { Documents, ToldAct } from "./campaign-shapes.ts";
import type { Deed } from "./deed.ts";
import type { Picture } from "./pictures.ts";
import { laterOf, type World, workingDayFrom, workingDayUpTo } from "./world.ts";

/** When in the morning the engine lists what the plan asks for. */
export const openedMinute = 506;
const firstMinute = 552;
const minutesBetween = 20;

/** The documents of the plan with what their units made of some, and what meetings decided and leaders wrote. */
export const documentDeeds = (world: World): readonly Deed[] => [
  ...planDeeds(world),
  ...world.script.documents.directives.flatMap((one) => directiveDeeds(world, one)),
];

const idOf = (kind: string, key: string): string => idOfName(`demonstration-${kind}:${key}`);

function planDeeds(world: World): readonly Deed[] {
  const { campaign, today, script, engine } = world;
  const since = askedSince(world);
  const rules = openingRules(campaign, today, since);
  if (rules === undefined) return [];
  const told = new Map(
    script.documents.documents.map(({ obligation, unit, acts }) => [
      `${obligation}/${organisationId(unit)}`,
      acts,
    ]),
  );
  return documentOpenings(campaign.pack, since, rules).flatMap(({ key, input }): readonly Deed[] => {
    const id = idOf("document", key);
    const opening: Deed = {
      register: document,
      id,
      actor: engine,
      act: "openFromPlan",
      input,
      day: since,
      minute: openedMinute,
    };
    return [opening, ...(told.get(key) ?? []).map((act, at) => deedOf(world, document, id, act, at))];
  });
}

/** The day on which the demonstration's engine lists what the plan asks for. */
export const askedSince = ({ campaign, today, script }: World): Day =>
  workingDayFrom(campaign, laterOf(campaign.pack.plan.from, addDays(today, -script.tasks.toldDays)));

/** What a script tells of one act, so many days before today. */
export function deedOf(world: World, register: Register, id: string, told: ToldAct, at: number): Deed {
  const { act, by, daysAgo, file, input = {} } = told;
  const actor = accountOf(world, by);
  const day = workingDayUpTo(world.campaign, addDays(world.today, -daysAgo));
  const picture = file === undefined ? undefined : pageOf(`${id}/${at}`, file, actor.id);
  return {
    register,
    id,
    actor,
    act,
    input: { ...dated(input, day), ...(file && picture ? { [file]: [picture.id] } : {}) },
    day,
    minute: firstMinute + at * minutesBetween,
    ...(picture ? { pictures: [picture] } : {}),
  };
}

const pageNames: Readonly<Record<string, string>> = { text: "正式文本", evidence: "佐证" };

/** A drawn page that stands for the file of a document. */
const pageOf = (key: string, file: string, person: string): Picture => ({
  id: idOfName(`demonstration-page:${key}`),
  name: `${pageNames[file] ?? "文稿"}-演示.png`,
  person,
  at: undefined,
  point: undefined,
  shade: 235,
});

/** A task is assigned in a month after its directive, or in the same: then once that has its number. */
function directiveDeeds(
  world: World,
  { key, daysAgo, input, acts, tasks }: Documents["directives"][number],
): readonly Deed[] {
  const { campaign, today } = world;
  const id = idOf("directive", key);
  const day = workingDayUpTo(campaign, addDays(today, -daysAgo));
  const registered = {
    act: "register",
    by: "anweiban",
    daysAgo,
    input: { ...input, saidOn: addDays(day, -1) },
  };
  return [
    ...[registered, ...acts].map((act, at) => deedOf(world, directive, id, act, at)),
    ...tasks.flatMap((one) => {
      const own = idOf("task", one.key);
      const due = laterOf(addDays(today, one.due), addDays(today, -one.daysAgo));
      const assigned = { ...one, act: "assignFromDirective", input: { ...one.input, directive: id, due } };
      return [assigned, ...one.acts].map((act, at): Deed => {
        const deed = deedOf(world, task, own, act, at);
        return at === 0 ? { ...deed, waits: true } : deed;
      });
    }),
  ];
}

/** `+35` is so many days after the act, `$` an organisation of the pack. */
export function dated(input: RawInput, day: Day): RawInput {
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== "string") return value;
    if (value.startsWith("$")) return organisationId(value.slice(1));
    return /^\+\d+$/.test(value) ? addDays(day, Number(value)) : value;
  };
  return Object.fromEntries(Object.entries(input).map(([field, value]) => [field, resolved(value)]));
}

export function accountOf({ people }: World, username: string): Actor {
  const person = people.get(username);
  if (person === undefined)
    throw new Error(`The demonstration names an account that does not exist: ${username}`);
  return person.actor;
}

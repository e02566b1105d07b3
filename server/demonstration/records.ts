import { addDays } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { organisationId } from "../store/campaign.ts";
import { type Deed, openingOf, registerOf } from "./deed.ts";
import type { RecordRow } from "./shape.ts";
import { enterpriseId, type Firm, officeOf, player, recordId, type World, workingDayUpTo } from "./world.ts";

/** What is told of single enterprises, each from the day of today backwards. */
export function recordDeeds(world: World): readonly Deed[] {
  return world.script.records.records.flatMap((record, at) => recordStory(world, record, at));
}

function recordStory(world: World, record: RecordRow, at: number): readonly Deed[] {
  const register = registerOf(record.register);
  const opens = record.input !== undefined;
  const id = opens ? recordId(record.key) : enterpriseId(record.enterprise);
  const firm = firmOf(world, record.enterprise);
  const opening = openingOf(register);
  const first = opens
    ? [
        {
          act: opening,
          by: record.by,
          after: 0,
          input: { ...owner(register, opening, firm), ...record.input },
        },
      ]
    : [];
  let day = addDays(world.today, -record.daysAgo);
  return [...first, ...record.acts].map(({ act, by, after, input = {} }, step): Deed => {
    day = addDays(day, after);
    const on = workingDayUpTo(world.campaign, day);
    const minute = 545 + (at % 20) + step * 20;
    return {
      register,
      id,
      actor: actorOf(world, firm, by),
      act,
      input: named(input, firm, on),
      day: on,
      minute,
    };
  });
}

/** What is opened at an enterprise names it, where its register asks for it. */
const owner = (register: Register, opening: string, firm: Firm): RawInput =>
  register.acts[opening]?.needs?.includes("organisation") ? { organisation: firm.id } : {};

export function firmOf({ firms }: World, key: string): Firm {
  const firm = firms.find((one) => one.key === key);
  if (firm === undefined)
    throw new Error(`The demonstration names an enterprise that does not exist: ${key}`);
  return firm;
}

/** `@head` is a part at the enterprise, `@engine` the product itself, anything else a user name. */
function actorOf(world: World, firm: Firm, by: string): Actor {
  if (by === "@engine") return world.engine;
  if (by === "@office") return officeOf(world, firm);
  const parts = ["safety", "principal", "inspector", "head"] as const;
  const part = parts.find((name) => by === `@${name}`);
  if (part !== undefined) return player(world, firm, part);
  const person = world.people.get(by);
  if (person === undefined) throw new Error(`The demonstration names an account that does not exist: ${by}`);
  return person.actor;
}

/** Organisations, records, the enterprise itself and the day of the act stand in the script by their names. */
function named(input: RawInput, firm: Firm, day: string): RawInput {
  const known: Readonly<Record<string, string>> = { $enterprise: firm.id, $today: day };
  const resolved = (value: unknown): unknown => {
    if (typeof value !== "string") return value;
    if (Object.hasOwn(known, value)) return known[value];
    if (value.startsWith("$")) return organisationId(value.slice(1));
    return value.startsWith("@") ? recordId(value.slice(1)) : value;
  };
  return Object.fromEntries(Object.entries(input).map(([field, value]) => [field, resolved(value)]));
}

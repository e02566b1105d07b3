import type { Role } from "../scope/roles.ts";
import type { Step } from "./decide.ts";
import type { Fields, RawInput, Values } from "./field.ts";
import { figuresAsShown, figuresIn } from "./figures.ts";
import { asShown, heldText, maskOf, type PersonalKind, readHeld } from "./personal.ts";

const namedIn = new WeakMap<Fields, ReadonlyMap<string, PersonalKind>>();

/** The personal fields among some, with their kinds. Gathered once: every entry of every list asks. */
export function personalAmong(fields: Fields): ReadonlyMap<string, PersonalKind> {
  const known = namedIn.get(fields);
  if (known !== undefined) return known;
  const found = new Map(
    Object.entries(fields).flatMap(([name, { personal }]) =>
      personal === undefined ? [] : [[name, personal]],
    ),
  );
  namedIn.set(fields, found);
  return found;
}

/** The personal fields that somebody in this role may have shown whole. */
export const numbersShownTo = (fields: Fields, role: Role): readonly string[] =>
  [...personalAmong(fields).keys()].filter((name) => fields[name]?.shownTo?.includes(role));

/**
 * The step as its entry is kept: a personal number that was just entered is in sight no more. `earlier` is what the entry held after
 * the step before in the same outcome, which knows the numbers as they were entered, too. Throws where an act would copy what an
 * entry holds of a number: it opens in the version that it came by, and nowhere else.
 */
export function withNumbersHidden(step: Step, earlier: Values = step.before.values): Step {
  const hidden: Record<string, string> = {};
  for (const [name, kind] of personalAmong(step.register.allFields)) {
    const value = step.after.values[name];
    const entered = step.changes[name];
    if (readHeld(entered) !== undefined) throw new Error(`${step.register.name}.${name} was copied`);
    if (typeof value !== "string" || readHeld(value) !== undefined) continue;
    const before = earlier[name];
    hidden[name] =
      entered === undefined && typeof before === "string"
        ? before
        : heldText(step.after.version, maskOf(kind, value));
  }
  if (Object.keys(hidden).length === 0) return step;
  return { ...step, after: { ...step.after, values: { ...step.after.values, ...hidden } } };
}

/** Values as anybody may read them who may read the entry: personal numbers by their masks, figures over few people without theirs. */
export function shownValues(fields: Fields, values: Values): Values {
  const held = [...personalAmong(fields).keys()].filter((name) => values[name] !== undefined);
  const counted = Object.keys(values).filter((name) => fields[name]?.kind === "figures");
  if (held.length + counted.length === 0) return values;
  return {
    ...values,
    ...Object.fromEntries(held.map((name) => [name, asShown(values[name])])),
    ...Object.fromEntries(counted.map((name) => [name, figuresAsShown(figuresIn(values[name]))])),
  };
}

/** What was entered, without the masks that a form or a file gave back as it got them: they say nothing of the number. */
export function withoutMasks(fields: Fields, values: Values, input: RawInput): RawInput {
  const kept = Object.entries(input).filter(([name, value]) => {
    const held = personalAmong(fields).has(name) ? readHeld(values[name]) : undefined;
    return held === undefined || value !== held.mask;
  });
  return Object.fromEntries(kept);
}

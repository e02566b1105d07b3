import { expect, test } from "vitest";
import { refusal } from "../refusals.ts";
import { choice, day, integer, organisation } from "./field.ts";
import { type Attempt, actsOf, defineRegister, statesOf } from "./register.ts";

// What stands below `@ts-expect-error` does not compile, as `npm run check` finds: it would report an expectation that nothing
// meets. One law, words and numbering will do for all; what is tried is the one line that is wrong.
const words = { zh: "试", en: "Try" };
const law = [words];
const fields = {
  level: choice({ words, options: { major: words, general: words } }),
  endsOn: day({ words }),
  times: integer({ words, min: 0, max: 9 }),
  owner: organisation({ words }),
} as const;
const states = statesOf(fields)({
  open: { words, holder: "owner", clock: { day: "endsOn" } },
  shut: { words, final: true },
});
const acts = actsOf(fields, states);
const shut = { words, law, from: ["open"], to: "shut", by: ["inspector"] } as const;
const whole = {
  name: "trial",
  plural: "trials",
  words,
  law,
  measures: [],
  fields,
  title: "level",
  list: ["number", "level"],
  filters: ["level"],
  states,
  acts: { shut },
  numbering: { series: () => "trial", format: () => "1" },
  counts: { shut: { words, on: "closedOn" } },
} as const;

/** What is right compiles, in one file or in several; whatever is wrong below is wrong by its own line. */
const trial = defineRegister({
  ...whole,
  acts: { ...acts({ shut, open: { ...shut, from: "new", to: "open" } }) },
});

test("a register that is right is declared", () => {
  expect(Object.keys(trial.acts)).toEqual([
    "shut",
    "open",
    "recalculate",
    "comment",
    "requestErasure",
    "erase",
  ]);
});

test("an act from, to or by what there is not, or restricting until then, does not compile", () => {
  const declared = [
    // @ts-expect-error
    acts({ shut: { ...shut, from: ["ajar"] } }),
    // @ts-expect-error
    acts({ shut: { ...shut, to: "ajar" } }),
    // @ts-expect-error
    acts({ shut: { ...shut, by: ["nobody"] } }),
    // @ts-expect-error
    defineRegister({ ...whole, acts: { shut: { ...shut, from: ["ajar"] } } }),
    // @ts-expect-error
    defineRegister({ ...whole, acts: { shut: { ...shut, to: "ajar" } } }),
    // @ts-expect-error
    defineRegister({ ...whole, acts: { shut: { ...shut, by: ["nobody"] } } }),
    // @ts-expect-error
    defineRegister({ ...whole, restricting: { until: ["ajar"], why: words } }),
  ];
  expect(declared).toHaveLength(7);
});

test("an act that needs, takes, asks about, sets or suggests a field that there is not does not compile", () => {
  const declared = [
    // @ts-expect-error
    acts({ shut: { ...shut, needs: ["weather"] } }),
    // @ts-expect-error
    acts({ shut: { ...shut, takes: ["weather"] } }),
    // @ts-expect-error
    acts({ shut: { ...shut, facts: { organisations: ["weather"] } } }),
    // @ts-expect-error
    acts({ shut: { ...shut, facts: { counts: { same: ["weather"] } } } }),
    // @ts-expect-error
    acts({ shut: { ...shut, sets: () => ({ weather: "rain" }) } }),
    // @ts-expect-error
    acts({ shut: { ...shut, sets: () => ({ level: "medium" }) } }),
    // @ts-expect-error
    acts({ shut: { ...shut, sets: () => ({ times: "twice" }) } }),
    // @ts-expect-error
    acts({ shut: { ...shut, suggests: () => ({ times: "twice" }) } }),
    // @ts-expect-error
    defineRegister({ ...whole, acts: { shut: { ...shut, needs: ["weather"] } } }),
    // @ts-expect-error
    defineRegister({ ...whole, acts: { shut: { ...shut, takes: ["weather"] } } }),
  ];
  expect(declared).toHaveLength(10);
});

test("an act of a register whose acts are all written elsewhere is held to that register's states", () => {
  const other = statesOf(fields)({ ajar: { words } });
  const elsewhere = actsOf(fields, other)({ close: { ...shut, from: ["ajar"], to: "ajar" } });
  // @ts-expect-error
  expect(defineRegister({ ...whole, acts: elsewhere }).name).toBe("trial");
});

test("a rule that looks at a field that there is not does not compile", () => {
  const stormy = ({ entry }: Attempt<{ readonly weather?: string }>) =>
    entry.values.weather === "storm" ? refusal("unknown-act") : undefined;
  const medium = ({ entry }: Attempt<{ readonly times?: string }>) =>
    entry.values.times === "twice" ? refusal("unknown-act") : undefined;
  const declared = [
    // @ts-expect-error
    acts({ shut: { ...shut, guards: [stormy] } }),
    // @ts-expect-error
    acts({ shut: { ...shut, checks: [medium] } }),
  ];
  expect(declared).toHaveLength(2);
});

test("a state, list, filter or count over a field that there is not does not compile", () => {
  const declared = [
    // @ts-expect-error
    statesOf(fields)({ open: { words, holder: "weather" } }),
    // @ts-expect-error
    statesOf(fields)({ open: { words, clock: { day: "weather" } } }),
    // @ts-expect-error
    statesOf(fields)({ open: { words, awaits: ["nobody"] } }),
    // @ts-expect-error
    defineRegister({ ...whole, title: "weather" }),
    // @ts-expect-error
    defineRegister({ ...whole, list: ["weather"] }),
    // @ts-expect-error
    defineRegister({ ...whole, filters: ["weather"] }),
    // @ts-expect-error
    defineRegister({ ...whole, counts: { rain: { words, on: "weather" } } }),
    // @ts-expect-error
    defineRegister({ ...whole, counts: { rain: { words, on: "endsOn", sum: "weather" } } }),
  ];
  expect(declared).toHaveLength(8);
});

import type { Words } from "../words.ts";
import {
  type Action,
  type Clause,
  type ClauseDate,
  comparisons,
  type Frequency,
  type JointEverywhere,
  type Leader,
  type Measure,
  type NamedUnit,
  type Plan,
  type PlanSection,
  periods,
  type Reading,
  sectionKinds,
  type Target,
  targetUnits,
  type UnitGroup,
} from "./plan.ts";
import { alwaysTrue, day, flag, listOf, number, oneOf, optional, record, text } from "./shape.ts";

const words = record<Words>({ zh: text(), en: text() });
const sourced = { source: text(), toBeConfirmed: flag } as const;
const ordinal = number(1, 999);
const unitId = text(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** A piece of the plan's text: without the blanks of its line breaks. */
const verbatim = text(/^\S+$/);

const namedUnit = record<NamedUnit>({ unit: unitId, words: verbatim });
const every = oneOf(periods);

const target = record<Target>({
  words: verbatim,
  counts: words,
  comparison: oneOf(comparisons),
  value: number(0, 1_000_000, "fractions"),
  unit: oneOf(targetUnits),
  by: optional(day),
  every: optional(every),
  toBeConfirmed: flag,
});

const reading = record<Reading>({
  what: words,
  comparison: optional(oneOf(comparisons)),
  value: optional(number(0, 1_000_000, "fractions")),
  unit: optional(oneOf(targetUnits)),
  by: optional(day),
  every: optional(every),
  source: text(),
  toBeConfirmed: alwaysTrue,
});

const clause = record<Clause>({
  number: ordinal,
  text: verbatim,
  leads: optional(listOf(namedUnit)),
  joint: optional(listOf(namedUnit)),
  dates: optional(listOf(record<ClauseDate>({ words: verbatim, from: optional(day), by: day }))),
  frequencies: optional(listOf(record<Frequency>({ words: verbatim, every, toBeConfirmed: flag }))),
  targets: optional(listOf(target)),
  readings: optional(listOf(reading)),
});

const section = record<PlanSection>({
  kind: oneOf(sectionKinds),
  number: optional(ordinal),
  heading: verbatim,
  title: words,
  text: optional(verbatim),
  clauses: optional(listOf(clause)),
});

/** `plan.json`: all of the plan but its measures. */
export type PlanFile = Omit<Plan, "measures">;

export const planFile = record<PlanFile>({
  name: words,
  issuer: words,
  implements: text(),
  from: day,
  to: day,
  sections: listOf(section),
  leadingGroup: listOf(record<Leader>({ as: words, who: verbatim })),
  taskForce: listOf(namedUnit),
  groups: listOf(record<UnitGroup>({ id: unitId, name: words, members: listOf(unitId), ...sourced })),
  jointEverywhere: record<JointEverywhere>({ measure: ordinal, joint: listOf(namedUnit) }),
  actions: listOf(record<Action>({ number: ordinal, title: words, heading: verbatim })),
  ...sourced,
});

/** `measures.json`. */
export const measuresFile = record<Pick<Plan, "measures">>({
  measures: listOf(
    record<Measure>({
      number: ordinal,
      action: ordinal,
      title: words,
      text: verbatim,
      leads: listOf(text()),
      clauses: listOf(clause),
    }),
  ),
});

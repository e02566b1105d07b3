import { directions, type Indicator, indicatorUnits, spans, type Term } from "../campaign/indicator.ts";
import type { Words } from "../words.ts";
import { day, flag, listOf, oneOf, optional, record, text } from "./shape.ts";

const words = record<Words>({ zh: text(), en: text() });
const name = text(/^[a-z]+([A-Z][a-z]+)*$/);

const term = record<Term>({
  count: text(/^[a-z]+(-[a-z]+)*\.[a-z]+([A-Z][a-z]+)*$/),
  sum: optional(flag),
  over: oneOf(spans),
  levels: optional(listOf(name)),
  kinds: optional(listOf(text(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/))),
  until: optional(day),
});

/** `indicators.json`. */
export const indicatorsFile = record<{ readonly indicators: readonly Indicator[] }>({
  indicators: listOf(
    record<Indicator>({
      id: text(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      name: words,
      says: words,
      unit: oneOf(indicatorUnits),
      better: oneOf(directions),
      counts: term,
      of: optional(term),
      rest: optional(flag),
      people: optional(flag),
      source: text(),
      toBeConfirmed: flag,
    }),
  ),
});

import {
  type AssessmentItem,
  type AssessmentScheme,
  fullScore,
  itemsOf,
  type ScoreStep,
} from "../campaign/assessment-scheme.ts";
import type { Indicator } from "../campaign/indicator.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { endsEarly, overlap, repeated } from "./row-rules.ts";

type Indicators = ReadonlyMap<string, Indicator>;

/** What must hold of the schemes by which units are assessed: indicators that there are, 100 points, a grade for every score. */
export function assessmentRules({ schemes, indicators }: Pick<Pack, "schemes" | "indicators">) {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return [
    ...repeated("/schemes", schemes, "version", ({ version }) => version),
    ...schemes.flatMap((scheme, index) => schemeRules(`/schemes/${index}`, scheme, known)),
    ...schemes.flatMap((scheme, index) => besideRules(`/schemes/${index}`, scheme, schemes.slice(0, index))),
  ];
}

function schemeRules(at: string, scheme: AssessmentScheme, indicators: Indicators): readonly Located[] {
  const { groups, vetoes, from, to } = scheme;
  // In hundredths: 0.1 and 0.2 would else come to a little more than 0.3.
  const sum = itemsOf(scheme).reduce((total, { weight }) => total + Math.round(weight * 100), 0) / 100;
  const items = itemsOf(scheme).map(({ id }) => id);
  const ids = [...items, ...vetoes.map(({ id }) => id)];
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  return [
    ...endsEarly(at, from, to),
    ...(twice === undefined ? [] : [{ at: `${at}/groups`, code: "duplicate" as const, about: twice }]),
    ...(sum === fullScore
      ? []
      : [{ at: `${at}/groups`, code: "weights-differ-from-hundred" as const, about: `${sum}` }]),
    ...groups.flatMap((group, place) =>
      group.items.flatMap((item, index) =>
        itemRules(`${at}/groups/${place}/items/${index}`, item, indicators),
      ),
    ),
    ...vetoRules(at, scheme, indicators),
    ...gradeRules(at, scheme),
  ];
}

function itemRules(at: string, item: AssessmentItem, indicators: Indicators): readonly Located[] {
  const { id, indicator: name, linear, steps, perCase, judged, weight } = item;
  const rules = [linear, steps, perCase].filter((rule) => rule !== undefined).length;
  if (rules !== (name === undefined ? 0 : 1) || (name === undefined) !== (judged !== undefined))
    return [{ at, code: "item-without-rule", about: id }];
  if (name === undefined) return [];
  const indicator = indicators.get(name);
  if (indicator === undefined) return [{ at: `${at}/indicator`, code: "unknown-indicator", about: name }];
  const most = perCase?.most ?? 0;
  return [
    ...directionRules(at, item, indicator),
    ...(indicator.of !== undefined && item.withoutCases === undefined
      ? [{ at, code: "without-cases-missing" as const, about: id }]
      : []),
    ...(most > weight
      ? [{ at: `${at}/perCase/most`, code: "more-than-weight" as const, about: `${most}` }]
      : []),
  ];
}

/** What is better of the indicator scores more: a rule that turns it round would reward what the plan is against. */
function directionRules(
  at: string,
  { id, linear, steps, perCase }: AssessmentItem,
  { better }: Indicator,
): readonly Located[] {
  const against = [{ at, code: "rule-against-direction" as const, about: id }];
  if (better === "neither" || (perCase !== undefined && better !== "less")) return against;
  const rises = better === "more";
  if (linear !== undefined && (rises ? linear.fullAt <= linear.noneAt : linear.fullAt >= linear.noneAt))
    return against;
  if (steps === undefined) return [];
  return inOrder(steps, rises) ? [] : [{ at: `${at}/steps`, code: "steps-out-of-order", about: id }];
}

/** At least two, so that it can be told which way they go. */
function inOrder(steps: readonly ScoreStep[], rises: boolean): boolean {
  return (
    steps.length > 1 &&
    steps.slice(1).every(({ reaching, percent }, index) => {
      const before = steps[index];
      if (before === undefined) return false;
      const isFurther = rises ? reaching < before.reaching : reaching > before.reaching;
      return isFurther && percent < before.percent;
    })
  );
}

function vetoRules(
  at: string,
  { vetoes, grades }: AssessmentScheme,
  indicators: Indicators,
): readonly Located[] {
  return vetoes.flatMap(({ id, indicator, atLeast, gradeAtMost }, index): readonly Located[] => {
    const place = `${at}/vetoes/${index}`;
    return [
      ...(indicator === undefined || indicators.has(indicator)
        ? []
        : [{ at: `${place}/indicator`, code: "unknown-indicator" as const, about: indicator }]),
      ...((indicator === undefined) === (atLeast === undefined)
        ? []
        : [{ at: place, code: "veto-without-number" as const, about: id }]),
      ...(grades.some((grade) => grade.id === gradeAtMost)
        ? []
        : [{ at: `${place}/gradeAtMost`, code: "unknown-grade" as const, about: gradeAtMost }]),
    ];
  });
}

function gradeRules(at: string, { grades }: AssessmentScheme): readonly Located[] {
  const overlaps = grades.flatMap(({ id, from }, index): readonly Located[] => {
    const above = grades[index - 1];
    return above === undefined || from < above.from
      ? []
      : [{ at: `${at}/grades/${index}/from`, code: "grades-overlap", about: id }];
  });
  const lowest = grades.at(-1);
  return [
    ...repeated(`${at}/grades`, grades, "id", ({ id }) => id),
    ...overlaps,
    ...(lowest?.from === 0 ? [] : [{ at: `${at}/grades`, code: "grade-for-no-score" as const }]),
  ];
}

/** Of two versions for one kind of unit one is in force on a day. */
function besideRules(
  at: string,
  scheme: AssessmentScheme,
  earlier: readonly AssessmentScheme[],
): readonly Located[] {
  const other = earlier.find(
    ({ units, ...span }) => units.some((kind) => scheme.units.includes(kind)) && overlap(span, scheme),
  );
  return other === undefined
    ? []
    : [{ at: `${at}/from`, code: "versions-overlap", about: `${other.version}, ${scheme.version}` }];
}

import type { Day } from "../calendar/day.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import type { Clause, NamedUnit, Plan, Reading } from "./plan.ts";
import { endsEarly, repeated, sequenceRules } from "./row-rules.ts";

/** What must hold in the plan but for its measures. */
export function planRules(pack: Pack): readonly Located[] {
  const { plan } = pack;
  const known = knownUnits(pack);
  const text = plan.sections.map((section) => section.text ?? "").join("\n");
  const sections = plan.sections.flatMap((section, index): readonly Located[] => {
    if (section.clauses === undefined) return [];
    return clauseRules(`/sections/${index}/clauses`, section.text ?? "", section.clauses, known, plan);
  });
  return [
    ...endsEarly("", plan.from, plan.to),
    ...sections,
    ...plan.leadingGroup.flatMap(({ who }, index) => notIn(`/leadingGroup/${index}/who`, who, text)),
    ...unitRules("/taskForce", plan.taskForce, known, text),
    ...groupRules(pack),
    ...everywhereRules(plan, known),
    ...sequenceRules("/actions", plan.actions),
  ];
}

/** What must hold in the plan's measures. */
export function measureRules(pack: Pack): readonly Located[] {
  const { plan } = pack;
  const known = knownUnits(pack);
  const actions = new Set(plan.actions.map((action) => action.number));
  const measures = plan.measures.flatMap((measure, index): readonly Located[] => {
    const at = `/measures/${index}`;
    const found: Located[] = [];
    if (!actions.has(measure.action)) {
      found.push({ at: `${at}/action`, code: "unknown-action", about: String(measure.action) });
    }
    for (const [number, lead] of measure.leads.entries()) {
      if (!measure.text.includes(lead))
        found.push({ at: `${at}/leads/${number}`, code: "lead-not-in-text", about: lead });
    }
    return [...found, ...clauseRules(`${at}/clauses`, measure.text, measure.clauses, known, plan)];
  });
  return [...sequenceRules("/measures", plan.measures), ...measures];
}

function knownUnits({ organisations, plan }: Pack): ReadonlySet<string> {
  return new Set([...organisations, ...plan.groups].map(({ id }) => id));
}

/** A group's id is none of an earlier group or of an organisation, and its members are organisations. */
function groupRules({ organisations, plan: { groups } }: Pack): readonly Located[] {
  const ids = new Set(organisations.map(({ id }) => id));
  const each = groups.flatMap((group, index): readonly Located[] => {
    const at = `/groups/${index}`;
    const members = group.members.flatMap((about, number): readonly Located[] =>
      ids.has(about) ? [] : [{ at: `${at}/members/${number}`, code: "unknown-organisation", about }],
    );
    return ids.has(group.id) ? [{ at: `${at}/id`, code: "duplicate", about: group.id }, ...members] : members;
  });
  return [...repeated("/groups", groups, "id", (group) => group.id), ...each];
}

function everywhereRules(
  { jointEverywhere, measures }: Plan,
  known: ReadonlySet<string>,
): readonly Located[] {
  const { measure, joint } = jointEverywhere;
  const says = measures.find(({ number }) => number === measure);
  if (says === undefined)
    return [{ at: "/jointEverywhere/measure", code: "unknown-measure", about: String(measure) }];
  return unitRules("/jointEverywhere/joint", joint, known, says.text);
}

function clauseRules(
  at: string,
  text: string,
  clauses: readonly Clause[],
  known: ReadonlySet<string>,
  plan: Plan,
): readonly Located[] {
  const whole = clauses.map((clause) => clause.text).join("");
  const differs: readonly Located[] =
    whole === text ? [] : [{ at, code: "clauses-differ-from-text", about: firstDifference(whole, text) }];
  const each = clauses.flatMap((clause, index): readonly Located[] => [
    ...unitRules(`${at}/${index}/leads`, clause.leads ?? [], known, text),
    ...unitRules(`${at}/${index}/joint`, clause.joint ?? [], known, text),
    ...dueRules(`${at}/${index}`, clause, plan),
    ...(clause.readings ?? []).flatMap((reading, number) =>
      readingRules(`${at}/${index}/readings/${number}`, reading, plan),
    ),
  ]);
  return [...differs, ...sequenceRules(at, clauses), ...each];
}

const shownCharacters = 12;

/** Where two texts part, as the text has it: what somebody looks for who mends the clauses. */
function firstDifference(clauses: string, text: string): string {
  const rest = [...text].findIndex((character, index) => clauses[index] !== character);
  return rest < 0
    ? clauses.slice(text.length, text.length + shownCharacters)
    : text.slice(rest, rest + shownCharacters);
}

function unitRules(
  at: string,
  units: readonly NamedUnit[],
  known: ReadonlySet<string>,
  text: string,
): readonly Located[] {
  return units.flatMap(({ unit, words }, index): readonly Located[] => [
    ...(known.has(unit) ? [] : [{ at: `${at}/${index}/unit`, code: "unknown-unit", about: unit } as const]),
    ...notIn(`${at}/${index}/words`, words, text),
  ]);
}

/** Days, frequencies and targets: each said by the clause's own words, each day within the campaign. */
function dueRules(at: string, clause: Clause, plan: Plan): readonly Located[] {
  const dates = (clause.dates ?? []).flatMap(({ from, by }, index): readonly Located[] => [
    ...(from === undefined ? [] : outside(`${at}/dates/${index}/from`, from, plan)),
    ...outside(`${at}/dates/${index}/by`, by, plan),
    ...(from !== undefined && from > by
      ? [{ at: `${at}/dates/${index}/by`, code: "ends-before-it-begins", about: `${from} – ${by}` } as const]
      : []),
  ]);
  const targets = (clause.targets ?? []).flatMap(({ by }, index) =>
    by === undefined ? [] : outside(`${at}/targets/${index}/by`, by, plan),
  );
  const said = (["dates", "frequencies", "targets"] as const).flatMap((list) =>
    (clause[list] ?? []).flatMap(({ words }, index) =>
      notIn(`${at}/${list}/${index}/words`, words, clause.text),
    ),
  );
  return [...dates, ...targets, ...said];
}

/** A reading's day lies within the campaign, and its number has all its parts or none. */
function readingRules(at: string, reading: Reading, plan: Plan): readonly Located[] {
  const parts = ["comparison", "value", "unit"] as const;
  const missing = parts.filter((part) => reading[part] === undefined);
  const incomplete = missing.length === parts.length ? [] : missing;
  return [
    ...(reading.by === undefined ? [] : outside(`${at}/by`, reading.by, plan)),
    ...incomplete.map((part): Located => ({ at: `${at}/${part}`, code: "required" })),
  ];
}

function outside(at: string, day: Day, { from, to }: Plan): readonly Located[] {
  // A campaign that ends before it begins is told once, not for each of its days.
  if (to < from) return [];
  return day < from || day > to ? [{ at, code: "day-outside-campaign", about: day }] : [];
}

function notIn(at: string, words: string, text: string): readonly Located[] {
  return text.includes(words) ? [] : [{ at, code: "words-not-in-text", about: words }];
}

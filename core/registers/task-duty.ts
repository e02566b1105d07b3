import { type Calendar, type Clock, dueDay } from "../calendar/calendar.ts";
import { addDays, type Day } from "../calendar/day.ts";
import { periodOn, periodsWithin } from "../calendar/period.ts";
import { type Schedule, scheduleOf } from "../campaign/schedule.ts";
import { coordinatesAll } from "../pack/organisation-tree.ts";
import type { Organisation, Pack } from "../pack/pack.ts";
import type { Clause, NamedUnit, Plan, Reading, Target } from "../pack/plan.ts";
import type { RawInput } from "../register/field.ts";
import { keyOf } from "./task.ts";

type PlanAndUnits = Pick<Pack, "plan" | "organisations">;

/** A text of the plan that asks for something, by clauses. */
interface Part {
  readonly measure?: number;
  readonly section?: string;
  /** How a person calls it: 措施10. */
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** What one unit owes of a clause: once by a day, or in each period. Units by their ids in the pack. */
export interface PlanDuty {
  readonly part: Part;
  readonly clause: Clause;
  readonly unit: string;
  readonly joint: readonly string[];
  readonly asks: readonly Asked[];
  readonly schedule: Schedule;
}

interface Asked {
  /** `m10-c3-t2`: second target of the clause; with `r`, a reading. */
  readonly id: string;
  readonly says: string;
  readonly ask: Target | Reading;
}

/**
 * Everything that the plan asks its units to show: of each clause with targets or readings, once for each unit that leads it and for
 * each of its days and periods; where it counts by governments or levels, for the counties' governments too. What has neither day nor
 * period is shown once a year: our reading, to be confirmed. Decision 036.
 */
export function planDuties(pack: PlanAndUnits): readonly PlanDuty[] {
  return partsOf(pack.plan).flatMap((part) =>
    part.clauses.flatMap((clause) => {
      const asked = askedIn(part, clause);
      if (asked.length === 0) return [];
      const answering = answeringFor(pack, clause);
      const bySchedule = Map.groupBy(asked, ({ ask }) => JSON.stringify(scheduleOf(pack.plan, clause, ask)));
      return [...bySchedule.values()].flatMap((asks) =>
        answering.map((units): PlanDuty => {
          const [first] = asks;
          if (first === undefined) throw new Error("A group has members");
          return { part, clause, ...units, asks, schedule: scheduleOf(pack.plan, clause, first.ask) };
        }),
      );
    }),
  );
}

const taskSections = { requirement: ["r", "工作要求"], safeguard: ["s", "保障措施"] } as const;

const isTaskSection = (kind: string): kind is keyof typeof taskSections => Object.hasOwn(taskSections, kind);

function partsOf({ measures, sections }: Plan): readonly Part[] {
  return [
    ...measures.map(({ number, title, clauses }) => ({
      measure: number,
      name: `措施${number}`,
      title: title.zh,
      clauses,
    })),
    ...sections.flatMap(({ kind, number, title, clauses = [] }): readonly Part[] => {
      if (!isTaskSection(kind) || number === undefined) return [];
      const [letter, words] = taskSections[kind];
      return [{ section: `${letter}${number}`, name: `${words}${number}`, title: title.zh, clauses }];
    }),
  ];
}

function askedIn({ measure, section }: Part, { number, targets = [], readings = [] }: Clause) {
  const at = `${section ?? `m${measure}`}-c${number}`;
  return [
    ...targets.map((ask, index): Asked => {
      return { id: `${at}-t${index + 1}`, says: `${ask.counts.zh}（“${ask.words}”）`, ask };
    }),
    ...readings.map((ask, index): Asked => {
      return { id: `${at}-r${index + 1}`, says: `${ask.what.zh}（整理意见，待核实）`, ask };
    }),
  ];
}

type Units = Pick<PlanDuty, "unit" | "joint">;

function answeringFor(pack: PlanAndUnits, clause: Clause): readonly Units[] {
  const { leads = [], joint = [], targets = [], readings = [] } = clause;
  const led = membersOf(pack, leads);
  const named = membersOf(pack, joint);
  // The plan gives the whole campaign to the committee's office (州安委办总牵头): what it gives nobody is that office's.
  const leading =
    [led, named].find((units) => units.length > 0) ?? pack.organisations.filter(coordinatesAll).slice(0, 1);
  const counted = [...targets, ...readings].map(({ unit }) => unit);
  const beside = counted.includes("level")
    ? everywhere(pack)
    : counted.includes("government")
      ? everywhere(pack).filter(({ kind }) => kind !== "park")
      : [];
  const others = leading === named ? [] : named;
  return [
    ...withCommittees(leading, others),
    ...withCommittees(
      beside.filter((unit) => !leading.includes(unit)),
      [],
    ),
  ];
}

/** 措施1 names the counties and the park once for all measures. They are no party to every task of a bureau: what is theirs is theirs. */
const everywhere = (pack: PlanAndUnits): readonly Organisation[] =>
  membersOf(pack, pack.plan.jointEverywhere.joint);

/** The organisations that are named, each group by its members. */
export function membersOf(
  { plan, organisations }: PlanAndUnits,
  named: readonly Pick<NamedUnit, "unit">[],
): readonly Organisation[] {
  const ids = new Set(
    named.flatMap(({ unit }) => plan.groups.find(({ id }) => id === unit)?.members ?? [unit]),
  );
  return organisations.filter(({ id }) => ids.has(id));
}

/** 党政同责: a Party committee and the government of its region owe one thing together, which the government leads. */
export function withCommittees(
  leading: readonly Organisation[],
  joint: readonly Organisation[],
): readonly Units[] {
  const isServed = ({ kind, region }: Organisation) =>
    kind === "partyCommittee" && leading.some((one) => one.kind === "government" && one.region === region);
  const committees = leading.filter(isServed);
  return leading.flatMap((unit) => {
    if (isServed(unit)) return [];
    const own = unit.kind === "government" ? committees.filter(({ region }) => region === unit.region) : [];
    return [{ unit: unit.id, joint: [...own, ...joint].flatMap(({ id }) => (id === unit.id ? [] : [id])) }];
  });
}

/**
 * The day from which the plan's tasks are opened in an installation: the first of the month after the one in which it was founded. On that
 * day nobody has a post yet, and tasks would come to units in which nobody hears of them. [design, to be confirmed]
 */
export const tasksSince = (founded: Day): Day => addDays(periodOn(founded, "month").to, 1);

/** What the instances of a duty go by. */
export interface OpeningRules {
  /** The day from which tasks are opened: `tasksSince`. */
  readonly since: Day;
  readonly calendar: Calendar;
  /** How long what was due before that may still take. */
  readonly pastDate: Clock;
  /** The committee's office that answers for the plan, by the id under which the tables know it, as `idOf` gives it. */
  readonly office: string;
  readonly idOf: (unit: string) => string;
}

/** A task that the plan asks for by now: its key, which is its own for ever, and what opens it. */
export interface Opening {
  readonly key: string;
  readonly input: RawInput;
}

/**
 * The tasks of a duty that are begun on a day. Of a recurring one: those of every period that has begun and that did not end before the
 * first day on which tasks are opened. One with a day of the plan is opened even where that day lay before: it gets another to be shown by, and
 * keeps the plan's as its first.
 */
export function openingsOn(duty: PlanDuty, day: Day, rules: OpeningRules): readonly Opening[] {
  const { from, by, every } = duty.schedule;
  if (day < from) return [];
  if (every === undefined) {
    const due = by < rules.since ? dueDay(rules.since, rules.pastDate, rules.calendar).day : by;
    return [openingOf(duty, rules, { due, firstDueOn: by })];
  }
  return periodsWithin(every, from, day < by ? day : by)
    .filter(({ to }) => to >= rules.since)
    .map((period) => {
      const [due = by] = [period.to, by].sort();
      return openingOf(duty, rules, { due, firstDueOn: due, period });
    });
}

interface Term {
  readonly due: Day;
  readonly firstDueOn: Day;
  readonly period?: { readonly name: string; readonly words: string };
}

function openingOf(
  duty: PlanDuty,
  { office, idOf }: OpeningRules,
  { due, firstDueOn, period }: Term,
): Opening {
  const { part, clause, unit, joint, asks } = duty;
  const provision = `${part.name}第${clause.number}条款`;
  const [only, another] = asks;
  const input = {
    title: `${part.title}（${[provision, ...(period ? [period.words] : [])].join("，")}）`,
    origin: "plan" as const,
    ...(part.measure === undefined ? {} : { measure: part.measure }),
    ...(part.section === undefined ? {} : { section: part.section }),
    clause: clause.number,
    provision,
    asks: clause.text,
    deliverables: asks.map(({ says }) => says).join("\n"),
    ...(only && another === undefined && part.measure !== undefined ? { target: only.id } : {}),
    unit: idOf(unit),
    ...(joint.length > 0 ? { joint: joint.map(idOf) } : {}),
    assignedBy: office,
    ...(period ? { period: period.name } : {}),
    due,
    firstDueOn,
  };
  return { key: keyOf(input), input };
}

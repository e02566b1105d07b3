import type { Day } from "../../core/calendar/day.ts";
import { type Share, type TargetOnBoard, worstLamp } from "../../core/campaign/board.ts";
import type { Term } from "../../core/campaign/indicator.ts";
import type { Lamp } from "../../core/campaign/lamp.ts";
import { type CampaignTarget, type TargetSection, targetSections } from "../../core/campaign/target.ts";
import { task } from "../../core/registers/task.ts";
import type { Words } from "../../core/words.ts";
import type { BoardRead } from "../store/board.ts";
import { organisationId } from "../store/campaign.ts";
import type { BoardAnswer, BoardFigure } from "./board-shapes.ts";
import { opensOf } from "./indicators.ts";

interface Known extends BoardRead {
  readonly today: Day;
  readonly sectors: BoardAnswer["sectors"];
}

/** The board as it is told. */
export function viewBoard(known: Known): BoardAnswer {
  const { pack, day, today, sectors, units, targets, closing } = known;
  const told = newReasons();
  const { plan } = pack;
  return {
    day,
    today,
    from: plan.from,
    to: plan.to,
    ...(closing && { closed: { on: closing.closedOn, asOf: closing.asOf } }),
    sectors,
    units: units.map(({ id, kind, organisation: { name, shortName } }) => ({ id, kind, name, shortName })),
    actions: plan.actions.map(({ number, title }) => ({ number, title })),
    measures: plan.measures.map(({ number, action, title }) => {
      const own = targets.filter(({ target: { place } }) => "measure" in place && place.measure === number);
      const cells = units.flatMap(({ id }) => worstLamp(own, id) ?? []);
      return { number, action, title, lamp: told.worst(worstLamp(own)), cells: cells.map(told.lamp) };
    }),
    sections: sectionsOf(known).map(({ kind, number, title, own }) => ({
      id: `${targetSections[kind]}${number}`,
      kind,
      number,
      title,
      lamp: told.worst(worstLamp(own)),
    })),
    targets: targets.map((one) => viewTarget(known, one, told)),
    // Last: everything above has put its own in.
    reasons: told.all,
  };
}

/** The sections of the plan in which targets stand, with these. */
function sectionsOf({ pack: { plan }, targets }: Known) {
  return plan.sections.flatMap(({ kind, number, title }) => {
    if (!isTargetSection(kind) || number === undefined) return [];
    const own = targets.filter(
      ({ target: { place } }) => "section" in place && place.section === kind && place.number === number,
    );
    return own.length === 0 ? [] : [{ kind, number, title, own }];
  });
}

const isTargetSection = (kind: string): kind is TargetSection => Object.hasOwn(targetSections, kind);

type Reasons = ReturnType<typeof newReasons>;

/** Reasons told once each, and lamps that point to them. */
function newReasons() {
  const all: Words[] = [];
  const places = new Map<string, number>();
  const placeOf = (reason: Words): number => {
    const known = places.get(reason.zh);
    if (known !== undefined) return known;
    places.set(reason.zh, all.length);
    return all.push(reason) - 1;
  };
  const lamp = <L extends Lamp>(one: L) => ({ ...one, reason: placeOf(one.reason) });
  return { all, lamp, worst: <L extends Lamp>(one: L | undefined) => (one === undefined ? null : lamp(one)) };
}

function viewTarget(known: Known, { target, proof, shares }: TargetOnBoard, told: Reasons) {
  const { id, place, words, text, planned, by, every, source, toBeConfirmed } = target;
  return {
    id,
    ...("measure" in place
      ? { measure: place.measure }
      : { section: `${targetSections[place.section]}${place.number}` }),
    clause: place.clause,
    words,
    ...(text && { text }),
    ...(planned && { planned }),
    ...(by && { by }),
    ...(every && { every }),
    source,
    toBeConfirmed,
    ...(proof && {
      proof: {
        indicator: proof.indicator.id,
        name: proof.indicator.name,
        says: proof.indicator.says,
        unit: proof.indicator.unit,
        better: proof.indicator.better,
        threshold: proof.threshold,
        whole: viewFigure(known, proof.question),
      },
    }),
    shares: shares.map((share) => viewShare(known, target, share, told)),
  };
}

function viewShare(known: Known, target: CampaignTarget, { unit, lamp, question }: Share, told: Reasons) {
  const base = { unit, ...told.lamp(lamp) };
  if (question !== undefined) return { ...base, figure: viewFigure(known, question) };
  const tasks = viewTasks(known, target, unit);
  return tasks === undefined ? base : { ...base, tasks };
}

/** The unit's own tasks of the clause, whatever became of them: a list shows how they stand today, so of an earlier day it shows none. */
function viewTasks({ tasksFor, day, today }: Known, target: CampaignTarget, unit: string) {
  const id = organisationId(unit);
  const own = tasksFor(target, unit).filter(({ organisation }) => organisation === id);
  if (day !== today || own.length === 0 || !("measure" in target.place)) return undefined;
  const { measure, clause } = target.place;
  const filters = new URLSearchParams({
    origin: "plan",
    measure: `${measure}`,
    clause: `${clause}`,
    unit: id,
  });
  return { total: own.length, opens: `/api/registers/${task.name}/entries?${filters}` };
}

function viewFigure({ questions, figures, closing }: Known, at: number): BoardFigure {
  const [question, figure] = [questions[at], figures[at]];
  if (question === undefined || figure === undefined) throw new Error(`The board asked no question ${at}`);
  const { indicator, cut, from, to } = question;
  const known = closing && { asOf: closing.asOf };
  const opens = (term: Term) => opensOf(term, cut, { from, to }, known);
  return {
    ...figure,
    // What is counted is then what is missing from the whole: 34 overdue of 75 are 54.67 %.
    ...(indicator.rest && { rest: true }),
    opens: opens(indicator.counts),
    ...(indicator.of && { opensOf: opens(indicator.of) }),
  };
}

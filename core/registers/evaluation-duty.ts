import { dueDay } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { clauseAt } from "../pack/asked-document.ts";
import type { EvaluationItem } from "../pack/evaluation-item.ts";
import type { Pack } from "../pack/pack.ts";
import type { Opening, OpeningRules } from "./task-duty.ts";

type Known = Pick<Pack, "plan" | "organisations" | "evaluationItems">;

/**
 * The items of checklists that the pack has words for, each with what opens its evaluation: on the row's day, else on the clause's, else on the
 * campaign's last. What was due before the installation was in use is due some working days after that, and keeps its day as its
 * first, as a task does (decision 036). `day` says up to when clauses have begun.
 */
export function evaluationOpenings(pack: Known, day: Day, rules: OpeningRules): readonly Opening[] {
  return pack.evaluationItems.flatMap((row) => openingOf(pack, row, day, rules));
}

function openingOf(
  { plan, organisations }: Known,
  row: EvaluationItem,
  day: Day,
  { since, calendar, pastDate, office, idOf }: OpeningRules,
): readonly Opening[] {
  const found = clauseAt(plan, row);
  if (found === undefined) throw new Error(`The pack has no clause for the item ${row.kind} ${row.number}`);
  const [date] = found.clause.dates ?? [];
  if (day < (date?.from ?? plan.from)) return [];
  const firstDueOn = row.by ?? date?.by ?? plan.to;
  const { kind, number: itemNumber, title, cited: itemSource, measure, clause, unit, joint = [] } = row;
  // In the checklist of the office that answers for the plan.
  const region = organisations.find(({ id }) => idOf(id) === office)?.region;
  const input = {
    kind,
    itemNumber,
    title: title.zh,
    itemSource,
    measure,
    clause,
    unit: idOf(unit),
    ...(joint.length > 0 ? { joint: joint.map(idOf) } : {}),
    assignedBy: office,
    due: firstDueOn < since ? dueDay(since, pastDate, calendar).day : firstDueOn,
    firstDueOn,
  };
  return [{ key: `${kind}-${region}/${itemNumber}`, input }];
}

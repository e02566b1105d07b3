import type { Day } from "../../core/calendar/day.ts";
import { type BoardUnit, boardUnits, columnOf } from "../../core/campaign/board-units.ts";
import type { PlanTask } from "../../core/campaign/evidence.ts";
import { task } from "../../core/registers/task.ts";
import { evidenceAtEnd, evidenceOn } from "../../core/registers/task-evidence.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Campaign } from "./campaign.ts";
import type { Queryable } from "./database.ts";
import { newParameters, partyCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";

interface TaskRow {
  readonly state: string;
  readonly measure: number | null;
  readonly section: string | null;
  readonly clause: number;
  readonly target: string | null;
  readonly period: string | null;
  readonly first_due_on: Day | null;
  readonly unit: string;
  readonly due: Day | null;
  readonly submitted_on: Day | null;
  readonly closed_on: Day | null;
}

/**
 * The tasks within a scope that are evidence for clauses of the plan, as they stand on a day, after the campaign as they stood at its end: those opened by then. Of the plan's own
 * alone: with tasks that an office assigns it could else prove a target by less than the plan asks for.
 */
export async function tasksOfPlan(
  tx: Queryable,
  scope: Scope,
  campaign: Campaign,
  day: Day,
): Promise<readonly PlanTask[]> {
  const parameters = newParameters();
  const seen = `(${scopeCondition(scope, task, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<TaskRow>({
    text: `select e.state, e.measure, e.data ->> 'section' as section, e.clause, e.target, e.period,
        e.first_due_on, e.unit, e.due, e.data ->> 'submittedOn' as submitted_on, e.closed_on
      from ${tableOf(task)} e
      where e.origin = 'plan' and e.clause is not null and e.opened_on <= ${parameters.add(day)}::date and ${seen}`,
    values: parameters.values,
  });
  const units = boardUnits(campaign.pack);
  return rows.flatMap((row) => taskOf(campaign, units, day, row) ?? []);
}

function taskOf(
  campaign: Campaign,
  units: readonly BoardUnit[],
  day: Day,
  row: TaskRow,
): PlanTask | undefined {
  const { state, measure, section, clause, target, period, unit: organisation, due } = row;
  const { submitted_on: submittedOn, closed_on: closedOn, first_due_on: firstDueOn } = row;
  const unit = columnOf(campaign.pack, units, campaign.organisations.get(organisation)?.id ?? "");
  if (unit === undefined || (measure === null && section === null)) return undefined;
  const now = {
    state,
    ...(due && { dueOn: due }),
    ...(submittedOn && { submittedOn }),
    ...(closedOn && { closedOn }),
  };
  const last = campaign.pack.plan.to;
  return {
    ...(measure === null ? {} : { measure }),
    ...(section === null ? {} : { section }),
    ...(target === null ? {} : { target }),
    ...(period === null ? {} : { period }),
    ...(firstDueOn === null ? {} : { firstDueOn }),
    clause,
    organisation,
    unit,
    evidence: day > last ? evidenceAtEnd(last, now) : evidenceOn(day, now),
  };
}

import type { AssessmentFact } from "../../core/campaign/assessment.ts";
import { schemeFor } from "../../core/campaign/assessment-scheme.ts";
import { type BoardUnit, boardUnits } from "../../core/campaign/board-units.ts";
import { textValue } from "../../core/register/entry.ts";
import type { FactsWanted } from "../../core/register/register.ts";
import { assessment } from "../../core/registers/assessment.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact, organisationId, topOffices } from "./campaign.ts";
import type { Queryable, Transaction } from "./database.ts";
import type { FactsRequest } from "./facts-request.ts";
import { newParameters, partyCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";

/** The unit of the board that is this organisation; undefined where the board has none. */
export const boardUnitOf = ({ pack }: Campaign, organisation: string): BoardUnit | undefined =>
  boardUnits(pack).find(({ id }) => organisationId(id) === organisation);

/** By which scheme a unit is assessed for a year, and by whom; undefined where it is not. */
export function assessmentBasis(campaign: Campaign, unit: string, year: number): AssessmentFact | undefined {
  const kind = boardUnitOf(campaign, unit)?.kind;
  const scheme = kind && schemeFor(campaign.pack.schemes, kind, year);
  const [assessor] = topOffices(campaign);
  if (scheme === undefined || assessor === undefined) return undefined;
  return { scheme, assessor, appealTo: organisationFact(campaign, assessor)?.government };
}

/** What an act of an assessment is told of the unit and year that it names. */
export function assessmentFact(
  campaign: Campaign,
  { input, entry }: Pick<FactsRequest, "input" | "entry">,
  wanted: readonly FactsWanted[],
): AssessmentFact | undefined {
  const asked = wanted.find(({ assessment: fields }) => fields !== undefined)?.assessment;
  if (asked === undefined) return undefined;
  const named = (field: string) => {
    const value = input[field];
    return typeof value === "string" ? value : textValue(entry.values, field);
  };
  const [unit, year] = [named(asked.unit), Number(named(asked.year))];
  return unit === undefined || Number.isNaN(year) ? undefined : assessmentBasis(campaign, unit, year);
}

/** Which units have an assessment of a year already, made void or not: nobody's decision is opened anew by the calendar. */
export async function assessedIn(tx: Queryable, year: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ unit: string }>({
    text: `select unit from ${tableOf(assessment)} where year = $1`,
    values: [year],
  });
  return new Set(rows.map(({ unit }) => unit));
}

/** One server at a time looks which assessments are begun, so that none is opened twice. Held until the transaction ends. */
export async function holdAssessments(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('assessments-of-the-year', 0))");
}

interface PublishedRow {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly year: string;
  readonly scheme: string;
  readonly score: number;
  readonly gradeId: string;
}

/** The published assessments within a scope; a unit sees its own besides. */
export async function publishedAssessments(tx: Queryable, scope: Scope): Promise<readonly PublishedRow[]> {
  const parameters = newParameters();
  const seen = `(${scopeCondition(scope, assessment, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<PublishedRow>({
    text: `select e.id, e.number, e.unit, e.year, e.data ->> 'scheme' as scheme, e.score::float8 as score,
        e.data ->> 'gradeId' as "gradeId"
      from ${tableOf(assessment)} e where e.state = 'published' and e.score is not null and ${seen}`,
    values: parameters.values,
  });
  return rows;
}

import { dayInShanghai, yearOf } from "../../core/calendar/day.ts";
import { boardUnits } from "../../core/campaign/board-units.ts";
import { decide, type Outcome } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import { assessment } from "../../core/registers/assessment.ts";
import { handlerOf } from "../../core/registers/unit-rules.ts";
import type { Services } from "../services.ts";
import { assessedIn, assessmentBasis, holdAssessments } from "../store/assessments.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";
import { commit } from "../store/commit.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { loadFactsOfMany } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import { firstDayOf } from "../store/plan-openings.ts";
import { engineOf } from "./engine.ts";

/**
 * Begins the assessments of the years that are over, one for each unit that a scheme assesses, by recorded acts of the engine's own: late
 * rather than never, and none of a year that ended before the installation was in use. Returns how many were begun.
 */
export async function openAssessments(services: Services): Promise<number> {
  const engine = await engineOf(services);
  const today = dayInShanghai(services.clock());
  return inTransaction(services.pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    const first = yearOf(await firstDayOf(tx, engine.id));
    const years = Array.from({ length: Math.max(0, yearOf(today) - first) }, (_, at) => first + at);
    const wanted = years.flatMap((year) =>
      assessedUnits(services.campaign, year).map((unit) => ({ unit, year: `${year}` })),
    );
    if (wanted.length === 0) return 0;
    await holdAssessments(tx);
    const missing = await notYetIn(tx, wanted);
    return missing.length === 0 ? 0 : begin(tx, services, engine, missing);
  });
}

interface Wanted {
  readonly unit: string;
  readonly year: string;
}

/** The units that a scheme assesses for a year, but for those for which the assessing office would act itself. */
export function assessedUnits(campaign: Campaign, year: number): readonly string[] {
  return boardUnits(campaign.pack).flatMap(({ id }) => {
    const unit = organisationFact(campaign, organisationId(id));
    const basis = unit && assessmentBasis(campaign, unit.id, year);
    return unit && basis && handlerOf(unit) !== basis.assessor ? [unit.id] : [];
  });
}

async function notYetIn(tx: Transaction, wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
  const missing: Wanted[] = [];
  for (const [year, own] of Map.groupBy(wanted, ({ year }) => year)) {
    const known = await assessedIn(tx, year);
    missing.push(...own.filter(({ unit }) => !known.has(unit)));
  }
  return missing;
}

async function begin(
  tx: Transaction,
  services: Services,
  actor: Awaited<ReturnType<typeof engineOf>>,
  missing: readonly Wanted[],
): Promise<number> {
  const now = services.clock();
  const act = "openByCalendar";
  const declared = assessment.acts[act];
  const requests = missing.map((input) => ({
    register: assessment,
    acts: declared ? [declared] : [],
    entry: blankEntry(assessment.name, newId(now.getTime())),
    input: { ...input },
    actor,
    scope: { sees: "everything" as const },
    day: dayInShanghai(now),
  }));
  const loaded = await loadFactsOfMany(tx, services.campaign, requests);
  const outcomes = requests.map(({ entry, input }, at): Outcome => {
    const facts = loaded[at]?.facts;
    if (facts === undefined) throw new Error("An assessment without facts");
    const request = { register: assessment, entry, facts, act, input, actor };
    const decision = decide({ ...request, now: now.toISOString() });
    if ("refusal" in decision)
      throw new Error(`The engine may not begin an assessment: ${decision.refusal.code}`);
    return decision;
  });
  await commit(tx, outcomes, new Map(), services);
  return outcomes.length;
}

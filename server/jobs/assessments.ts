import { dayInShanghai, yearOf } from "../../core/calendar/day.ts";
import { boardUnits } from "../../core/campaign/board-units.ts";
import { assessment } from "../../core/registers/assessment.ts";
import { handlerOf } from "../../core/registers/unit-rules.ts";
import type { Services } from "../services.ts";
import { assessedIn, assessmentBasis, holdAssessments } from "../store/assessments.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { firstDayOf } from "../store/plan-openings.ts";
import { engineOf } from "./engine.ts";
import { openMany } from "./open-many.ts";

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
    const inputs = missing.map(({ unit, year }) => ({ unit, year }));
    return openMany(tx, services, engine, { register: assessment, act: "openByCalendar" }, inputs);
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

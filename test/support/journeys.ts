import { applicationJourneys } from "./application-journeys.ts";
import { assessmentJourneys, lateAssessments } from "./assessment-journeys.ts";
import { briefingJourneys, lateBriefings } from "./briefing-journeys.ts";
import { checkJourneys } from "./check-journeys.ts";
import { directiveJourneys } from "./directive-journeys.ts";
import { documentJourneys } from "./document-journeys.ts";
import { evaluationJourneys, lateEvaluations } from "./evaluation-journeys.ts";
import { hazardJourneys, lateJourneys } from "./hazard-journeys.ts";
import { historyJourneys } from "./history-journeys.ts";
import type { Journeys } from "./journey.ts";
import { peopleJourneys } from "./people-journeys.ts";
import { registryJourneys } from "./registry-journeys.ts";
import { lastReports, lateReports, reportJourneys } from "./report-journeys.ts";
import { lateSubPlans, subPlanJourneys } from "./sub-plan-journeys.ts";
import { taskJourneys } from "./task-journeys.ts";

/** Between them, the journeys do every act of every register, and fill in every field. */
export const journeys: Journeys = {
  ...peopleJourneys,
  ...registryJourneys,
  ...historyJourneys,
  ...hazardJourneys,
  ...taskJourneys,
  ...assessmentJourneys,
  ...documentJourneys,
  ...subPlanJourneys,
  ...directiveJourneys,
  ...evaluationJourneys,
  ...checkJourneys,
  ...applicationJourneys,
  ...reportJourneys,
  ...briefingJourneys,
  ...lateJourneys,
  ...lateReports,
  ...lateSubPlans,
  ...lateAssessments,
  ...lateEvaluations,
  ...lateBriefings,
  ...lastReports,
};

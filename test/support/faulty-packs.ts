import type { PackFile } from "../../core/pack/pack-problem.ts";
import type { Faulty } from "./faulty.ts";
import { faultyAnalyses } from "./faulty-analyses.ts";
import { faultyCalendars } from "./faulty-calendars.ts";
import { faultyCriteria } from "./faulty-criteria.ts";
import { faultyDocuments } from "./faulty-documents.ts";
import { faultyDuties } from "./faulty-duties.ts";
import { faultyEvaluationItems } from "./faulty-evaluation-items.ts";
import { faultyIndicators } from "./faulty-indicators.ts";
import { faultyLadders } from "./faulty-ladders.ts";
import { faultyOrganisations } from "./faulty-organisations.ts";
import { faultyOutlines } from "./faulty-outlines.ts";
import { faultyParameters } from "./faulty-parameters.ts";
import { faultyMeasures, faultyPlans } from "./faulty-plans.ts";
import { faultyRegions, faultySectors } from "./faulty-regions.ts";
import { faultyReports } from "./faulty-reports.ts";
import { faultySchemes } from "./faulty-schemes.ts";
import { faultySubPlans } from "./faulty-sub-plans.ts";
import { faultyTargets } from "./faulty-targets.ts";

/** Everything that can be wrong with a pack, by the file in which it is wrong: one row at least for each kind of problem. */
export const faultyPacks: readonly { readonly file: PackFile; readonly rows: readonly Faulty[] }[] = [
  { file: "regions.json", rows: faultyRegions },
  { file: "sectors.json", rows: faultySectors },
  { file: "organisations.json", rows: faultyOrganisations },
  { file: "parameters.json", rows: faultyParameters },
  { file: "criteria.json", rows: faultyCriteria },
  { file: "plan.json", rows: faultyPlans },
  { file: "measures.json", rows: faultyMeasures },
  { file: "targets.json", rows: faultyTargets },
  { file: "documents.json", rows: faultyDocuments },
  { file: "evaluation-items.json", rows: faultyEvaluationItems },
  { file: "sub-plans.json", rows: faultySubPlans },
  { file: "enterprise-duties.json", rows: faultyDuties },
  { file: "reminders.json", rows: faultyLadders },
  { file: "indicators.json", rows: faultyIndicators },
  { file: "reports.json", rows: faultyReports },
  { file: "assessment.json", rows: faultySchemes },
  { file: "outlines.json", rows: faultyOutlines },
  { file: "analysis.json", rows: faultyAnalyses },
  { file: "calendar.json", rows: faultyCalendars },
];

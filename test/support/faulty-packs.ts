import type { PackFile } from "../../core/pack/pack-problem.ts";
import type { Faulty } from "./faulty.ts";
import { faultyCalendars } from "./faulty-calendars.ts";
import { faultyCriteria } from "./faulty-criteria.ts";
import { faultyDuties } from "./faulty-duties.ts";
import { faultyLadders } from "./faulty-ladders.ts";
import { faultyOrganisations } from "./faulty-organisations.ts";
import { faultyParameters } from "./faulty-parameters.ts";
import { faultyMeasures, faultyPlans } from "./faulty-plans.ts";
import { faultyRegions, faultySectors } from "./faulty-regions.ts";

/** Everything that can be wrong with a pack, by the file in which it is wrong: one row at least for each kind of problem. */
export const faultyPacks: readonly { readonly file: PackFile; readonly rows: readonly Faulty[] }[] = [
  { file: "regions.json", rows: faultyRegions },
  { file: "sectors.json", rows: faultySectors },
  { file: "organisations.json", rows: faultyOrganisations },
  { file: "parameters.json", rows: faultyParameters },
  { file: "criteria.json", rows: faultyCriteria },
  { file: "plan.json", rows: faultyPlans },
  { file: "measures.json", rows: faultyMeasures },
  { file: "enterprise-duties.json", rows: faultyDuties },
  { file: "reminders.json", rows: faultyLadders },
  { file: "calendar.json", rows: faultyCalendars },
];

import { applicationJourneys } from "./application-journeys.ts";
import { checkJourneys } from "./check-journeys.ts";
import { hazardJourneys, lateJourneys } from "./hazard-journeys.ts";
import { historyJourneys } from "./history-journeys.ts";
import type { Journeys } from "./journey.ts";
import { peopleJourneys } from "./people-journeys.ts";
import { registryJourneys } from "./registry-journeys.ts";

/** Between them, the journeys do every act of every register, and fill in every field. */
export const journeys: Journeys = {
  ...peopleJourneys,
  ...registryJourneys,
  ...historyJourneys,
  ...hazardJourneys,
  ...checkJourneys,
  ...applicationJourneys,
  ...lateJourneys,
};

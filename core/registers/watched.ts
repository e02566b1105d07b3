import type { Words } from "../words.ts";
import { hazard } from "./hazard.ts";
import { awaitingReview } from "./hazard-states.ts";
import { selfCheck } from "./self-check.ts";

/** A number that whoever answers for a region, a trade or an enterprise looks at first, and the list that it counts. */
export interface Watched {
  readonly name: string;
  readonly words: Words;
  readonly register: string;
  /** The list's filters, as its address takes them. */
  readonly filters: Readonly<Record<string, string>>;
}

/** What is watched, from how much there is to what is wrong with it. */
export const watched: readonly Watched[] = [
  {
    name: "openHazards",
    words: { zh: "未销号隐患", en: "Open hazards" },
    register: hazard.name,
    filters: { unsettled: "true" },
  },
  {
    name: "openMajorHazards",
    words: { zh: "未销号重大隐患", en: "Major hazards open" },
    register: hazard.name,
    filters: { unsettled: "true", level: "major" },
  },
  {
    name: "hazardsToReview",
    words: { zh: "待复查", en: "Waiting for review" },
    register: hazard.name,
    filters: { state: awaitingReview.join(",") },
  },
  {
    name: "missedChecks",
    words: { zh: "逾期未查的自查", en: "Self-checks missed" },
    register: selfCheck.name,
    filters: { unsettled: "true", state: "missed,lateAnswered" },
  },
];

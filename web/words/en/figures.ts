import type { figures as zh } from "../zh/figures.ts";

/** Words of the figures that an entry keeps. */
export const figures: typeof zh = {
  indicator: "Indicator",
  reported: "As reported",
  today: "Today",
  difference: "Difference",
  caption: (from, to, asOf) =>
    `${from} to ${to}; reported as known by the end of ${asOf}, counted by the system and entered by nobody`,
  reading: "Reading",
  same: "the same",
  changed: "changed",
  ofWhole: "what it is divided by",
  opensChanged: (name, text) => `${name}, ${text}: open what changed since`,
  fewBecause: (below) => `It counts people: below ${below} no number is told`,
  captionOfPlaces: (from, to, asOf) =>
    `${from} to ${to}; published as known by the end of ${asOf}, counted by the system and frozen as it was drawn up`,
  place: "Region",
  sector: "Sector",
  bySector: (count) => `By sector (${count})`,
  ofSectors: (name) => `${name}, by sector`,
  drawnUp: "As published",
  nowRanks: (rank) => `Rank ${rank} today`,
  rank: "Rank",
  rankToday: "Rank today",
  withheld: "not told",
  withheldBecause: "It would give away a small figure over people",
  ofPlaces: (indicators, places) => `${indicators} indicators of ${places} regions and sectors`,
  papers: "The files hold the frozen figures, whenever they are taken",
  correct: "Draw up a correction",
  notReproduced: "Counted again by what was known then it comes to something else",
};

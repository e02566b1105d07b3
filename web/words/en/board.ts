import type { board as zh } from "../zh/board.ts";

/** Words of the board. */
export const board: typeof zh = {
  title: "The board",
  asOf: (day) => `As of ${day}`,
  past: (day) => `As it was on ${day}`,
  closed: (day: string) => `The campaign was closed on ${day}`,
  closedHelp: (to: string, asOf: string) =>
    `The lamps are those of ${to}, its last day, by what was known at the end of ${asOf}, and change no more`,
  ended: (to: string) =>
    `The campaign ended on ${to}, and the lamps are of that day; what is entered before it is closed still counts`,
  openClosed: "See on the board what each target came to",
  pastHelp: "Grey: no task had been set by that day, or there was nothing to count",
  ahead: "That day is yet to come",
  aheadHelp: "The board shows today and days gone by.",
  owes: (count: number) =>
    count === 1
      ? "Owes 1 measure; open it for its targets and evidence"
      : `Owes ${count} measures; open one for its targets and evidence`,
  backToToday: "Back to today",
  timeline: "The campaign's days",
  endOf: (year) => `End of ${year}`,
  gone: (percent) => `${percent}% gone`,
  notYet: "yet to come",
  objectives: "Objectives",
  beside: {
    requirement: "Requirements",
    safeguard: "Safeguards",
    principle: "Principles",
    objective: "Objectives",
  },
  measures: (count) => `The ${count} measures`,
  matrix: "Measures by units",
  matrixHelp: "Arrow keys move, Enter opens",
  measure: (number) => `Measure ${number}`,
  units: "Units",
  lamp: { red: "red", yellow: "yellow", green: "green", grey: "grey" },
  lampMeaning: {
    red: "overdue, or not down to zero",
    yellow: "due soon, or behind",
    green: "reached, or on the way",
    grey: "nothing to count, or not begun",
  },
  lamps: (count, colour) => `${count} ${colour}`,
  cell: (measure, unit, colour, reason) => `${measure}, ${unit}: ${colour}. ${reason}`,
  noUnits: "The plan gives your unit no measure to answer for. This page is for posts of the authorities.",
  ownSectors: "All figures count the sectors of your post alone.",
  whole: "Altogether",
  close: "Close",
  allUnits: "All units",
  evidence: "Evidence",
  tasks: (total) => (total === 1 ? "1 task" : `${total} tasks`),
  byIndicator: (name) => `By indicator: ${name}`,
  byEvidence: "Proven by tasks with evidence",
  shall: (amount) => `to be ${amount}`,
  opensList: (value) => `${value}, opens the entries that it counts`,
  outOf: (counted, of) => `${counted} of ${of}`,
  nothing: "–",
  unitOf: {
    item: (value) => `${value}`,
    percent: (value) => `${value}%`,
    yuan: (value) => `${value} yuan`,
    day: (value) => `${value} days`,
  },
  noTargets: "No target for this unit",
};

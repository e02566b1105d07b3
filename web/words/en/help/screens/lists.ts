import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens of the lists. */
export const lists = {
  list: {
    title: "A register's list",
    purpose: "Find, filter and sort the entries of a register. You only see what lies within your scope.",
    parts: [
      {
        steps: [
          "Enter a name or number, or choose step, region and so on, and press Search; Expand shows more filters.",
          "What is filtered stands above the list; its cross takes one away, Reset takes all.",
          "Press a column's heading to sort; press a name to open the entry.",
          "The address holds all of it: send it to a colleague, who sees the same search within their own scope.",
        ],
      },
    ],
    marks: [
      [
        "Red, orange, yellow, blue",
        "Levels of risk or hazard, gravest first; of two levels, major is red and general blue.",
      ],
      ["Only what waits for me", "Leaves what you must act on."],
    ],
    troubles: [
      ["Nothing fits", "Loosen the filters or reset them. A range of days includes both its ends."],
      ["The request is said to be malformed", "The address was damaged; press Reset."],
    ],
  },
  searches: {
    title: "My searches",
    purpose: "Keep filters that you need again, and be told when something new fits them.",
    parts: [
      {
        steps: [
          "Search first, then open My searches, give it a name and save it.",
          "Tick the box to be told of new entries; it looks once an hour and tells only what others changed.",
          "Press the name to open it again; remove what you no longer need.",
        ],
      },
    ],
    troubles: [
      [
        "A saved search is there in one post only",
        "It belongs to you in that post; save another one in the other post.",
      ],
    ],
  },
  columns: {
    title: "Columns",
    purpose: "Which columns a list shows, and in which order. It changes what you see and nobody else.",
    parts: [
      {
        steps: [
          "Open Columns and add one from the choice.",
          "Move it with the arrows, take it away with the cross, save.",
          "The usual columns come back by their own button.",
        ],
      },
    ],
    troubles: [["No more can be added", "There is a limit; take one away first."]],
  },
  batch: {
    title: "Acting on several entries",
    purpose:
      "One act on several entries at once, for instance acknowledging reports. Each is still judged and recorded by itself.",
    parts: [
      {
        steps: [
          "Tick entries at the left of the list (the heading ticks the whole page) and press the act that appears.",
          "Fill in the form once, check the entries and send.",
          "The outcome is told row by row: done, or why not.",
        ],
      },
    ],
    marks: [["Not delivered, try again", "The network broke off; trying again does nothing twice."]],
    troubles: [
      ["Nothing can be done on all of them", "They are in different steps. Filter by step first."],
      ["Some were not done", "Read the reason beside the row and open that entry."],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

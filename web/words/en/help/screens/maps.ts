import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens of where the campaign stands, and of the wall on which it is shown. */
export const maps = {
  map: {
    title: "The map",
    purpose:
      "Where hazards, enterprises and sites lie, and what an indicator is in each place; the map and the list beside it have the same filters and the same total.",
    parts: [
      {
        steps: [
          "Choose the register and the indicator above; the filters are those of the register's list, for the map and the list alike.",
          "Choose a circle with a number to come nearer; where all lie at one place they are listed, and each opens.",
          "Choose a county, or a place in the table, to go one level down; “Back to every place” leads up again.",
          "A figure of the table opens the entries that it counts. Arrow keys, plus, minus and Tab do all of it.",
        ],
      },
    ],
    marks: [
      ["A red circle", "Some of its entries are overdue."],
      ["Darker colours", "More of the chosen indicator; the most is the darkest."],
      [
        "“Without a position”",
        "Neither the entry nor its site or enterprise has degrees and their system: it is in the list only.",
      ],
    ],
    troubles: [
      [
        "A point lies some hundred metres off",
        "Its system is wrong: AMap and Tencent use GCJ-02, Baidu BD-09, a phone WGS 84. Amend it in the enterprise or site.",
      ],
      [
        "There are no streets beneath",
        "Without a network there are outlines alone; tiles come once the operator gives a key of Tianditu.",
      ],
    ],
  },
  screen: {
    title: "The big screen",
    purpose:
      "How the campaign stands, on the wall of a meeting room: the figures of the board, which renew themselves and ask for nothing.",
    parts: [
      {
        steps: [
          "On the board choose “Big screen”, and show it full (F11) in the browser of the wall.",
          "Where nobody can sign in there, choose “Links to the big screen”, a time and “Make a link”, and copy it into that browser.",
          "Revoke it when it is of no more use; it ends with its time, or with its maker's post.",
        ],
      },
    ],
    marks: [
      ["“The connection is lost”", "The figures are from before; they renew themselves once it is back."],
    ],
    troubles: [
      ["The link was not copied", "It is shown once: revoke it and make another."],
      ["The link is over, was revoked or is wrong", "Ask whoever made it for another."],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens of what the campaign brings along: plan, criteria, organisations. */
export const campaign = {
  board: {
    title: "The board",
    purpose:
      "The campaign on one page: whether each measure is red, yellow, green or grey for each unit, why, and by which entries.",
    parts: [
      {
        steps: [
          "Choose a cell for the unit's targets, figures and reasons; a figure opens the entries that it counts, just as many.",
          "Choose a measure's name for all its units, the worst first; a unit's name for all that it owes; choose an objective for the figures behind it.",
          "Choose the end of a past year for the board as it was. Arrow keys move, Enter opens.",
          "When the campaign is over the lamps are those of its last day; once the office has closed it by its final evaluation the page says so, and nothing changes any more.",
        ],
      },
    ],
    marks: [
      ["✕ red", "Its day is past and it is not reached, or something overdue is not down to zero."],
      ["! yellow", "Due soon, or behind the calendar."],
      ["✓ green", "Reached, or on the way."],
      ["· grey", "Nothing to count, or no task asks for evidence yet."],
    ],
    troubles: [
      ["Figures are smaller than a colleague's", "They count the entries in your post's scope alone."],
    ],
  },
  analysis: {
    title: "Analysis",
    purpose:
      "Any indicator by rows and columns: where there is much and where little, how it changes, each figure with the entries that it counts.",
    parts: [
      {
        title: "Tables and charts",
        steps: [
          "Choose a ready-made view (trend, ranking, heat map, items that come again, where hazards come from, days to close, enterprises that never find anything), or an indicator, rows, columns and a chart of your own.",
          "Choose region, sector and period; a past day under “As known on” shows what was known then.",
          "Press a row's or column's name for the level below (county to township, township or sector to enterprise, year to quarter to month to day); press a figure for its entries, of which there are as many as it says.",
          "A chart is a look of its table: under each stands the table, which screen readers read.",
        ],
      },
      {
        title: "Save, export, report",
        steps: [
          "“Saved views” keeps the present choice for your post; the address, sent to a colleague, shows the same table within their own scope.",
          "“Export the table” takes out what is shown; days, day of knowledge and places are written in the file.",
          "“Make a report” gives a month, a quarter or another period as Word or Excel, with tables and charts that can be edited.",
        ],
      },
    ],
    marks: [
      ["“Total”", "The figures added up."],
      ["“Overall”", "Shares and means do not add up: worked out anew of all that is counted."],
      ["No total", "What stands on a day makes no sense added up over days."],
      [
        "“Period before”, “A year before”",
        "A whole month beside the whole month before it; in brackets by how much it differs now.",
      ],
      ["“To be confirmed”", "No rule says how this is worked out; it is our reading."],
    ],
    troubles: [
      ["“The period is wrong”", "It begins after its end or is longer than ten years: change the days."],
      ["“Too many columns”", "Choose fewer days, or months in place of days."],
      ["Figures are smaller than somebody else's", "They count the entries within your own scope."],
    ],
  },
  plan: {
    title: "The plan",
    purpose:
      "The plan word for word beside its units, deadlines, frequencies and targets: whose is it, by when, how much.",
    parts: [
      {
        steps: [
          "Choose your unit to see only what concerns it; filter by deadline or action.",
          "The numbers of the contents lead to a measure; underlined in the text stand its dates, frequencies and numbers.",
        ],
      },
    ],
    marks: [
      ["To be confirmed", "The text says it in words; the number is our reading."],
      ["No register yet", "This measure has no register so far."],
    ],
    troubles: [
      ["My unit is not there", "The plan may name it by a group; see at the end which units a group means."],
    ],
  },
  criteria: {
    title: "The criteria library",
    purpose:
      "By what a hazard is judged major: which standard a trade has, which items were in force on a day, their numbers and sources.",
    parts: [
      {
        steps: [
          "Enter words, an item's number or a document's; choose a sector and a day (today if you do not).",
          "Open a standard for its items, its scope, what it replaces and the official texts.",
          "Nothing need be copied: choose the item in the hazard's form.",
        ],
      },
    ],
    marks: [
      ["To be confirmed", "From a reprint or summary; hold it against the official text."],
      ["Imported", "Brought in from the official text by the office that may, and not part of the pack."],
      ["In force, coming, ended", "As of the chosen day."],
    ],
    troubles: [
      [
        "The standard is there and its items are not",
        "They are not loaded and cannot be cited yet; see Importing official texts.",
      ],
      [
        "A trade has no standard",
        "See the basis of each sector: there may be key check items, or an expert's opinion is needed.",
      ],
    ],
  },
  imports: {
    title: "Importing official texts",
    purpose:
      "The office that answers for the installation adds official texts and lists of key check items. They only grow, and each import is recorded.",
    parts: [
      {
        steps: [
          "Get the official text; open the standard and download its template.",
          "One item a row: `item` its number, `text` its words, `source` where they stand.",
          "Choose the file on the page of criteria for a trial reading, and look through it.",
          "Only if all of it is right can it be imported. Hazards found from then on may cite it; judged ones do not change.",
        ],
      },
    ],
    marks: [
      ["N mistakes, nothing imported", "One mistake and nothing is taken."],
      ["N to check", "Warnings; they do not stop the import."],
    ],
    troubles: [
      ["There is no import on my page", "Your post may not; the committee's office of the prefecture may."],
      [
        "The wrong text was imported",
        "Withdraw it in the list of imports and say why; that cannot be undone. If one text is wrong, import that again.",
      ],
      ["Garbled characters", "Save the CSV as UTF-8 and try again."],
    ],
  },
  organisations: {
    title: "Organisations",
    purpose:
      "The Party committees, governments, departments, parks and townships of the campaign, and what each does in which sectors.",
    parts: [
      {
        steps: [
          "Type a full or short name; it searches as you type.",
          "Without one, open places and kinds, or all of them at once.",
          "Open an organisation for the sectors that it supervises or manages, the one above it, and the source.",
        ],
      },
    ],
    marks: [
      ["Supervision", "It inspects, enforces, reviews and closes."],
      ["Management of the trade", "It must care for safety in its trade and does not enforce."],
      [
        "To be confirmed",
        "Name, existence or duty follows the usual pattern; the local government has to confirm it.",
      ],
    ],
    troubles: [
      ["Mine is not there", "Try another word or none; enterprises stand in their own register."],
      [
        "A duty is wrong",
        "Organisations are part of the pack and are not changed here; tell the committee's office.",
      ],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Files that come in and go out, and papers. */
export const tables = {
  "import-tables": {
    title: "Import",
    purpose:
      "Brings a whole table into a register: tried first, row by row, and written only when you say so; no row is lost unseen.",
    parts: [
      {
        steps: [
          "Press “Import” in a register's list and choose the file (.xlsx, .xls, .csv). Your own ledger will do; its headings need not be changed.",
          "Look what each column “comes in as”; set right what was not recognised, and leave out what is not wanted. The rows of heading and data can be changed too.",
          "Press “Try”: it says how many rows would be added, changed, skipped or refused, and why each. Nothing is written yet.",
          "Press “Import all” or “Import the good rows only”. It can be stopped on the way, and goes on from there.",
        ],
      },
      {
        title: "When a row is new, and when it changes an entry",
        steps: [
          "A row with a number is the entry of that number: only cells that differ change it, and an emptied cell empties it.",
          "Without a number a row is known by its credit code or the like; then an empty cell changes nothing.",
          "The same row that came in before is skipped.",
          "For matters of an old ledger choose “Matters with a history”: step and days come in with them. What is closed is recorded by a head of department or the committee's office.",
        ],
      },
    ],
    marks: [
      ["Same words / Same meaning", "The heading is ours, or another that is known for it."],
      ["Alike, please check", "Guessed by likeness; see whether it is right."],
      ["Not recognised", "No field is taken for it; it does not come in."],
    ],
    troubles: [
      [
        "Some rows are refused",
        "Download the file with the reasons, mend it by its last column and bring it again; what came in is skipped.",
      ],
      [
        "A name is not found",
        "Give the full name of the enterprise or organisation, or its number or credit code; what you may not see is not found either.",
      ],
      [
        "No act changes this at present",
        "It is done on the entry's page, in its course, and not by a table.",
      ],
      [
        "The power or the network went off on the way",
        "The product goes on by itself; where it stopped, open the import and press “Go on”.",
      ],
    ],
  },
  exports: {
    title: "Export",
    purpose: "Saves the list that was found as a file, with exactly as many rows.",
    parts: [
      {
        steps: [
          "Search in a register's list and press “Export” above it; it says how many rows there will be.",
          "Choose format and columns; for a ledger to print, sign and file choose “Official ledger”. Press “Export”.",
          "Up to 10,000 rows are downloaded at once; more are made in the background: “My exports” shows how far they are.",
        ],
      },
      {
        title: "What is in the file",
        steps: [
          "Above an Excel table, or in the last line of CSV (it begins with #): filter, number of rows, by whom and when.",
          "Numbers, credit codes and telephones are text and lose no digits; days are days.",
          "In CSV an apostrophe goes before texts that begin with =, +, - or @, lest they run as formulas; importing takes it off.",
        ],
      },
    ],
    marks: [["The bar", "How many rows are written, of how many."]],
    troubles: [
      ["A download breaks off", "Press download in “My exports” again; the browser goes on where it was."],
      [
        "A file is gone",
        "Files made in the background are removed after some days; export again. Only who exported it, in the same post, can fetch it.",
      ],
      [
        "It says that there are too many",
        "Many people export at once: try again soon. With 20 files kept, remove one first.",
      ],
    ],
  },
  audit: {
    title: "Audit log",
    purpose:
      "For the auditor: who signed in, exported, printed or looked at what is protected, when and from where, and who opened accounts. Nothing of the work itself.",
    parts: [
      {
        title: "Searching",
        steps: [
          "Search by user name, event and days; “More” adds the client's address and the number of an entry. User name, address and number are given whole.",
          "“What” says what was done, by which filter, over how many rows; “From where” is the network address and the device.",
          "“See” shows all of a line, and checks its chain at that moment: whether anything was changed.",
          "The search stands in the address: keep it as a bookmark and open it every week.",
        ],
      },
      {
        title: "Checking and taking out",
        steps: [
          "“Verify the whole log” checks every line, its chain and the tree. A long log takes minutes; do something else meanwhile.",
          "“Export Excel” or “Export CSV” takes out all that is found. Both exporting and checking are told in the log.",
        ],
      },
    ],
    marks: [
      ["The product itself", "Nobody did it, such as a session that ended when its time was over."],
      [
        "As the browser tells",
        "The browser reports a print; one that was called off afterwards stands here too.",
      ],
    ],
    troubles: [
      [
        "The check finds faults",
        "Drop nothing. Report it at once, and compare with the checkpoints that witnesses outside hold.",
      ],
      [
        "Earlier lines are not found",
        "Months past the term of retention were dropped by rule; the top of the page says when, and how many lines.",
      ],
      [
        "What somebody did in the work is not seen",
        "Acts stand in the record of their entry, which an auditor does not see; the discipline inspection does.",
      ],
    ],
  },
  sheet: {
    title: "Record sheet",
    purpose: "Sets one hazard out on a page of A4 as the record and close-out form, to print, sign and file.",
    parts: [
      {
        steps: [
          "On the page of a hazard, open “Record sheet (to print)”.",
          "Check it; boxes that nobody filled in are empty and can be written in by hand.",
          "Press “Print”, or save it as PDF; the line for signatures is signed on paper.",
        ],
      },
    ],
    marks: [["“演示样张 非公文”", "Printed by a demonstration; of no official use."]],
    troubles: [
      [
        "Something is missing or wrong",
        "The sheet has only what was recorded; add it on the entry's page, then print again.",
      ],
      [
        "It says that nothing was printed",
        "A print is entered in the audit log first, which takes a network; press “Print” again once it is back.",
      ],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

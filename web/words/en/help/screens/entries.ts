import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens of one entry. */
export const entries = {
  entry: {
    title: "An entry",
    purpose:
      "All about one matter: its step, who holds it, its deadline, what was entered, and who did what when.",
    parts: [
      {
        steps: [
          "Look at the head: level, step, who holds it, deadline.",
          "The bright buttons are what you can do now; each opens a form.",
          "Beside a grey one stands why it is closed; mend that. Other acts say in which step they open.",
          "At the right stands the whole ledger, line by line; Changes shows what a line changed.",
          "Export proof gives a file that anybody can check without this system or a network (`zhiben verify FILE`).",
        ],
      },
    ],
    marks: [
      [
        "Reminders, under the deadline",
        "Up to whom it climbed, and who is next on which day; open it for each rung. An extended deadline begins anew, a suspended matter rests.",
      ],
      ["✓ Verified", "Your browser has just recomputed this line and found it unchanged."],
      ["Line N does not verify", "It differs from its hash. Tell the system administrator at once."],
      ["Erased by law", "Personal data was erased on request; the chain is still whole."],
      [
        "Since you last looked",
        "What others have done meanwhile. It stays until you press Seen or do something yourself.",
      ],
      [
        "138****1234",
        "A personal number, masked. Show the whole number asks why and shows it for a minute; the audit log keeps who looked.",
      ],
      ["Pending", "Just done; it gets its place in the ledger within a second or two."],
    ],
    troubles: [
      [
        "The proposer may not validate, and the like",
        "The rules want another person or post: let them sign in and do it.",
      ],
      [
        "You hold no valid enforcement certificate",
        "A review and its countersignature need one that is valid on the day; have number and term checked.",
      ],
      [
        "Something was entered wrongly",
        "Correct it with a reason; void what should not be there. The old line stays.",
      ],
      ["Two departments entered the same hazard", "Merge the duplicate into the earlier or fuller one."],
    ],
  },
  form: {
    title: "Forms",
    purpose:
      "Open an entry or act on one. Forms are made from the rules; why a thing is asked stands beneath it.",
    parts: [
      {
        steps: [
          "Read the legal basis and where the act leads, to be sure that it is the right one.",
          "Fill in what is required. Words with dots beneath explain themselves when you point at them or tap them.",
          "Take photos on the spot: time and place are noted.",
          "Submit. You may leave before: what you entered comes back.",
        ],
      },
    ],
    marks: [
      ["Red frame and text", "This must be mended; the cursor goes to the first."],
      ["Please look again", "A warning and no refusal: if it is right, submit it anyway."],
      ["To be confirmed", "Not yet held against the official text."],
    ],
    troubles: [
      [
        "Somebody else has updated the entry",
        "What you entered is still there. Look at the changes, continue on the latest, submit again.",
      ],
      ["The network broke off", "Submit again; it makes no second record."],
      ["A file is not taken", "Pictures, PDF, Word, Excel and MP4 are, up to 20 MB each."],
      [
        "The criteria item is not there",
        "Only items in force on the day of finding are listed; try another sector or word. Where a trade has no standard, an expert's opinion is needed.",
      ],
    ],
  },
  "self-check": {
    title: "Self-checks",
    purpose:
      "Each month or quarter an enterprise checks itself: the principal leads, the checklist is answered item by item and confirmed by the principal; what was found becomes hazards.",
    parts: [
      {
        steps: [
          "The safety manager opens the check from the work list, fills it in and answers each item: found, not found, not applicable.",
          "Where something was found, write what was seen; it goes into the hazard. Photos may be added.",
          "Below an article whose other items are all in order, say so with one press; what you answered stays.",
          "If nothing was found, state so.",
          "The principal looks through it and confirms with their own password. Then the hazards are entered.",
          "A voluntary check can be begun at any time; it has no deadline and replaces none.",
        ],
      },
    ],
    marks: [
      ["Missed", "The window ended unconfirmed; on the next working day it is on the regulator's list."],
      ["Not owed", "For instance while stopped; the reason is given."],
    ],
    troubles: [
      ["Some items are not answered", "Go to the next open one by its button."],
      ["Not led by the principal", "Such a check does not count; make it on another day."],
      [
        "The window is over",
        "Fill in the late check and have it confirmed; the record says that it was late.",
      ],
    ],
  },
  life: {
    title: "The whole life on one page",
    purpose: "An entry's whole course laid out for reports, files and meetings.",
    parts: [
      {
        steps: [
          "Press the link at the top of the entry.",
          "Print it or save it as PDF; it always prints light.",
        ],
      },
    ],
    marks: [["Specimen, no official document", "Printed from a demonstration, it serves nowhere."]],
    troubles: [["Something is missing", "The page prints what was entered; add it on the entry."]],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

import type { HelpText, ScreenPage } from "../../help-text.ts";

export const screens: Readonly<Record<ScreenPage, HelpText>> = {
  "sign-in": {
    title: "Signing in",
    purpose:
      "You come in with your own name and password. Whatever is done stands under the person and post that did it; accounts are not lent.",
    parts: [
      {
        steps: [
          "Enter user name and password and press Sign in.",
          "Sign out at the top right when you are done (on a phone: in the menu), above all on a shared computer.",
          "Who holds several posts switches between them at the top right; what you see and may do goes with the post.",
        ],
      },
    ],
    marks: [
      ["Yellow bar: a demonstration", "All data are fictional and nothing done here counts."],
      ["Line at the foot: unclassified system", "No state secret may be entered or uploaded."],
    ],
    troubles: [
      ["Name or password is said to be wrong", "Mind the hint that caps lock is on, and try again."],
      [
        "No further attempt is allowed",
        "Ten failures for one account from one address within 15 minutes pause it. Wait 15 minutes; others are not affected.",
      ],
      [
        "The session has ended in the middle of work",
        "A session lasts 12 hours at most. Sign in again on the spot: what you entered is still there; send it again.",
      ],
    ],
  },
  home: {
    title: "Home",
    purpose:
      "What is to be done today, at one look: what waits for your organisation and your post, what is overdue, what is due soon.",
    parts: [
      {
        steps: [
          "Look at what is overdue first, then at what is due soon, then at the rest; a click opens the entry.",
          "The number beside a card's title opens the whole list, which has exactly that many rows.",
          "The buttons at the top right begin new entries. If there is none, your post opens none.",
        ],
      },
    ],
    marks: [
      ["White on red: overdue by N working days", "Long overdue."],
      ["Red: overdue", "The deadline has just passed."],
      [
        "Orange: N working days left, due today",
        "The deadline is near. Days are working days; holidays and make-up days are counted in.",
      ],
      [
        "Provisional",
        "The deadline lies in a year whose holidays are not published; it is computed anew when they are.",
      ],
      ["Green mark", "The step that the entry is in. A grey one is closed."],
    ],
    troubles: [
      [
        "My work is not in the list",
        "Check your post at the top right, then see who holds the entry: it waits in the list of that organisation and post only.",
      ],
      ["The page is empty", "Your post looks and does not act; go into a register by the menu."],
    ],
  },
  notices: {
    title: "Notices",
    purpose:
      "Under the bell the system tells you by itself: an entry has come to your post, a deadline nears or has passed, a saved search has found something.",
    parts: [
      {
        steps: [
          "Press the bell at the top right; the number is what you have not read.",
          "Press a notice to open its entry. Once the bell was opened, its notices count as read.",
        ],
      },
    ],
    marks: [
      ["Number", "How many are unread."],
      ["Orange, red", "Due soon, overdue: the same colours as in lists."],
    ],
    troubles: [
      [
        "There are fewer than I remember",
        "Only the latest are listed; the lists of the registers are complete.",
      ],
      [
        "The entry does not exist or is outside your scope",
        "It was transferred or has another supervisor now. Switch post and look again.",
      ],
    ],
  },
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
      ["✓ Verified", "Your browser has just recomputed this line and found it unchanged."],
      ["Line N does not verify", "It differs from its hash. Tell the system administrator at once."],
      ["Erased by law", "Personal data was erased on request; the chain is still whole."],
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
  look: {
    title: "Appearance",
    purpose: "Dark colours or larger text.",
    parts: [
      {
        steps: [
          "Press the button at the top right and choose; it shows at once.",
          "The language is switched beside it.",
        ],
      },
    ],
    troubles: [
      ["On another computer it is as before", "The choice stays in this browser; choose again there."],
    ],
  },
  help: {
    title: "Help",
    purpose:
      "A page for each screen and each post; the question mark at the top right opens the one of the screen that you are on.",
    parts: [
      {
        steps: [
          "Type what you look for into the box on the first page, such as extension or password.",
          "In forms and entries, words with dots beneath are explained when you point at them, tap them or reach them by Tab; Escape closes it.",
          "The glossary lists all of them.",
          "The tour can be taken again from the first page.",
        ],
      },
    ],
    troubles: [
      [
        "It is not there",
        "Try another word; then tell the system administrator the request's or the entry's number.",
      ],
    ],
  },
};

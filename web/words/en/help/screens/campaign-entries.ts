import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens of one entry of what the campaign asks of its units: tasks, papers and results. */
export const campaignEntries = {
  task: {
    title: "Tasks",
    purpose:
      "Each clause of the plan becomes a task of its leading unit, period by period; what a meeting or a leader wants the committee's office assigns. Closing one needs evidence, and another unit reviews it.",
    parts: [
      {
        title: "Who handles it",
        steps: [
          "Open the task from the work list, see what must be shown and by when, and accept it.",
          "Record progress at any time.",
          "When it is done, submit it with the day and what was done; upload the evidence, or give the number of an entry or of a published text.",
          "If there is too little time, ask for an extension before the day, with a reason; the first day stays.",
        ],
      },
      {
        title: "Who reviews it",
        steps: [
          "Open what waits to be reviewed, hold the evidence against what must be shown, and close it or send it back with a reason.",
          "What a meeting or an instruction wants, assign from the register of tasks, with its words, the leading unit and the day.",
        ],
      },
    ],
    marks: [
      ["First due on", "It stays through extensions and suspensions; on time is judged by it."],
      [
        "Handled by another than the leading unit",
        "For a Party committee or a government the committee's office of its level acts (to be confirmed).",
      ],
    ],
    troubles: [
      [
        "It cannot be assigned to that unit",
        "What is for a lower department goes through the office one level down.",
      ],
      ["It needs evidence", "Upload files, or say where the evidence lies."],
      ["You may not decide on it yourself", "Somebody else of the reviewing unit does."],
    ],
  },
  document: {
    title: "Documents",
    purpose:
      "What the plan wants issued or revised is listed by itself, and the committee's office lists more. A document goes from drafting through consultation and legal review to its issue; then its days in force are kept, and how it ended.",
    parts: [
      {
        title: "Who drafts it",
        steps: [
          "Open it from the work list and start drafting.",
          "Consult: upload the draft, say who is asked and until when.",
          "When that is over, send it to the legal review with what was said; choose the unit's own legal body or a department of its level.",
          "Once it is cleared, record the issue: number, days and the text itself.",
          "What was issued before it was listed is recorded as such.",
        ],
      },
      {
        title: "Who reviews it, and the committee's office",
        steps: [
          "The reviewing unit clears it or sends it back; whoever sent it does not review it.",
          "The office lists documents, moves their day and makes them void.",
        ],
      },
    ],
    marks: [["First due on", "It stays when the day is moved; in time is judged by it."]],
    troubles: [
      ["The consultation is not over yet", "Send it on the last day or later."],
      [
        "It was issued after it was listed here",
        "Begin with drafting; only what came before is recorded at once.",
      ],
      ["It went to the wrong unit", "Take it back with a reason and send it again."],
    ],
  },
  evaluation: {
    title: "Evaluations",
    purpose:
      "The hard measures and the place's own actions are evaluated item by item: the leading unit reports how far one is carried out, with evidence and a score, and somebody else of the committee's office verifies it. Items that the plan's data hold are listed by themselves; the office lists the others, or imports them as a table.",
    parts: [
      {
        title: "The leading unit",
        steps: [
          "Open the item from the work list and report on it.",
          "Choose how far it is carried out, say what was done, score it out of 100, and upload the evidence or say where it lies.",
          "What is not fully carried out needs what is missing and what comes next.",
          "To change it before it is verified, take it back with a reason and report again.",
        ],
      },
      {
        title: "The committee's office",
        steps: [
          "List an item that the plan's data do not hold, with number, title, source and leading unit as the document has them; import a table where there are many.",
          "Verify what waits: how far, the score and the conclusion, with the reason where it differs from the unit's own. Send back what is not shown.",
          "An item that the office leads itself is verified by somebody else than who reported.",
          "When a new document takes its place, or it is evaluated anew, record what supersedes it and list the number again.",
        ],
      },
    ],
    marks: [
      ["First due on", "It stays when the day is moved; in time is judged by it."],
      [
        "Checklist and number of the item",
        "Each number stands once in a checklist; the prefecture's and each county's are apart.",
      ],
    ],
    troubles: [
      [
        "The checklist has an item of this number",
        "Open the one that is named; to evaluate it anew, record first what supersedes it, or make it void.",
      ],
      ["Whoever reported may not verify", "Ask somebody else of the office."],
      ["Upload the evidence, or say where it lies", "Upload it, or give the number of the document or file."],
    ],
  },
  "sub-plan": {
    title: "Sub-plans",
    purpose:
      "The plans that counties and parks owe and the sub-plans of departments are listed by themselves, and the committee's office lists more. Each goes from drafting through a check within the unit to its issue and its filing; a revision is an edition of its own.",
    parts: [
      {
        title: "The unit",
        steps: [
          "Open it from the work list and start drafting.",
          "Send it to be checked: choose the measures that it details and the criteria that it rests on, say what must be detailed, and upload the draft.",
          "Somebody else of the unit clears it or sends it back.",
          "Once it is issued, record number, day and text, and hand it in.",
          "What was issued before it was listed is recorded as such, and handed in.",
          "What was returned is mended and handed in again, or drafted anew.",
          "To revise what is on file, press Revise: the next edition opens by itself and supersedes this one once it is filed.",
        ],
      },
      {
        title: "The office with which it is filed",
        steps: [
          "File it, or return it with a reason.",
          "The office lists sub-plans, moves their day and makes them void.",
          "At a measure of the plan, open those that detail it.",
        ],
      },
    ],
    marks: [["First due on", "It stays when the day is moved; in time is judged by it."]],
    troubles: [
      [
        "Something that it must detail is missing",
        "Who supervises fills in the measures of supervision, who manages a trade those of guidance; a sub-plan of a sector names criteria or key check items.",
      ],
      ["You may not check it yourself", "Somebody else of the unit does."],
      ["An edition is at work already", "Go on with that one, or have the office make it void."],
    ],
  },
  directive: {
    title: "Directives",
    purpose:
      "What meetings decide and leaders write is recorded word for word and turned into tasks; with the last of them it is closed by itself.",
    parts: [
      {
        title: "The committee's office",
        steps: [
          "Record it in the register, with its words and, if there is one, the original.",
          "On its page assign a task of it: the leading unit, the day and what must be shown; there may be several.",
          "Where no task is needed, close it with its outcome.",
        ],
      },
    ],
    marks: [
      ["Tasks assigned, tasks ended", "When both are equal it is closed; a void task counts as ended."],
    ],
    troubles: [
      ["It is closed or void", "Record it anew, and assign from that."],
      ["Another office recorded it", "That office assigns its tasks."],
    ],
  },
  assessment: {
    title: "Yearly assessment",
    purpose:
      "One assessment for each unit and year: what registers can give is worked out, and people judge a few items by evidence. The unit scores itself, the committee's office verifies, the unit may object once, then it is published.",
    parts: [
      {
        title: "The assessed unit",
        steps: [
          "Open the assessment from the work list and look at the score sheet: each item's figure, rule and points as they would be today; a number opens what it counts.",
          "Submit the own score: only what is judged by evidence, with what shows it.",
          "If you disagree with what was verified, object before the day that it names; else agree.",
        ],
      },
      {
        title: "The assessing office",
        steps: [
          "After the year assessments begin by themselves; you may also begin one from the register.",
          "Open what waits to be verified and verify it: enter only what differs from the own score, with the reason; tick a veto that was found and say the facts.",
          "Once the time for an objection is over, or it was decided, publish. The ranking stands under Results of assessments.",
        ],
      },
      {
        title: "Who decides on objections",
        steps: [
          "Open what was objected to, read the objection and its evidence, and decide; change points with a reason.",
        ],
      },
    ],
    marks: [
      [
        "Restricted",
        "Until it is published no other unit finds it in lists, searches or figures; then each sees it within its scope. One that is void is never shown.",
      ],
      [
        "Points and grade are fixed",
        "The figures of the verification are kept; today's stand beside them under Figures.",
      ],
      ["To be confirmed", "A weight or a rule of ours, which the plan does not give."],
    ],
    troubles: [
      [
        "Recorded facts give this item's points",
        "No points are typed; mend the hazards or checks that the figure counts.",
      ],
      ["Own points need their evidence", "Say below the item which document or entry shows it."],
      ["The unit may still object", "Wait until that time is over, or until the unit agrees."],
    ],
  },
  report: {
    title: "Periodic reports",
    purpose:
      "When a period is over each unit finds its report ready, with figures that the system counted; people write only what it cannot know. Sending freezes the figures, which later stand beside today's.",
    parts: [
      {
        title: "Who reports",
        steps: [
          "Open the report from the work list and look at the figures; each opens the entries that it counts.",
          "If a figure is wrong, mend the entry behind it; it counts from the next day. No figure is changed in the report.",
          "Send it with the words that it asks for. What was sent by mistake is withdrawn until it is reviewed.",
          "What was returned is mended by the reason and sent again; whether it came in time goes by the first sending.",
        ],
      },
      {
        title: "Who receives it",
        steps: [
          "Open what waits to be reviewed, and accept it or return it with a reason.",
          "If an accepted one is wrong, reopen it with a reason; it is locked by itself once the next period is over, or earlier by you.",
          "How complete and how timely the units are is told by the indicators of reports.",
        ],
      },
      {
        title: "The final evaluation, and closing the campaign",
        steps: [
          "When the campaign's last day is over every unit finds its final evaluation, with figures of the whole campaign: write results, problems and what goes into the standing mechanism, and hand it in; the office accepts or returns it.",
          "The own one of the prefecture's office is the prefecture's: close the campaign by it, with your password; where some unit's was not accepted yet, name the units and say why.",
          "From then on the board shows what each target came to, and nothing done later changes it. Self-checks, rectification and deadlines go on.",
        ],
      },
    ],
    marks: [
      [
        "As reported",
        "Frozen as it was sent, as known by the end of the day before; it opens the entries counted then.",
      ],
      [
        "Today, and the difference",
        "The same by what is known today; the difference opens what came or went since.",
      ],
      ["<3", "The figure is over people and small; who may not see all the entries is told no more."],
    ],
    troubles: [
      [
        "“The report asks for words that are not there yet”",
        "Answer what must be answered; where there is nothing, say so.",
      ],
      ["“The unit that owes the report does this”", "Somebody of the reporting unit sends it."],
      [
        "“This act is not open in the present state”",
        "It was sent already: withdraw it first, or wait until it is returned.",
      ],
    ],
  },
  briefing: {
    title: "Briefings",
    purpose:
      "A committee's office publishes how a month, quarter, half-year or year went: the system counts the figures and ranks by results, and drawing up freezes them; another person signs, and those to whom it goes acknowledge it. Nobody is ranked by log-ins or clicks.",
    parts: [
      {
        title: "The office that draws it up",
        steps: [
          "In the register choose Draw up a briefing: the kind of period and then one that is over, the indicators, by sector as well if you like, what is demanded, and to whom it goes.",
          "Look at the figures and ranks; if one is wrong, mend the entries behind it and redraw the next day. No figure is changed in the briefing.",
          "Send it to be signed. What is not to be issued is withdrawn with a reason.",
          "If it is wrong after its issue, draw up a correction from its page; as that is issued, the first is superseded.",
          "Who has not acknowledged it stands on its page; after the time for it it is overdue.",
        ],
      },
      {
        title: "Who signs",
        steps: [
          "A leader of the government for which the office works, or another officer of the office, opens what waits to be signed and signs it; the number is drawn by the system.",
          "To have it changed, return it with a reason. Whoever drew it up or sent it does not sign it.",
        ],
      },
      {
        title: "Those to whom it goes",
        steps: ["Once it is issued it stands among what you are told of; open it and acknowledge it."],
      },
    ],
    marks: [
      [
        "As published, and the rank",
        "Frozen as it was drawn up, as known by the end of the day before; the same value shares a rank. Sectors have no ranks and are folded below each indicator.",
      ],
      [
        "Today, and the rank today",
        "The same by what is known today; the difference opens what changed since.",
      ],
      ["Word and Excel", "The files hold the frozen figures, whenever they are taken."],
      ["not told", "The figure would give away a small one over people."],
    ],
    troubles: [
      ["“The period is not over yet”", "Wait until it is, or choose one that is."],
      ["“Whoever is praised or named is also among those to whom it goes”", "Add the unit to those."],
      ["“Whoever drew it up or sent it to be signed does not sign it”", "Another person signs."],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;

import type { HelpText, PersonRole } from "../../help-text.ts";

/** The first quarter of an hour of each post. */
export const rolePages: Readonly<Record<PersonRole, HelpText>> = {
  safetyManager: {
    title: "Safety manager: the first quarter of an hour",
    purpose:
      "You enter hazards, propose how they are judged, put them right, fill in self-checks and keep risk points; the principal validates and confirms.",
    parts: [
      {
        steps: [
          "On the home page begin with what is overdue.",
          "Open the form of a new hazard and read what stands beneath each field; leave without submitting, and it is kept.",
          "Open a hazard to be judged: propose it as major by a criteria item, or as general; a general one that can be put right at once is fixed on the spot.",
          "A major one then takes the double report, the plan with its five elements, and after rectification your own acceptance.",
          "Open this window's self-check, fill it in and ask the principal to confirm.",
          "See under risk points what your enterprise has; identify what is missing.",
        ],
      },
    ],
    troubles: [
      ["I cannot validate my own judgement", "Another post must: the principal signs in and does it."],
      [
        "The time is too short",
        "Ask for an extension before the deadline; one level up approves it. Afterwards it is too late.",
      ],
    ],
  },
  principal: {
    title: "Principal: the first quarter of an hour",
    purpose:
      "You answer first for your enterprise's safety: you validate judgements, start rectification, lead and confirm self-checks and approve risk assessments.",
    parts: [
      {
        steps: [
          "On the home page stands what waits for you.",
          "Open a hazard proposed as major: read item, photos and reason; confirm it or send it back.",
          "A major one: report it to the regulator and the staff, and start once the plan has its five elements.",
          "Self-check: lead it, look through it, confirm it with your password. Do not give the password away.",
          "If you disagree with what a department judged, object and say why; one level up decides.",
        ],
      },
    ],
    troubles: [
      [
        "I cannot close a major hazard",
        "Two officers of the department review it and its head closes it; a general one may be yours to verify and close.",
      ],
      ["The enterprise's particulars have changed", "Open it in its register and report the change."],
    ],
  },
  inspector: {
    title: "Enforcement officer: the first quarter of an hour",
    purpose:
      "You enter what an inspection finds, judge, acknowledge reports, review and countersign; the head of the department closes.",
    parts: [
      {
        steps: [
          "On the home page stands what waits; a review takes two officers, one after the other.",
          "Find the enterprise first: its grade, permits and earlier hazards.",
          "Enter a hazard with its state, cause and photos; tick the box if production must stop or people leave.",
          "Acknowledge the report of a major hazard when it comes in.",
          "What is not put right is sent back with a reason and a new deadline.",
          "What is not your department's is transferred; until it is accepted it stays yours.",
        ],
      },
    ],
    troubles: [
      ["You hold no valid certificate", "It has run out or is not entered; have it checked."],
      ["A review takes two officers", "The second countersigns with their own account."],
      [
        "I do not see an enterprise",
        "It lies outside your region or sectors; its supervisor can name you a co-supervisor.",
      ],
    ],
  },
  departmentHead: {
    title: "Head of a department: the first quarter of an hour",
    purpose:
      "You validate, close, approve extensions, decide objections, order and lift; you see all that is overdue in your department.",
    parts: [
      {
        steps: [
          "Look at what is overdue; the number opens the list.",
          "What is reviewed waits to be closed: see the photos and both opinions. Whoever reviewed may not close.",
          "Extensions and objections are decided one level up; what is in your list is yours.",
          "What is not put right in spite of an order is found defied, and ordered again.",
          "Save the search for major and overdue, and have yourself told.",
          "Accept the tasks of your department, and submit them with evidence.",
        ],
      },
    ],
    troubles: [
      ["Another level owns this hazard", "Its supervising organisation is not yours; see that field."],
      ["A closed one is back", "Reopen it with a reason and a new deadline; the old lines stay."],
    ],
  },
  committeeOffice: {
    title: "Committee's office: the first quarter of an hour",
    purpose:
      "You coordinate: you see all registers of your region, approve extensions, decide objections, register enterprises and import criteria; you inspect no enterprise.",
    parts: [
      {
        title: "Prefecture and county alike",
        steps: [
          "Filter the hazards by region, level and deadline; every number opens down to the entries.",
          "For an extension or objection read the reason and the ledger, then decide.",
          "Register enterprises of your region, and merge those that are there twice.",
          "In the plan choose your own unit: what it leads, and by when.",
          "Assign as tasks what meetings and leaders want; what is submitted, close or send back.",
        ],
      },
      {
        title: "In a county",
        steps: [
          "You see your county only. Extensions and objections are decided one level above the supervisor; what is yours is in your list.",
        ],
      },
      {
        title: "In the prefecture",
        steps: ["Only the office that answers for the installation imports official texts; see that page."],
      },
    ],
    troubles: [
      [
        "I cannot enter or review a hazard",
        "A committee's office does not inspect enterprises (国办发〔2024〕54号); ask the department.",
      ],
      ["I cannot approve an extension", "Who asked may not approve; one level up does."],
    ],
  },
  leader: {
    title: "Leader: the first quarter of an hour",
    purpose:
      "You see all registers of your region, and every number opens down to the entries; you confirm the posts of your own people, review the tasks that your committee's office handles, and do no other acts.",
    parts: [
      {
        steps: [
          "Filter the hazards by major and overdue: whose, by which department, how long.",
          "Open one: who holds it now, and in the ledger where it rested and how long.",
          "In the plan choose a unit and see its measures and deadlines.",
          "Save it as a search and be told of what is new.",
        ],
      },
    ],
    troubles: [
      [
        "I want a department to hurry",
        "The system does not stand for an order; give it as usual, and what is done shows in the entry.",
      ],
    ],
  },
  discipline: {
    title: "Discipline inspection: the first quarter of an hour",
    purpose:
      "You see all registers and the ledger of each entry, to see how duties are done; you do not act in them.",
    parts: [
      {
        steps: [
          "Filter by overdue and by repeated, for what was neglected or came back.",
          "Open one: who did each step, in which post, when and why.",
          "A verified line is unchanged; export a proof to keep it, which can be checked offline.",
          "Compare the day of an act with the time it was recorded: what was entered afterwards shows as such.",
        ],
      },
    ],
    troubles: [
      [
        "Something was erased by law",
        "Personal data go by two people's acts; who asked and who did it still stands there.",
      ],
      [
        "I need sign-ins and exports",
        "The auditor reads the audit log by a command; ask for it in due form.",
      ],
    ],
  },
  parkOffice: {
    title: "Industrial park: the first quarter of an hour",
    purpose:
      "You see the park's enterprises and sites with their hazards, self-checks and risk points; departments with the duty of supervision act on them.",
    parts: [
      {
        steps: [
          "The register of enterprises shows those in the park; what runs out is pointed out.",
          "Filter hazards by enterprise and deadline, and urge them on.",
          "Under self-checks see who missed theirs.",
          "Accept the tasks of the park, and submit them with evidence.",
        ],
      },
    ],
    troubles: [["An enterprise is missing", "Its park is not entered; ask the department to amend it."]],
  },
  serviceStaff: {
    title: "Service body: the first quarter of an hour",
    purpose:
      "You look after what the register says of your own body, and keep its contacts up to date. A service body gives technical support and inspects nobody.",
    parts: [
      {
        steps: [
          "The register of service bodies shows one entry, your own.",
          "Compare services, number and last day of the qualification; the department amends what is wrong.",
          "Where contact, telephone or address changed, report it.",
        ],
      },
    ],
    troubles: [
      ["There are no enterprises and no hazards", "That is the least a service body needs, and no fault."],
      [
        "It says that the qualification has run out",
        "Once it is renewed, ask the department to enter the new day.",
      ],
    ],
  },
  systemAdministrator: {
    title: "System administrator: the first quarter of an hour",
    purpose:
      "You open and disable accounts and keep the system running: installation, backup, upgrade, examination, witnesses. You neither see nor do any of its work.",
    parts: [
      {
        steps: [
          "After signing in there are two registers, accounts and posts: the three administrators are kept apart, and nothing is broken.",
          "Open an account with user name, name and organisation; an enterprise is found by two characters of its name, or by its whole credit code. It gives no rights: the security administrator grants a post, and the head of the receiving unit confirms it.",
          "Disable the account of whoever leaves, with the reason; it counts at once.",
          "Read A new administrator's first day and do what it says.",
          "Who has no password or lost it gets a one-time password under Accounts and sign-in, once you are sure who it is; where phone and recovery codes are lost, ask there to remove the second factor.",
          "Let `zhiben doctor` and the backup run every day.",
          "The request number that a user reports finds its line in the log.",
        ],
      },
    ],
    troubles: [
      [
        "Somebody asks you to change the data",
        "You cannot. A post corrects by its acts; a change behind the product's back is found by verification.",
      ],
    ],
  },
  securityAdministrator: {
    title: "Security administrator: the first quarter of an hour",
    purpose:
      "You grant posts and end them, and are neither the system administrator nor the auditor. You see none of the work.",
    parts: [
      {
        steps: [
          "After signing in there are two registers, accounts and posts: the three administrators are kept apart, and nothing is broken.",
          "Grant a post: account, role, organisation, region and sectors; an enterprise is found by two characters of its name, or by its whole credit code. It counts once the head of the receiving unit confirms it, or the one above where it has none yet.",
          "A transfer leaves the old post as it was: end it, and grant the new one. An end counts at once, and the head is told.",
          "Of whoever leaves, open the account: under its posts choose a successor for each, and hand over all at once; a post without one ends.",
          "Where the system administrator asks to remove somebody's second factor, make sure with the person yourself, then confirm it or turn it down under Accounts and sign-in.",
          "See that the three are three people with three accounts.",
          "List the posts that there should be: person, organisation, region, sectors; take back those of people who left.",
          "Check officers' certificates: without one valid on the day nobody reviews.",
        ],
      },
    ],
    troubles: [
      [
        "Somebody lost their password",
        "The system administrator issues a one-time password; you may not do it for them (three separate administrators).",
      ],
      [
        "Somebody still cannot sign in",
        "See whether the post still waits: the head of the organisation in Confirmed in finds it among the work.",
      ],
    ],
  },
  auditor: {
    title: "Auditor: the first quarter of an hour",
    purpose:
      "You see who opened accounts, who granted and who confirmed, who signed in and who took what out, and watch the other two. You see none of the work.",
    parts: [
      {
        steps: [
          "After signing in there are two registers, accounts and posts: the three administrators are kept apart, and nothing is broken.",
          "Open any post for its ledger: who granted it, who confirmed it, when it ended and why.",
          "Open “Audit log” and search by user name, event and days: each line says who, when and from where, and is checked as you look.",
          "Once a week look for sign-ins at night, repeated failures, large exports.",
          "Months whose time to be kept (six months at least) is not over cannot be dropped.",
        ],
      },
    ],
    troubles: [
      [
        "The log may have been changed",
        "Press “Verify the whole log” on its page; `zhiben verify` on the server covers it together with the ledger, and one missing line is told.",
      ],
    ],
  },
};

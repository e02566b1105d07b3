import type { home as chinese } from "../zh/home.ts";

/** Words of the home page. */
export const home: typeof chinese = {
  hello: (name: string) => `Hello, ${name}`,
  openList: (title: string, total: number) => `${title} ${total}, open the list`,
  call: {
    title: "First, please make this period's self-check",
    voluntary: "Please finish the voluntary self-check that was begun",
    what: "What we ask",
    whatWords:
      "Go through the checklist item by item, fill it in, record every hazard that you find; the principal leads the check and confirms it.",
    why: "Why",
    whyWords:
      "Measure 7 of the campaign asks for standing self-checks: what is found a day earlier is put right a day earlier.",
    go: "Make the check now",
  },
  work: "My work",
  lists: { todo: "To do", acted: "Done", started: "Opened by me", copied: "For information" },
  listsWhy: {
    todo: "Waiting for your organisation and your post, the nearest deadline first",
    acted: "What you acted on and does not wait for you now",
    started: "What you opened",
    copied: "What came to your post or was told to your organisation, is still open, and is not yours to do",
  },
  listsEmpty: {
    todo: "Nothing to do",
    acted: "You have not acted on anything yet",
    started: "You have not opened anything yet",
    copied: "Nothing was sent to you for information",
  },
  more: (register: string, total: number) => `${register}: all ${total}`,
  ladders: { mine: "Deadlines of my work", scope: "Deadlines of all that I see" },
  laddersWhy: {
    mine: "How far off your deadlines are; 7 days include the 3 days before them",
    scope: "How far off the deadlines are of all that you may see; 7 days include the 3 days before them",
  },
  register: "Register",
  rungs: {
    overdue: "Overdue",
    today: "Today",
    within3: "3 days",
    within7: "7 days",
    within30: "30 days",
  },
  watched: "How it stands",
  news: "What is new",
  since: (day: string) => `Since you last signed in (${day})`,
  sinceWeek: (day: string) => `In the last week (from ${day})`,
  opened: "Opened",
  closed: "Closed",
  latest: "Hazards registered last",
  noNotices: "No notices to you yet.",
  notices: "Latest notices",
  purposes: {
    committeeOffice:
      "This post coordinates: it sees every register of its region, approves extensions and decides objections, and inspects no enterprise.",
    leader:
      "This post sees every register of its region, and every number opens down to its entries; it confirms the posts of its own people and does no other acts.",
    discipline:
      "This post sees every register of its region and the whole record of each entry, to watch over duties; it does no acts.",
    parkOffice:
      "This post sees the enterprises within the park and their hazards; the department with the duty of supervision deals with them.",
    serviceStaff:
      "This post looks after what the register says of its own service body, and keeps its contacts up to date. It gives technical support, inspects nobody, and sees no enterprise and no hazard.",
    systemAdministrator:
      "The system administrator opens and disables accounts and keeps the system running, backed up and up to date, and sees no hazards or enterprises (three separate administrators). An account by itself gives no rights: the security administrator grants a post, and the head of the unit confirms it.",
    securityAdministrator:
      "The security administrator grants posts and ends them, and sees no hazards or enterprises (three separate administrators). What is granted counts once the head of the receiving unit confirms it; an end counts at once.",
    auditor:
      "The auditor reads the ledger of accounts and posts and the log of sign-ins and exports, and sees no hazards or enterprises (three separate administrators). The log is searched, checked and taken out in “Audit log”.",
  },
};

import type { TourStep, Tours } from "../../help-text.ts";

const bell: TourStep = {
  at: "bell",
  title: "The bell",
  text: "It shows a number when an entry comes to your post or a deadline nears or passes.",
};
const help: TourStep = {
  at: "help",
  title: "Help",
  text: "On any screen the question mark opens what is written about it; the tour starts again from there too.",
};
const lists = (text: string): TourStep => ({ at: "lists", title: "What is to be done", text });
const opening = (text: string): TourStep => ({ at: "opening", title: "New entries", text });
const menu = (text: string): TourStep => ({ at: "menu", title: "The menu", text });
const purpose = (text: string): TourStep => ({ at: "purpose", title: "This post", text });

const administrator = (text: string): readonly TourStep[] => [
  purpose(text),
  {
    at: "post",
    title: "Your post",
    text: "At the top right stands as whom you act; the three administrators are three people.",
  },
  {
    ...help,
    text: "Press the question mark, then open A new administrator's first day, and do what it says.",
  },
];

export const tours: Tours = {
  safetyManager: [
    lists("All that waits for you to fill in, put right or add to. Begin with what is overdue."),
    opening("A hazard begins here. What you leave unfinished is kept."),
    menu(
      "Hazards, self-checks, risk points and your enterprise. When in doubt how to judge, open the criteria.",
    ),
    bell,
    help,
  ],
  principal: [
    lists("All that waits for you to validate and confirm, in person."),
    opening("You may enter a hazard yourself, or begin a voluntary self-check."),
    menu("Self-checks show whether this window is done, hazards whether they are put right."),
    bell,
    help,
  ],
  inspector: [
    lists(
      "All that waits for your review, countersignature or acknowledgement. A review takes two officers.",
    ),
    opening("What an inspection finds is entered here, with photos taken on the spot."),
    menu("Before an inspection look up the enterprise: its grade, permits and earlier hazards."),
    bell,
    help,
  ],
  departmentHead: [
    lists("All that waits for you to validate, close or approve. Begin with what is overdue."),
    opening("Enterprises and hazards may be entered here; mostly officers do it."),
    menu("Hazards show all of your department; keep the filters that you need as a search."),
    bell,
    help,
  ],
  committeeOffice: [
    purpose("The office coordinates and sees all of its region; it inspects no enterprise."),
    lists("Extensions to approve and objections to decide stand here."),
    menu("Registers by region, level and deadline; the plan by unit."),
    bell,
    help,
  ],
  leader: [
    purpose("You see all registers of your region and act in none."),
    menu("Filter the hazards by major and overdue; every number opens down to the entries."),
    bell,
    help,
  ],
  discipline: [
    purpose("You see all registers and every entry's ledger, to see how duties are done."),
    menu("Open any entry: who did what in which post; each line verifies and can be exported."),
    bell,
    help,
  ],
  parkOffice: [
    purpose("You see the park's enterprises and their hazards; departments act on them."),
    menu("The register of enterprises, and who missed their self-check."),
    bell,
    help,
  ],
  serviceStaff: [
    purpose("You see what the register says of your own body, and keep its contacts up to date."),
    menu("Under service bodies look at services and qualification; the department amends what is wrong."),
    bell,
    help,
  ],
  systemAdministrator: administrator(
    "You keep the system running. That you see no hazards is a rule and no fault.",
  ),
  securityAdministrator: administrator(
    "You answer for accounts and posts. That you see no hazards is a rule and no fault.",
  ),
  auditor: administrator(
    "You read sign-ins, exports and the like in “Audit log”. That you see no hazards is a rule and no fault.",
  ),
};

import { isRole } from "../../../core/scope/roles.ts";
import { type HelpPageName, type ScreenPage, screenPages } from "../../words/help-text.ts";

/** Which page of the help explains which screen, by the screen's route. */
export const pageOfRoute: Readonly<Record<string, ScreenPage>> = {
  "/sign-in": "sign-in",
  "/sign-on": "sign-in",
  "/enterprise-application": "enterprise-application",
  "/enterprise-application/status": "enterprise-application",
  "/": "home",
  "/registers/$register": "list",
  "/registers/$register/new/$act": "form",
  "/registers/$register/entries/$entry": "entry",
  "/registers/$register/entries/$entry/life": "life",
  "/registers/$register/entries/$entry/sheet": "sheet",
  "/exports": "exports",
  "/registers/$register/imports": "import-tables",
  "/imports/$import": "import-tables",
  "/board": "board",
  "/map": "map",
  "/screen": "screen",
  "/analysis": "analysis",
  "/assessments": "assessment",
  "/plan": "plan",
  "/criteria": "criteria",
  "/criteria/$code": "criteria",
  "/organisations": "organisations",
  "/rights": "rights",
  "/form-times": "form-times",
  "/partner-calls": "partner-tokens",
  "/account": "account",
  "/accounts": "accounts",
  "/audit": "audit",
  "/help": "help",
  "/help/glossary": "help",
  "/help/$page": "help",
};

/** Registers with a way of their own to be worked in, which their screens are explained by. */
const pageOfRegister: Readonly<Record<string, ScreenPage>> = {
  "self-check": "self-check",
  task: "task",
  report: "report",
  briefing: "briefing",
  document: "document",
  evaluation: "evaluation",
  "sub-plan": "sub-plan",
  directive: "directive",
  assessment: "assessment",
  "enterprise-application": "enterprise-application",
  "partner-token": "partner-tokens",
};

const plainScreens: ReadonlySet<string> = new Set<ScreenPage>(["list", "form", "entry"]);

/** The page of the help for a screen; the way into the help itself where a screen has none. */
export function helpAt(route: string, register: string | undefined): ScreenPage {
  const page = pageOfRoute[route] ?? "help";
  return (plainScreens.has(page) ? pageOfRegister[register ?? ""] : undefined) ?? page;
}

export function isHelpPage(name: string): name is HelpPageName {
  const isScreen = screenPages.some((page) => page === name);
  return isScreen || name === "administration" || (isRole(name) && name !== "system");
}

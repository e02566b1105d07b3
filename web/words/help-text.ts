import type { Role } from "../../core/scope/roles.ts";

/** A page of the help, written for a clerk: plain sentences; what stands between backquotes is typed as it is. */
export interface HelpText {
  readonly title: string;
  /** What the screen is for, or what the post is about. */
  readonly purpose: string;
  /** What one does there, in order; under a heading of its own where the way has several parts. */
  readonly parts: readonly { readonly title?: string; readonly steps: readonly string[] }[];
  /** What marks and colours mean. */
  readonly marks?: readonly (readonly [mark: string, meaning: string])[];
  /** What goes wrong, and how it is mended. */
  readonly troubles?: readonly (readonly [trouble: string, remedy: string])[];
}

/** One page per screen of the console, in the order in which the index shows them. */
export const screenPages = [
  "sign-in",
  "enterprise-application",
  "home",
  "notices",
  "list",
  "searches",
  "columns",
  "batch",
  "exports",
  "import-tables",
  "imports",
  "entry",
  "form",
  "self-check",
  "task",
  "report",
  "briefing",
  "document",
  "evaluation",
  "sub-plan",
  "directive",
  "assessment",
  "life",
  "sheet",
  "board",
  "map",
  "screen",
  "analysis",
  "plan",
  "criteria",
  "organisations",
  "rights",
  "form-times",
  "partner-tokens",
  "account",
  "accounts",
  "audit",
  "look",
  "help",
] as const;

export type ScreenPage = (typeof screenPages)[number];

/** A role that a person can hold. */
export type PersonRole = Exclude<Role, "system">;

export type HelpPageName = ScreenPage | "administration" | PersonRole;

export type HelpTexts = Readonly<Record<HelpPageName, HelpText>>;

/** What a tour can point at, all of it on the home page. */
export type TourTarget = "menu" | "lists" | "opening" | "purpose" | "bell" | "post" | "help";

export interface TourStep {
  readonly at: TourTarget;
  readonly title: string;
  readonly text: string;
}

export type Tours = Readonly<Record<PersonRole, readonly TourStep[]>>;

import type { Day } from "../../core/calendar/day.ts";
import type { PersonName } from "./cast.ts";

export type Input = Readonly<Record<string, unknown>>;

/** One act of a journey: who does it, and what is entered; told the ids of the uploaded photo, of journeys before it and of people. */
export interface Stage {
  /** `stranger`: by a public form, where nobody is signed in. */
  readonly by: PersonName | "stranger";
  readonly act: string;
  readonly input: (known: {
    readonly photo: string;
    readonly ids: ReadonlyMap<string, string>;
    readonly people: ReadonlyMap<PersonName, string>;
  }) => Input;
}

/** What the calendar brings on a day to the self-check of an enterprise, once somebody has done something to the enterprise. */
export interface CalendarStage {
  readonly by: "calendar";
  readonly on: Day;
  readonly enterprise: string;
  readonly period: string;
  readonly once?: { readonly by: PersonName; readonly act: string; readonly input: Input };
}

/** What the plan asks for by a day, of a provision (`m30-c2`) and a unit: a task where no other register is named. */
export interface PlanStage {
  readonly by: "plan";
  readonly on: Day;
  readonly provision: string;
  readonly unit: string;
  readonly register?: "document" | "sub-plan" | "evaluation";
}

/** A report that a unit owes of a period, opened by a day. */
export interface ReportStage {
  readonly by: "reports";
  readonly on: Day;
  readonly kind: string;
  readonly unit: string;
}

export const stage = (by: Stage["by"], act: string, input: Input | Stage["input"] = {}): Stage => ({
  by,
  act,
  input: typeof input === "function" ? input : () => input,
});

/** The photo that was uploaded, in a field of its own. */
export const photos =
  (field: string, own: Input = {}): Stage["input"] =>
  (known) => ({ ...own, [field]: [known.photo] });

/** Somebody names somebody in a comment, which everybody may read. */
export const naming = (by: PersonName, named: PersonName): Stage =>
  stage(by, "comment", ({ people }) => ({
    comment: "请核对现场情况",
    audience: "everyone",
    mentions: [people.get(named)],
  }));

/** The ground on which personal words are erased. */
export const ground = { erasureBasis: "第四十七条第一款第一项：处理目的已实现" };

export interface Journey {
  readonly register: string;
  /** The enterprise or service body of the cast on which it goes on, where only its own people may do what is done. */
  readonly on?: string;
  readonly stages: readonly (Stage | CalendarStage | PlanStage | ReportStage)[];
  /** The journey whose entry opened this one. */
  readonly openedBy?: string;
}

export type Journeys = Readonly<Record<string, Journey>>;

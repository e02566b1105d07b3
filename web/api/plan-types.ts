import type { Day } from "../../core/calendar/day.ts";
import type { ClauseDate, Frequency, PlanSection, Reading, Target } from "../../core/pack/plan.ts";
import type { Words } from "../../core/words.ts";

/** A unit as the plan names it in one place. */
export interface UnitView {
  readonly unit: string;
  readonly name: Words;
  /** The words of the plan. */
  readonly words: string;
}

/** What a clause sets; a measure gathers that of its clauses. */
export interface PlanDue {
  readonly dates: readonly ClauseDate[];
  readonly frequencies: readonly Frequency[];
  readonly targets: readonly Target[];
  /** What we read out of it beside its words. */
  readonly readings: readonly Reading[];
}

export interface ClauseView extends PlanDue {
  readonly number: number;
  readonly text: string;
  readonly leads: readonly UnitView[];
  readonly joint: readonly UnitView[];
}

export interface MeasureView extends PlanDue {
  readonly number: number;
  readonly action: number;
  readonly title: Words;
  readonly text: string;
  readonly leads: readonly UnitView[];
  /** `everywhere` where the plan says once for all measures that the unit answers for them. */
  readonly joint: readonly (UnitView & { readonly everywhere: boolean })[];
  readonly clauses: readonly ClauseView[];
  readonly registers: readonly { readonly name: string; readonly words: Words }[];
}

export interface SectionView {
  readonly kind: PlanSection["kind"];
  readonly number?: number;
  readonly heading: string;
  readonly title: Words;
  readonly text?: string;
  readonly clauses: readonly ClauseView[];
}

export interface PlanUnit {
  readonly id: string;
  readonly name: Words;
  /** Null for a group. */
  readonly organisation: string | null;
  readonly members: readonly string[];
  readonly toBeConfirmed: boolean;
}

export interface CampaignView {
  readonly name: Words;
  readonly issuer: Words;
  readonly implements: string;
  readonly from: Day;
  readonly to: Day;
  readonly source: string;
  readonly sections: readonly SectionView[];
  readonly leadingGroup: readonly { readonly as: Words; readonly who: string }[];
  readonly taskForce: readonly UnitView[];
  readonly actions: readonly {
    readonly number: number;
    readonly title: Words;
    readonly heading: string;
    readonly measures: readonly number[];
  }[];
  readonly units: readonly PlanUnit[];
  /** The units under which the person's own organisation finds its part. */
  readonly own: readonly string[];
}

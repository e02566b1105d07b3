import type { Day } from "../../core/calendar/day.ts";
import type { BoardUnit } from "../../core/campaign/board-units.ts";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { LampColour } from "../../core/campaign/lamp.ts";
import type { TargetSection, Threshold } from "../../core/campaign/target.ts";
import type { Period, Target } from "../../core/pack/plan.ts";
import type { Words } from "../../core/words.ts";

/** A lamp; `reason` is a place among the board's reasons. */
export interface LampView {
  readonly colour: LampColour;
  readonly reason: number;
}

/** A lamp with the target and the unit by which it has its colour. */
export interface WorstView extends LampView {
  readonly unit: string;
  readonly target: string;
}

/** A figure with the addresses of the lists that it counts. */
export interface BoardFigure {
  readonly value: number | null;
  readonly counted: number;
  readonly of?: number;
  readonly opens: string;
  readonly opensOf?: string;
  /** What is counted is what is missing from the whole. */
  readonly rest?: true;
}

export interface ShareView extends LampView {
  readonly unit: string;
  readonly figure?: BoardFigure;
  readonly tasks?: { readonly total: number; readonly opens: string };
}

export interface TargetView {
  readonly id: string;
  readonly measure?: number;
  readonly section?: string;
  readonly clause: number;
  readonly words: Words;
  readonly text?: string;
  readonly planned?: Pick<Target, "comparison" | "value" | "unit">;
  readonly by?: Day;
  readonly every?: Period;
  readonly source: string;
  readonly toBeConfirmed: boolean;
  readonly proof?: {
    readonly indicator: string;
    readonly name: Words;
    readonly says: Words;
    readonly unit: Indicator["unit"];
    readonly better: Indicator["better"];
    readonly threshold: Threshold;
    readonly whole: BoardFigure;
  };
  readonly shares: readonly ShareView[];
}

export interface BoardUnitView {
  readonly id: string;
  readonly kind: BoardUnit["kind"];
  readonly name: Words;
  readonly shortName: Words;
}

export interface MeasureOnBoard {
  readonly number: number;
  readonly action: number;
  readonly title: Words;
  readonly lamp: WorstView | null;
  readonly cells: readonly WorstView[];
}

export interface SectionOnBoard {
  readonly id: string;
  readonly kind: TargetSection;
  readonly number: number;
  readonly title: Words;
  readonly lamp: WorstView | null;
}

/** How every measure stands for every unit in sight on a day. */
export interface Board {
  readonly day: Day;
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
  /** Absent while the campaign is open. */
  readonly closed?: { readonly on: Day; readonly asOf: Day };
  readonly sectors: "all" | readonly string[];
  readonly units: readonly BoardUnitView[];
  readonly actions: readonly { readonly number: number; readonly title: Words }[];
  readonly measures: readonly MeasureOnBoard[];
  readonly sections: readonly SectionOnBoard[];
  readonly targets: readonly TargetView[];
  readonly reasons: readonly Words[];
}

import type { Day } from "../../core/calendar/day.ts";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { Score } from "../../core/register/scores.ts";
import type { Words } from "../../core/words.ts";
import type { BoardFigure } from "./board-types.ts";

interface SchemeView {
  readonly version: string;
  readonly scheme: Words;
  readonly from: Day;
  readonly source: string;
  readonly grades: readonly { readonly id: string; readonly name: Words; readonly from: number }[];
}

/** An item of a scheme with its points. */
export interface ScoreRow {
  readonly id: string;
  readonly name: Words;
  readonly weight: number;
  readonly by?: {
    readonly name: Words;
    readonly rule: Words;
    readonly figure: BoardFigure & { readonly unit: Indicator["unit"] };
  };
  readonly judged?: Words;
  readonly self?: Omit<Score, "item">;
  readonly verified?: Omit<Score, "item">;
  readonly points: number | null;
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

export interface VetoRow {
  readonly id: string;
  readonly name: Words;
  readonly byFigure: boolean;
  readonly isMet: boolean;
  readonly reason?: string;
  readonly gradeAtMost: Words;
  readonly source: string;
}

export interface ScoreSheet extends SchemeView {
  readonly year: string;
  readonly isFixed: boolean;
  readonly asOf?: Day;
  readonly groups: readonly { readonly name: Words; readonly items: readonly ScoreRow[] }[];
  readonly vetoes: readonly VetoRow[];
  readonly score: number | null;
  readonly grade: Words | null;
}

export interface Ranking {
  readonly years: readonly string[];
  readonly year: string | null;
  readonly schemes: readonly (SchemeView & {
    readonly kinds: readonly string[];
    readonly rows: readonly {
      readonly place: number;
      readonly id: string;
      readonly number: string;
      readonly unit: Words;
      readonly score: number;
      readonly grade: Words;
    }[];
  })[];
}

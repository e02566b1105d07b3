import type { Day } from "../../core/calendar/day.ts";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { Words } from "../../core/words.ts";

/** A figure with the addresses of the lists that it counts. */
export interface CountedFigure {
  readonly value: number | null;
  /** That it counts fewer people than this, and is not told. */
  readonly fewBelow?: number;
  /** That it would give away one that is few. */
  readonly withheld?: true;
  /** Among the places that the entry ranks by it. */
  readonly rank?: number;
  readonly counted: number;
  readonly of?: number;
  readonly opens: string;
  readonly opensOf?: string;
}

/** A frozen figure beside what it would be today. */
export interface ComparedFigure {
  readonly indicator: string;
  readonly name: Words;
  /** Where it is counted, if the entry keeps it of several places. */
  readonly place?: Words;
  /** That the place is a sector, and no region. */
  readonly sector?: true;
  readonly unit: Indicator["unit"];
  readonly rest: boolean;
  readonly from: Day;
  readonly to: Day;
  /** Known by the end of this day. */
  readonly asOf: Day;
  readonly frozen: CountedFigure;
  readonly reproduced: boolean;
  readonly today: CountedFigure;
  readonly difference: number | null;
  /** Lists of what came to the count, or went from it, since. */
  readonly changed: readonly string[];
}

export interface EntryFigures {
  readonly today: Day;
  readonly figures: Readonly<Record<string, readonly ComparedFigure[]>>;
}

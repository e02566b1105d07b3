import type { Day } from "../calendar/day.ts";
import type { JudgedSpan } from "../pack/library.ts";
import type { Words } from "../words.ts";

/** A criteria item of the version in force on the day that the act asks about. */
export interface CriteriaFact {
  readonly id: string;
  readonly from: Day;
  readonly to?: Day | undefined;
  /** What it says in the version in force, in Chinese: an entry keeps what it was judged by, whatever a pack says later. */
  readonly says?: string | undefined;
  /** 其他 …: it names no state of things of its own. */
  readonly catchAll?: boolean | undefined;
  /** Of a key check item (重点检查事项): when which sectors have criteria, which go before it. */
  readonly standsBehind?: readonly JudgedSpan[] | undefined;
  /** Of one that was imported by mistake: the day from which nobody cites it. */
  readonly withdrawnOn?: Day | undefined;
}

/** An item of a checklist on the day that it is asked: a criteria item with the words of it. */
export interface ChecklistItem extends CriteriaFact {
  readonly article: string;
  readonly text: Words;
}

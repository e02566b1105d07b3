import type { Fault } from "../../../core/ledger/faults.ts";

const faultsNamed = 100;

/** Takes up faults as they are found: counts all of them, and keeps the first by position in the ledger. */
export interface FaultLog {
  add(fault: Fault): void;
  readonly count: number;
  /** The first ones, those of lines with a position in its order, then the others as they were found. */
  first(): readonly Fault[];
}

export function newFaultLog(): FaultLog {
  let kept: Fault[] = [];
  let count = 0;
  const shorten = () => {
    kept = kept.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, faultsNamed);
  };
  return {
    add(fault) {
      count += 1;
      kept.push(fault);
      // However much is wrong, what is kept stays small.
      if (kept.length >= faultsNamed * 10) shorten();
    },
    get count() {
      return count;
    },
    first() {
      shorten();
      return kept;
    },
  };
}

const placeOf = ({ position }: Fault): number => position ?? Number.POSITIVE_INFINITY;

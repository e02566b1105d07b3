import type { PackProblemCode } from "../../core/pack/pack-problem.ts";

/** A file of the small pack with one thing wrong in it, and where that is told. */
export interface Faulty {
  readonly story: string;
  readonly content: unknown;
  readonly at: string;
  readonly code: PackProblemCode;
}

import type { Excess, ProblemCode } from "../problems.ts";

/** A field as far as it says how much of a value there may be. */
interface Bounded {
  readonly kind: string;
  readonly maxLength?: number;
  readonly max?: number;
}

/** How much of a value there may be and how much there is, where it is too much of it. */
export function excessOf(
  { kind, maxLength, max }: Bounded,
  value: unknown,
  code: ProblemCode,
): Excess | undefined {
  if (code === "too-long" && maxLength !== undefined && typeof value === "string")
    return { most: maxLength, given: Array.from(value).length };
  // The same file twice is too many of it, however few they are.
  if (code === "too-many" && kind === "files" && max !== undefined && Array.isArray(value))
    return value.length > max ? { most: max, given: value.length } : undefined;
  return undefined;
}

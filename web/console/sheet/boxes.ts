/** A box of a sheet, and whether it takes the whole width. */
export interface BoxPlace {
  readonly name: string;
  readonly isWide: boolean;
}

/** Boxes two by two; one that would stand alone in its line fills it, so that no line has a hole. */
export function boxesOf(fields: readonly string[], isLong: (name: string) => boolean): readonly BoxPlace[] {
  const placed: BoxPlace[] = [];
  let isRight = false;
  for (const [at, name] of fields.entries()) {
    const next = fields[at + 1];
    const isWide: boolean = isLong(name) || (!isRight && (next === undefined || isLong(next)));
    placed.push({ name, isWide });
    isRight = !isWide && !isRight;
  }
  return placed;
}

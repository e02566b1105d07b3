import { isFew, type Untold } from "./few.ts";

/** Along which edge of a table the figures add up: those of a column to the last row, those of a row to the last column. */
export interface AddsUp {
  readonly rows: boolean;
  readonly columns: boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * What of a table over people is not told, figure by figure. The last row and the last column are the totals, their corner the whole. What
 * is below the threshold and not nothing is "few". Where the told figures of its row and its column would give it away, three more are
 * untold that stand with it at the corners of a rectangle, the smallest that will do. Totals that do not add up are all withheld: what
 * stands at the end of a period is one of its own figures. For each that is few another value fits all that is told, with "few" read as
 * nothing up to the threshold.
 */
export function untoldTable(
  figures: readonly (readonly number[])[],
  below: number,
  adds: AddsUp = { rows: true, columns: true },
): readonly (readonly (Untold | undefined)[])[] {
  const table = new FewTable(figures, below, adds);
  for (const place of table.places()) while (table.isGivenAway(place) && table.hideAround(place));
  return table.untold;
}

/**
 * Figures whose rows and columns all come to nothing when totals count against them. Then other figures fit what is told exactly where
 * one unit can go round through untold ones, from a row to a column and back: up in one place, down in the next.
 */
class FewTable {
  readonly untold: (Untold | undefined)[][];
  private readonly lastRow: number;
  private readonly lastColumn: number;
  private readonly figures: readonly (readonly number[])[];
  private readonly below: number;
  private readonly adds: AddsUp;

  constructor(figures: readonly (readonly number[])[], below: number, adds: AddsUp) {
    this.figures = figures;
    this.below = below;
    this.adds = adds;
    this.lastRow = figures.length - 1;
    this.lastColumn = (figures[0]?.length ?? 0) - 1;
    this.untold = figures.map((line, row) =>
      line.map((count, column): Untold | undefined => {
        if (isFew(count, below)) return "few";
        return this.isFree({ row, column }) ? "withheld" : undefined;
      }),
    );
  }

  places(): readonly Place[] {
    return this.figures.flatMap((line, row) => line.map((_, column) => ({ row, column })));
  }

  /** Whether what is told leaves a figure over few people no other value. */
  isGivenAway(place: Place): boolean {
    if (!isFew(this.count(place), this.below) || this.isFree(place)) return false;
    return !([1, -1] as const).some((unit) => this.allows(place, unit) && this.goesRound(place, unit));
  }

  /** Leaves untold the corners of the rectangle with the fewest told through which a unit can go round; false where there is no other. */
  hideAround(place: Place): boolean {
    const rectangles = this.places().flatMap((across) => {
      if (across.row === place.row || across.column === place.column) return [];
      const beside = [
        { row: place.row, column: across.column },
        { row: across.row, column: place.column },
      ];
      const told = [...beside, across].filter((corner) => this.at(corner) === undefined);
      if (told.length === 0) return [];
      const isRound = ([1, -1] as const).some(
        (unit) =>
          [place, across].every((corner) => this.allows(corner, unit)) &&
          beside.every((corner) => this.allows(corner, unit === 1 ? -1 : 1)),
      );
      const cost = told.reduce((sum, corner) => sum + this.count(corner), 0);
      return [{ told, isRound, cost }];
    });
    const [best] = rectangles.sort(
      (one, other) => Number(other.isRound) - Number(one.isRound) || one.cost - other.cost,
    );
    for (const { row, column } of best?.told ?? []) {
      const line = this.untold[row];
      if (line) line[column] = this.count({ row, column }) < this.below ? "few" : "withheld";
    }
    return best !== undefined;
  }

  private count({ row, column }: Place): number {
    return this.figures[row]?.[column] ?? 0;
  }

  private at({ row, column }: Place): Untold | undefined {
    return this.untold[row]?.[column];
  }

  /** A total that is none of its line: nothing follows from it. */
  private isFree({ row, column }: Place): boolean {
    return (row === this.lastRow && !this.adds.rows) || (column === this.lastColumn && !this.adds.columns);
  }

  /** Whether a figure can be one more or less as far as it is told; a total counts against its line. */
  private allows(place: Place, unit: 1 | -1): boolean {
    if (this.isFree(place)) return true;
    const isTotal = (place.row === this.lastRow) !== (place.column === this.lastColumn);
    const count = this.count(place);
    const other = count + (isTotal ? -unit : unit);
    return other >= 0 && (count >= this.below || other < this.below);
  }

  /** Whether a unit that goes through a place comes back to it through others that are untold. */
  private goesRound(start: Place, unit: 1 | -1): boolean {
    const [rows, columns] = [new Set<number>(), new Set<number>()];
    const isOther = (place: Place) => place.row !== start.row || place.column !== start.column;
    const leads = (place: Place, step: 1 | -1) =>
      this.at(place) !== undefined && isOther(place) && this.allows(place, step);
    let next: Partial<Place>[] = unit === 1 ? [{ column: start.column }] : [{ row: start.row }];
    while (next.length > 0) {
      const reached: Partial<Place>[] = [];
      for (const { row, column } of next) {
        if (row !== undefined)
          for (let to = 0; to <= this.lastColumn; to++)
            if (!columns.has(to) && leads({ row, column: to }, 1)) {
              columns.add(to);
              reached.push({ column: to });
            }
        if (column !== undefined)
          for (let to = 0; to <= this.lastRow; to++)
            if (!rows.has(to) && leads({ row: to, column }, -1)) {
              rows.add(to);
              reached.push({ row: to });
            }
      }
      next = reached;
    }
    return unit === 1 ? rows.has(start.row) : columns.has(start.column);
  }
}

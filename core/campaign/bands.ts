/** Numbers from one to another, both included; without an end all above. */
export interface Band {
  readonly from: number;
  readonly to?: number;
}

/** By how many days closings are told apart. Design, by no rule; no day lies in two of them, and none between. */
export const dayBands: readonly Band[] = [
  { from: 0, to: 7 },
  { from: 8, to: 15 },
  { from: 16, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
  { from: 91 },
];

export const isIn = ({ from, to }: Band, number: number): boolean =>
  number >= from && (to === undefined || number <= to);

/** How many there are in each band, of how many there are of each number. */
export const inBands = (numbers: readonly { readonly number: number; readonly count: number }[]) =>
  dayBands.map((band) => ({
    band,
    count: numbers.reduce((total, { number, count }) => total + (isIn(band, number) ? count : 0), 0),
  }));

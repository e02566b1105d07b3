/** What requests are counted as. */
export const rateClasses = ["reads", "writes", "exports"] as const;
export type RateClass = (typeof rateClasses)[number];

/** How often an account may ask in a minute, by class. */
export type Rates = Readonly<Record<RateClass, number>>;

/** Ours (待核实): far above what a person's pages ask for, and below what would empty a register in an hour. */
export const usualRates: Rates = { reads: 1_200, writes: 300, exports: 20 };

/** An office of 200 may share an address, and not all of them are at work in the same minute. */
export const accountsPerAddress = 50;

import type { TibetanWords } from "./tibetan.ts";

/**
 * The Tibetan of the public pages. A text comes here with `checked: null` from whoever wrote it, and is shown once somebody who reads
 * Tibetan stands beside it by name. None has been checked so far.
 */
export const bo: TibetanWords = {};

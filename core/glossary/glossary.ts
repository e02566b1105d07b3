import { campaignTerms } from "./campaign-terms.ts";
import { systemTerms } from "./system-terms.ts";
import type { Terms } from "./term.ts";
import { workTerms } from "./work-terms.ts";

/** Every word that means something particular here: `docs/glossary.md`, the page of the console and what it explains in passing. */
export const glossary: Terms = { ...campaignTerms, ...workTerms, ...systemTerms };

import { z } from "zod";
import type { Json } from "../core/ledger/canonical.ts";
import { isHashAlgorithm } from "./store/digests.ts";

/** The file that proves an entry's history to a third party; the API answers it, `zhiben verify FILE` reads it. */
export const proofFile = z.object({
  format: z.literal("zhiben-proof/1"),
  register: z.string(),
  entry: z.string(),
  hash: z.string().refine(isHashAlgorithm),
  lines: z.array(z.object({ text: z.string(), position: z.int().min(0), path: z.array(z.string()).max(64) })),
  values: z.array(
    z.object({
      version: z.int(),
      field: z.string(),
      salt: z.string(),
      value: z.json().transform((json): Json => json),
    }),
  ),
  checkpoint: z.string(),
  /** Public keys of the installation. Whoever checks the proof compares them with those that they were given another way. */
  keys: z.array(z.string()),
});

export type ProofFile = z.output<typeof proofFile>;

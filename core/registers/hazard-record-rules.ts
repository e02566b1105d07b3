import { type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import type { HazardValues } from "./hazard-fields.ts";

type Hazard = Attempt<HazardValues>;

/** What happened to a hazard happened between its finding and the act that tells of it. */
export const happenedMeanwhile =
  (field: "reportedOn" | "acceptedOn" | "publishedOn") =>
  ({ entry, input, day }: Hazard): Refusal | undefined => {
    const told = input[field];
    if (told === undefined) return undefined;
    if (told > day) return refusal("day-outside-the-matter", [{ field, code: "too-large" }]);
    return told < (entry.values.foundOn ?? "")
      ? refusal("day-outside-the-matter", [{ field, code: "too-small" }])
      : undefined;
  };

/** What goes when a judgement does not stand. The items stay as a proposal for the next; by which version is settled anew. */
export const unjudged = {
  level: null,
  criteriaFrom: null,
  criteriaText: null,
  secondItemFrom: null,
  thirdItemFrom: null,
  fourthItemFrom: null,
  repeated: null,
  repeatOf: null,
} as const;

/** What goes when a hazard that was closed is worked on again; the ledger keeps what was made public. */
export const unpublished = {
  publishedOn: null,
  publishedIn: null,
  publicationReference: null,
  publicationFiles: null,
} as const;

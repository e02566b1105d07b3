import type { Faulty } from "./faulty.ts";
import { outline } from "./small-pack.ts";

const outlines = (...differs: readonly object[]) => ({
  outlines: differs.map((one) => ({ ...outline, ...one })),
});

/** Outlines with one thing wrong in each, and where it is told. */
export const faultyOutlines: readonly Faulty[] = [
  {
    story: "an outline is of no region",
    content: outlines({ region: "533499" }),
    at: "/outlines/0/region",
    code: "unknown-region",
  },
  {
    story: "a region has two outlines",
    content: outlines({}, {}),
    at: "/outlines/1/region",
    code: "duplicate",
  },
  {
    story: "a latitude is none",
    content: outlines({
      rings: [
        [
          [99, 27],
          [100, 27],
          [100, 99],
          [99, 27],
        ],
      ],
    }),
    at: "/outlines/0/rings/0/2/1",
    code: "out-of-range",
  },
  {
    story: "a ring does not end where it begins",
    content: outlines({
      rings: [
        [
          [99, 27],
          [100, 27],
          [100, 28],
          [99, 28],
        ],
      ],
    }),
    at: "/outlines/0/rings/0",
    code: "ring-not-closed",
  },
  {
    story: "nobody knows in which system it was published",
    content: outlines({ system: "unknown" }),
    at: "/outlines/0/system",
    code: "not-an-option",
  },
  {
    story: "an approval number is none",
    content: { outlines: [outline], mapApproval: "待定" },
    at: "/mapApproval",
    code: "bad-pattern",
  },
];

import type { Faulty } from "./faulty.ts";
import { ladder } from "./small-pack.ts";

const ladders = (...differs: readonly object[]) => ({
  ladders: differs.map((one) => ({ ...ladder, ...one })),
});

/** Reminder ladders with one thing wrong in each, and where it is told. */
export const faultyLadders: readonly Faulty[] = [
  {
    story: "two for everything are in force at once",
    content: ladders({ to: "2024-12-31" }, { level: "major" }, { from: "2024-12-31" }),
    at: "/ladders/2/from",
    code: "versions-overlap",
  },
  {
    story: "it ends before it begins",
    content: ladders({ to: "2023-12-31" }),
    at: "/ladders/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "somebody is reminded who is none of those whom a ladder knows",
    content: ladders({ rungs: [{ who: "mayor", after: 1 }] }),
    at: "/ladders/0/rungs/0/who",
    code: "not-an-option",
  },
  {
    story: "a rung lies between two days",
    content: ladders({ rungs: [{ who: "handler", after: 0.5 }] }),
    at: "/ladders/0/rungs/0/after",
    code: "wrong-type",
  },
  {
    story: "one is reminded twice on one day",
    content: ladders({
      rungs: [
        { who: "handler", after: 1 },
        { who: "handler", after: 1 },
      ],
    }),
    at: "/ladders/0/rungs/1/after",
    code: "duplicate",
  },
  {
    story: "the leader hears of it before the head of the unit does",
    content: ladders({
      rungs: [
        { who: "handler", after: 0 },
        { who: "leader", after: 2 },
        { who: "head", after: 3 },
      ],
    }),
    at: "/ladders/0/rungs/1/after",
    code: "rung-out-of-order",
  },
];

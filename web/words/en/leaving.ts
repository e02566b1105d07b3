import type { leaving as zh } from "../zh/leaving.ts";

export const leaving: typeof zh = {
  title: "Posts, and handing them over",
  waits: (total) => `${total} waiting`,
  last: "nobody else holds this role",
  handOver: "Hand over everything at once",
  why: "All posts of this person in one act: a successor is granted the same role over the same, which counts once the head of the receiving organisation confirms it; a post without one ends; one that still awaits confirmation is taken back. If one of them cannot be done, none is.",
  successor: (post) => `${post}: successor`,
  takenBack: (post) => `${post}: awaits confirmation, is taken back, and needs no successor`,
  endsFrom: "Ends from (no longer held from this day on)",
  reason: "Reason",
  missing: "Say from which day, and why",
  reasonMissing: "Say why",
  ends: (count) =>
    count === 1 ? "One post has no successor and ends." : `${count} posts have no successor and end.`,
  submit: (count) => (count === 1 ? "Hand over the one post" : `Hand over all ${count} posts`),
};

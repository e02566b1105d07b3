import type { comments as chinese } from "../zh/comments.ts";

/** Words of comments, and of what changed since the last look. */
export const comments: typeof chinese = {
  title: "Comments",
  empty: "No comments yet",
  failed: "The comments cannot be read at present",
  more: "Show later comments",
  label: "Write a comment",
  help: "Type @ to tell somebody who sees this entry. A comment is kept for good and cannot be changed.",
  audience: "Who reads it",
  send: "Comment",
  sendAmong: "Comment (supervising side only)",
  among: "Supervising side only",
  withheld: "For the supervising side only",
  erased: "Erased by law",
  required: "Write something first",
  sent: "The comment stands",
  restored: (time) => `What was written at ${time} and not sent is here again`,
  people: "People who may be named",
  found: (count) =>
    count === 0
      ? "Nobody who may be named"
      : `${count === 1 ? "1 person" : `${count} people`} found; choose by the arrow keys and Enter`,
  left: (count) => `${count} characters left`,
  notNamed: (names) => `${names} would not see this comment; leave them out`,
  since: (time, count) => `Since you last looked (${time}): ${count === 1 ? "1 change" : `${count} changes`}`,
  seen: "Seen",
};

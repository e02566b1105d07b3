import type { EntryView, Mention } from "./types.ts";

/** A problem document (RFC 9457) as the server sends it, in the asked language. */
export interface ProblemBody {
  readonly title: string;
  readonly status: number;
  /** More than the title tells, for this one time. */
  readonly detail?: string;
  readonly code: string;
  readonly problems?: readonly LocatedProblem[];
  readonly requestId?: string;
  /** With a stale version: the entry as it stands now. */
  readonly current?: EntryView;
  /** Entries that stand in the way. */
  readonly entries?: readonly Mention[];
}

interface LocatedProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** Whatever kept a request from being answered as asked. No answer at all has the code `no-answer` and status 0. */
export class ProblemError extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.title);
    this.name = "ProblemError";
    this.body = body;
  }
}

export const noAnswer = (): ProblemError => new ProblemError({ title: "", status: 0, code: "no-answer" });

export function problemOf(error: unknown): ProblemBody {
  return error instanceof ProblemError ? error.body : { title: "", status: 500, code: "internal-error" };
}

export const isNoAnswer = (error: unknown): boolean => problemOf(error).status === 0;

/** Whether the session has ended, as opposed to a wrong password. */
export const isSignedOut = (error: unknown): boolean => endings.has(problemOf(error).code);

const endings: ReadonlySet<string> = new Set(["not-signed-in", "session-ended", "session-locked"]);

/** Why the session ended, for whoever is asked to sign in again; undefined where there is nothing to tell. */
export function whySignedOut(error: unknown): string | undefined {
  const { code, title, detail } = problemOf(error);
  return code === "session-locked" ? title : detail;
}

/** Whether the thing is not there for this person: absent or not theirs, which is the same answer. */
export const isAbsent = (error: unknown): boolean => problemOf(error).code === "not-found";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { mayAsk, type RightName } from "../../core/scope/rights.ts";
import { isRole } from "../../core/scope/roles.ts";
import * as queries from "../api/queries.ts";
import type { Session } from "../api/types.ts";

/** Who is signed in; only below the shell, whose loader has made sure of it. */
export function useSession(): Session {
  return useSuspenseQuery(queries.session).data;
}

/** Whether the present post has any business with a register: its server names those with which it has. */
export function useHasBusinessWith(register: string): boolean {
  return useSuspenseQuery(queries.registers).data.some(({ name }) => name === register);
}

/** Whether the present post may ask for what a right opens. */
export function useMayAsk(right: RightName): boolean {
  const { role } = useSession().post;
  return isRole(role) && mayAsk(role, right);
}

interface Ended {
  /** Why, where it was ended from elsewhere. */
  readonly why: string | undefined;
}

// A session can end under any request, so that any of them may have to tell the shell.
let ended: Ended | undefined;
const listeners = new Set<() => void>();

function setEnded(now: Ended | undefined): void {
  ended = now;
  for (const listener of listeners) listener();
}

// The first answer that says so says why; what comes after it may not know any more.
export const markSessionEnded = (why?: string): void => setEnded({ why: ended?.why ?? why });
export function markSessionRenewed(): void {
  endedBefore = undefined;
  setEnded(undefined);
}

let endedBefore: string | undefined;

/** A page was asked for in a session that had ended, so that the sign-in page comes in its place. */
export function markEndedBefore(why: string | undefined): void {
  markSessionRenewed();
  endedBefore = why;
}

/** Why the session had ended in whose place the sign-in page stands; undefined where nobody knows. */
export const whyEndedBefore = (): string | undefined => endedBefore;

/** What the server has said where nobody is signed in any more. */
export function useSessionEnded(): Ended | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}

/** Whether somebody finds anything on the board: the plan gives enterprises no measure to answer for. */
export function useSeesBoard(): boolean {
  const { post } = useSession();
  return useMayAsk("figures") && post.level !== "enterprise";
}

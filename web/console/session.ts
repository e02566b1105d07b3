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

// A session can end under any request, so that any of them may have to tell the shell.
let ended = false;
const listeners = new Set<() => void>();

function setEnded(now: boolean): void {
  ended = now;
  for (const listener of listeners) listener();
}

export const markSessionEnded = (): void => setEnded(true);
export const markSessionRenewed = (): void => setEnded(false);

/** Whether the server has said that nobody is signed in any more. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}

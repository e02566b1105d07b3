import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { isSignedOut, whySignedOut } from "../api/problem.ts";
import * as queries from "../api/queries.ts";
import { Shell } from "./Shell.tsx";
import { markEndedBefore } from "./session.ts";

export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()();

/** Lets whoever is signed in pass, and leads anybody else to the sign-in page, from which they come back. */
export async function passSignedIn(queryClient: QueryClient, href: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(queries.session);
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    markEndedBefore(whySignedOut(error));
    throw redirect({ to: "/sign-in", search: href === "/" ? {} : { to: href } });
  }
}

/** The frame with menu and tabs, in which all pages stand that ask for a session. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  beforeLoad: ({ context: { queryClient }, location }) => passSignedIn(queryClient, location.href),
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.registers),
      queryClient.ensureQueryData(queries.waiting),
    ]),
  component: Shell,
});

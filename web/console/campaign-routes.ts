import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { indicators, readyViews } from "../api/analysis.ts";
import { mapView } from "../api/map.ts";
import * as queries from "../api/queries.ts";
import { searchOfAnalysis } from "./analysis/analysis-view.ts";
import { searchOfRanking } from "./assessment/ranking.ts";
import { searchOfBoard } from "./board/board-view.ts";
import { searchOfMap } from "./map/map-search.ts";
import { BoardProblemPage } from "./pages/BoardProblemPage.tsx";
import { searchOfPlan } from "./plan/plan-view.ts";
import { passSignedIn, rootRoute, shellRoute } from "./shell-route.ts";

const planRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/plan",
  validateSearch: searchOfPlan,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.campaign),
      queryClient.ensureQueryData(queries.measures),
    ]),
  component: lazyRouteComponent(() => import("./pages/PlanPage.tsx")),
});

const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/board",
  validateSearch: searchOfBoard,
  loaderDeps: ({ search: { day } }) => ({ day }),
  loader: ({ context: { queryClient }, deps: { day } }) => queryClient.ensureQueryData(queries.board(day)),
  component: lazyRouteComponent(() => import("./pages/BoardPage.tsx")),
  errorComponent: BoardProblemPage,
});

const mapRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/map",
  validateSearch: searchOfMap,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(mapView),
      queryClient.ensureQueryData(indicators),
      queryClient.ensureQueryData(queries.regions),
    ]),
  component: lazyRouteComponent(() => import("./pages/MapPage.tsx")),
});

const analysisRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/analysis",
  validateSearch: searchOfAnalysis,
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(indicators), queryClient.ensureQueryData(readyViews)]),
  component: lazyRouteComponent(() => import("./pages/AnalysisPage.tsx")),
});

/** The big screen stands outside the frame, for a wall has no menu. Its link carries the secret behind a #, which no server is told. */
export const screenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/screen",
  beforeLoad: async ({ context: { queryClient }, location: { hash } }) => {
    if (hash === "") await passSignedIn(queryClient, "/screen");
  },
  loader: ({ location: { hash } }) => ({ secret: hash === "" ? undefined : hash }),
  component: lazyRouteComponent(() => import("./pages/ScreenPage.tsx")),
});

const assessmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/assessments",
  validateSearch: searchOfRanking,
  loaderDeps: ({ search: { year } }) => ({ year }),
  loader: ({ context: { queryClient }, deps: { year } }) =>
    queryClient.ensureQueryData(queries.ranking(year)),
  component: lazyRouteComponent(() => import("./pages/AssessmentsPage.tsx")),
});

/** The pages of the campaign: its plan, how far it is, where, and what its figures say. */
export const campaignRoutes = [planRoute, boardRoute, mapRoute, analysisRoute, assessmentsRoute] as const;

import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, notFound } from "@tanstack/react-router";
import { applicationOffers } from "../api/applications.ts";
import { auditLines, auditRetention } from "../api/audit.ts";
import { ownExports } from "../api/exports.ts";
import { oneImport, ownImports } from "../api/imports.ts";
import { partnerCalls } from "../api/partner-calls.ts";
import * as queries from "../api/queries.ts";
import { endAddress } from "../api/sign-on.ts";
import type { WarningView } from "../api/types.ts";
import { campaignRoutes, screenRoute } from "./campaign-routes.ts";
import { isHelpPage } from "./help/pages.ts";
import { listQuery, searchOfAddress } from "./list/address.ts";
import { EntryProblemPage } from "./pages/EntryProblemPage.tsx";
import { Loading } from "./pages/Loading.tsx";
import { NotFoundPage, ProblemPage } from "./pages/ProblemPage.tsx";
import { isSaid, plainSearch, searchOfSignIn } from "./plain-search.ts";
import { scrollPlace } from "./scroll-place.ts";
import { rootRoute, shellRoute } from "./shell-route.ts";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: searchOfSignIn,
  loaderDeps: ({ search: { left } }) => ({ left }),
  loader: ({ context: { queryClient }, deps: { left } }) =>
    Promise.all([
      queryClient.prefetchQuery(queries.health),
      left === "provider" && queryClient.prefetchQuery(endAddress),
    ]),
  component: lazyRouteComponent(() => import("./pages/SignInPage.tsx")),
});

/** Where the identity provider sends people back to; what it sends along, the page reads and takes out of the address. */
const signOnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-on",
  loader: ({ context: { queryClient } }) => queryClient.prefetchQuery(queries.health),
  component: lazyRouteComponent(() => import("./pages/SignOnPage.tsx")),
});

const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/enterprise-application",
  loader: ({ context: { queryClient } }) => queryClient.prefetchQuery(applicationOffers),
  component: lazyRouteComponent(() => import("./pages/ApplyPage.tsx")),
});

const applicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/enterprise-application/status",
  component: lazyRouteComponent(() => import("./pages/ApplicationPage.tsx")),
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.home),
  component: lazyRouteComponent(() => import("./pages/HomePage.tsx")),
});

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register",
  validateSearch: searchOfAddress,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params, deps, cause }) => {
    // Narrowed further, the list keeps its rows and asks by itself, and what it asked before is given up.
    if (cause === "stay") return;
    const [register, chosen] = await Promise.all([
      queryClient.ensureQueryData(queries.register(params.register)),
      queryClient.ensureQueryData(queries.listColumns),
    ]);
    const asked = listQuery(register, deps);
    await queryClient.prefetchQuery(queries.entries(register.name, asked, chosen[register.name]));
  },
  component: lazyRouteComponent(() => import("./pages/ListPage.tsx")),
});

const newEntryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register/new/$act",
  validateSearch: searchOfAddress,
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(queries.register(params.register)),
  component: lazyRouteComponent(() => import("./pages/NewEntryPage.tsx")),
});

interface EntryPlace {
  readonly register: string;
  readonly entry: string;
}

/** An entry with its ledger. The page stands without its ledger, but not without the entry. */
async function loadEntry(queryClient: QueryClient, { register, entry }: EntryPlace): Promise<void> {
  const ledger = queryClient.prefetchQuery(queries.ledger(register, entry));
  await Promise.all([
    queryClient.ensureQueryData(queries.register(register)),
    queryClient.ensureQueryData(queries.entry(register, entry)),
    ledger,
  ]);
}

const entryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register/entries/$entry",
  loader: ({ context: { queryClient }, params: { register, entry } }) =>
    Promise.all([
      loadEntry(queryClient, { register, entry }),
      // What stands above the acts: brought after them, it would move them away under the finger. Where it fails, they do not wait.
      queryClient.prefetchQuery({ ...queries.reminders(register, entry), retry: false }),
      queryClient.prefetchQuery({ ...queries.look(register, entry), retry: false }),
    ]),
  component: lazyRouteComponent(() => import("./pages/EntryPage.tsx")),
  errorComponent: EntryProblemPage,
});

const lifeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register/entries/$entry/life",
  loader: ({ context: { queryClient }, params }) => loadEntry(queryClient, params),
  component: lazyRouteComponent(() => import("./pages/LifePage.tsx")),
});

const sheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register/entries/$entry/sheet",
  loader: ({ context: { queryClient }, params }) => loadEntry(queryClient, params),
  component: lazyRouteComponent(() => import("./pages/SheetPage.tsx")),
});

const exportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/exports",
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(ownExports),
  component: lazyRouteComponent(() => import("./pages/ExportsPage.tsx")),
});

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/registers/$register/imports",
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.register(params.register)),
      queryClient.ensureQueryData(ownImports(params.register)),
    ]),
  component: lazyRouteComponent(() => import("./pages/ImportsPage.tsx")),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/imports/$import",
  loader: async ({ context: { queryClient }, params }) => {
    const one = await queryClient.fetchQuery(oneImport(params.import));
    await queryClient.ensureQueryData(queries.register(one.register));
  },
  component: lazyRouteComponent(() => import("./pages/ImportPage.tsx")),
});

const libraryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/criteria",
  validateSearch: searchOfAddress,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.sectors),
  component: lazyRouteComponent(() => import("./pages/LibraryPage.tsx")),
});

const standardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/criteria/$code",
  loader: async ({ context: { queryClient }, params }) => {
    await Promise.all([
      queryClient.ensureQueryData(queries.sectors),
      queryClient.ensureQueryData(queries.standard(params.code)),
    ]);
  },
  component: lazyRouteComponent(() => import("./pages/StandardPage.tsx")),
});

const organisationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/organisations",
  validateSearch: ({ q }: Record<string, unknown>) => ({ ...(isSaid(q) ? { q } : {}) }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.organisations({})),
      queryClient.ensureQueryData(queries.regions),
      queryClient.ensureQueryData(queries.sectors),
    ]),
  component: lazyRouteComponent(() => import("./pages/OrganisationsPage.tsx")),
});

const formTimesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/form-times",
  validateSearch: ({ month }: Record<string, unknown>) => ({ ...(isSaid(month) ? { month } : {}) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => queryClient.ensureQueryData(queries.formTimes(deps.month)),
  component: lazyRouteComponent(() => import("./pages/FormTimesPage.tsx")),
});

const partnerCallsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/partner-calls",
  validateSearch: ({ number }: Record<string, unknown>) => ({ ...(isSaid(number) ? { number } : {}) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    queryClient.ensureInfiniteQueryData(partnerCalls(deps.number)),
  component: lazyRouteComponent(() => import("./pages/PartnerCallsPage.tsx")),
});

const rightsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/rights",
  validateSearch: ({ account }: Record<string, unknown>) => ({ ...(isSaid(account) ? { account } : {}) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => queryClient.ensureQueryData(queries.rights(deps.account)),
  component: lazyRouteComponent(() => import("./pages/RightsPage.tsx")),
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./pages/AccountPage.tsx")),
});

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/accounts",
  component: lazyRouteComponent(() => import("./pages/AccountsPage.tsx")),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/audit",
  validateSearch: searchOfAddress,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps, cause }) => {
    // As in a list: narrowed further, the page keeps its rows and asks by itself.
    if (cause === "stay") return;
    const [{ auditQuery }] = await Promise.all([
      // It knows the names of all events, of which no other page has any use.
      import("./audit/address.ts"),
      queryClient.ensureQueryData(auditRetention),
    ]);
    await queryClient.prefetchQuery(auditLines(auditQuery(deps)));
  },
  component: lazyRouteComponent(() => import("./pages/AuditPage.tsx")),
});

const helpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/help",
  component: lazyRouteComponent(() => import("./pages/HelpIndexPage.tsx")),
});

const glossaryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/help/glossary",
  component: lazyRouteComponent(() => import("./pages/GlossaryPage.tsx")),
});

const helpPageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/help/$page",
  loader: ({ params }) => {
    if (!isHelpPage(params.page)) throw notFound();
  },
  component: lazyRouteComponent(() => import("./pages/HelpPage.tsx")),
});

// Inside the frame, so that whoever mistyped an address still has the menu.
const unknownRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "$",
  component: NotFoundPage,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signOnRoute,
  applyRoute,
  applicationRoute,
  screenRoute,
  shellRoute.addChildren([
    homeRoute,
    listRoute,
    newEntryRoute,
    entryRoute,
    lifeRoute,
    sheetRoute,
    exportsRoute,
    importsRoute,
    importRoute,
    ...campaignRoutes,
    libraryRoute,
    standardRoute,
    organisationsRoute,
    formTimesRoute,
    partnerCallsRoute,
    rightsRoute,
    accountRoute,
    accountsRoute,
    auditRoute,
    helpRoute,
    glossaryRoute,
    helpPageRoute,
    unknownRoute,
  ]),
]);

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ProblemPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    getScrollRestorationKey: scrollPlace,
    ...plainSearch,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }

  interface HistoryState {
    /** In a list: the places of the pages before this one, so that one can go back to them. */
    readonly before?: readonly string[];
    /** On a page that stayed open in a tab: the place under which it was scrolled before. */
    readonly place?: string;
    /** On an entry: the act that has just been done and led here. */
    readonly done?: string;
    /** What that act pointed out. */
    readonly warned?: readonly WarningView[];
    /** On the home page: the tour was asked for. */
    readonly tour?: boolean;
  }
}

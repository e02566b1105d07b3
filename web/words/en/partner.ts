import type { partner as chinese } from "../zh/partner.ts";

/** As in `zh/partner.ts`. */
export const partner: typeof chinese = {
  secret: {
    title: "Secret of the token",
    once: "The secret is shown this once and never kept: once this is closed nobody can see it again. Copy it now and hand it to the partner by a safe way; where it is lost, revoke the token and ask for another.",
    use: "The partner sends this header with every request:",
    closing: "Copied, close",
  },
  calls: {
    title: "Calls by partners",
    purpose:
      "Each request of another system with a token: when, which route, which filter, how many rows and how it ended. Of those beyond the quota one a minute is told.",
    number: "Number of the token",
    find: "Find",
    none: "There are no calls.",
    at: "Time",
    route: "Route",
    filter: "Filter",
    rows: "Rows",
    status: "Status",
    address: "Client address",
    more: "More",
  },
};

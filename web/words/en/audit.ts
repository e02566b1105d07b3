import type { audit as chinese } from "../zh/audit.ts";

/** Words of the page of the audit log. */
export const audit: typeof chinese = {
  title: "Audit log",
  check: "Retention and check",
  kept: (days: number) => `The log is kept for ${days} days`,
  toBeConfirmed: " (to be confirmed)",
  stands: (first: string) => `; the earliest month that stands is ${first}`,
  basis: "By which rule",
  drops: (times: number) => (times === 1 ? "Dropped once" : `Dropped ${times} times`),
  dropped: (at: string, before: string, lines: number) => `${at}: ${lines} lines from before ${before}`,
  verify: "Verify the whole log",
  whole: (lines: number, at: string) => `${at}: ${lines} lines verified; the chain is whole, no fault found`,
  faulty: (lines: number, faults: number, at: string) =>
    `${at}: ${lines} lines verified; ${faults} ${faults === 1 ? "fault" : "faults"} found`,
  whatNow:
    "Leave everything as it is, drop nothing, tell the head of the organisation at once, and compare with the checkpoints that witnesses outside hold.",
  filters: { account: "User name", address: "Client address", number: "Number of the entry" },
  hints: { account: "The whole user name", address: "The whole address", number: "The whole number" },
  event: "Event",
  days: "Days",
  total: (total: number) => (total === 1 ? "1 line" : `${total} lines`),
  none: "No line of the log fits these filters",
  export: { xlsx: "Export Excel", csv: "Export CSV" },
  at: "When",
  who: "Who",
  what: "What (with the filter)",
  rows: "Rows",
  whence: "From where",
  itself: "The product itself",
  details: "Details",
  see: "See",
  detailsOf: (says: string, at: string) => `Details: ${at} ${says}`,
  account: "Account",
  role: "In the role of",
  organisation: "Organisation",
  address: "Client address",
  device: "Device",
  chain: "Chain",
  place: "Place in the chain",
  hash: "Hash",
  checking: "Checking this line…",
  broken: (fault: string) => `The check failed: ${fault}`,
  pending: (lines: number) =>
    `The ${lines} lines of its chain hold; the latest are being entered into the tree, look again soon`,
  verified: (lines: number) =>
    `Verified: the ${lines} lines of its chain are whole, and a signed checkpoint stands above them`,
  sealed: (position: number, size: number, at: string) =>
    `At position ${position}; the checkpoint holds ${size} lines and was signed at ${at}`,
};

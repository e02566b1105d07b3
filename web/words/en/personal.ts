import type { personal as zhPersonal } from "../zh/personal.ts";

export const personal: typeof zhPersonal = {
  show: "Show the whole number",
  showOf: (field) => `Show the whole number: ${field}`,
  hide: "Hide",
  reason: "Why you need it",
  reasonMissing: "Say why you need it",
  willBeRecorded: "Who looked, when and why goes into the audit log; the number is shown for a minute.",
  recorded: "This was recorded; the number is hidden again in a minute",
  confirm: "Show it",
};

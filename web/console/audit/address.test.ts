import { expect, test } from "vitest";
import { auditFilters, auditQuery } from "./address.ts";

interface Row {
  readonly story: string;
  readonly search: Record<string, string>;
  readonly asks: Record<string, string>;
}

test.each<Row>([
  {
    story: "the account and the event",
    search: { account: " duan ", event: "signedIn" },
    asks: { account: "duan", event: "signedIn" },
  },
  {
    story: "days",
    search: { from: "2026-11-01", to: "2026-11-26" },
    asks: { from: "2026-11-01", to: "2026-11-26" },
  },
  { story: "no event that nobody knows", search: { event: "flew" }, asks: {} },
  { story: "no event by a name that every object has", search: { event: "toString" }, asks: {} },
  { story: "no day that is none", search: { from: "2026-02-30" }, asks: {} },
  { story: "no empty text", search: { address: "  ", number: "" }, asks: {} },
  { story: "no text that is too long", search: { number: "1".repeat(101) }, asks: {} },
  { story: "nothing that the log is not narrowed by", search: { q: "x", sort: "-at" }, asks: {} },
])("an address asks the audit log for $story", ({ search, asks }) => {
  expect(auditFilters(search)).toEqual(asks);
});

test("a place in the log is no filter of it", () => {
  const search = { account: "duan", cursor: "abc" };
  expect(auditFilters(search)).toEqual({ account: "duan" });
  expect(auditQuery(search)).toEqual(search);
});

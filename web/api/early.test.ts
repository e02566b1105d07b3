import { expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { pathsOf } from "./early.ts";

const frame = ["session", "registers", "waiting"];
const hazard = "registers/hazard";

test.each([
  { at: "/", asks: [...frame, "home"] },
  { at: "/sign-in", search: "?to=%2Fplan", asks: ["health"] },
  // A wall has no session: its link alone opens it.
  { at: "/screen", asks: ["health"] },
  { at: "/plan", asks: frame },
  { at: "/registers/", asks: frame },
  {
    at: "/registers/hazard",
    asks: [...frame, hazard, "list-columns", `${hazard}/entries?limit=50&count=quick&fields=list`],
  },
  { at: "/registers/hazard", search: "?q=矿", asks: [...frame, hazard, "list-columns"] },
  { at: "/registers/hazard/new/find", asks: [...frame, hazard] },
  {
    at: "/registers/hazard/entries/1",
    asks: [
      ...[...frame, hazard, `${hazard}/entries/1`, `${hazard}/entries/1/ledger`],
      ...[`${hazard}/entries/1/reminders`, `${hazard}/entries/1/looked`],
    ],
  },
  {
    at: "/registers/hazard/entries/1/life",
    asks: [...frame, hazard, `${hazard}/entries/1`, `${hazard}/entries/1/ledger`],
  },
])("at $at$search the page asks early for $asks", ({ at, search = "", asks }) => {
  expect(pathsOf({ pathname: at, search })).toEqual(asks);
});

test("the early list is as long as the list that takes it", () => {
  expect(pathsOf({ pathname: "/registers/hazard", search: "" }).at(-1)).toContain(
    `limit=${limits.pageSizeDefaultRows}&`,
  );
});

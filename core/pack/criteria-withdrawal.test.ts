import { expect, test } from "vitest";
import type { Role } from "../scope/roles.ts";
import { withdrawalRefusal } from "./criteria-withdrawal.ts";

interface Row {
  readonly story: string;
  readonly role?: Role;
  readonly organisation?: string;
  readonly before?: unknown;
  readonly gives: string | undefined;
}

test.each<Row>([
  { story: "whoever may import withdraws", gives: undefined },
  { story: "no other office", organisation: "elsewhere", gives: "role-may-not" },
  { story: "no other role", role: "inspector", gives: "role-may-not" },
  { story: "not a second time", before: {}, gives: "import-withdrawn-already" },
])("an import: $story", ({ role = "committeeOffice", organisation = "top", before, gives }) => {
  expect(withdrawalRefusal({ role, organisation }, ["top"], before)?.code).toBe(gives);
});

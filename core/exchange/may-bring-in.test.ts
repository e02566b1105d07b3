import { expect, test } from "vitest";
import { registers } from "../registers/index.ts";
import type { Role } from "../scope/roles.ts";
import { mayBringIn } from "./columns.ts";

test.each<{ readonly register: string; readonly role: Role; readonly may: boolean }>([
  { register: "hazard", role: "inspector", may: true },
  { register: "enterprise", role: "principal", may: true },
  { register: "hazard", role: "leader", may: false },
  { register: "account", role: "systemAdministrator", may: true },
  { register: "partner-token", role: "systemAdministrator", may: true },
  // Approves and revokes tokens one by one, which no row of a table does.
  { register: "partner-token", role: "securityAdministrator", may: false },
  { register: "partner-token", role: "departmentHead", may: false },
  // Its figures are frozen as it is drawn up, and acknowledging enters nothing.
  { register: "briefing", role: "committeeOffice", may: false },
])("a table with rows of $register is brought by $role: $may", ({ register, role, may }) => {
  const found = registers.find(({ name }) => name === register);
  expect(found && mayBringIn(found, role)).toBe(may);
});

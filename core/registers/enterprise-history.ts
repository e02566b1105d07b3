import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import type { EnterpriseValues } from "./enterprise-fields.ts";
import { registration } from "./enterprise-particulars.ts";
import { ceased, standing } from "./enterprise-states.ts";

/** How enterprises are taken up that stopped or ceased before the register: as they stand, by the rules of registering one. */
export const enterpriseHistory = {
  by: registration.by,
  states: [...standing, ...ceased],
  needs: registration.needs,
  takes: registration.takes,
  facts: registration.facts,
  checks: registration.checks,
  warns: registration.warns,
  sets: (attempt: Attempt<EnterpriseValues>) => ({
    ...registration.sets(attempt),
    registeredOn: textValue(attempt.input, "openedOn"),
    ceasedOn: textValue(attempt.input, "closedOn"),
  }),
} as const;

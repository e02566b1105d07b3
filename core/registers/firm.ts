import { type Entry, textValue } from "../register/entry.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import { isStanding } from "./enterprise-states.ts";
import { serviceBody } from "./service-body.ts";
import { isBodyStanding } from "./service-body-states.ts";

/** An enterprise or a service body as an organisation: it answers for itself and supervises nobody. */
export function firmFact({ id, register, state, values }: Entry): OrganisationFact {
  const isBody = register === serviceBody.name;
  const stands = isBody ? isBodyStanding(state) : isStanding(state);
  return {
    id,
    level: "enterprise",
    region: textValue(values, "region") ?? "",
    supervises: [],
    ...(isBody ? { kind: "serviceBody" as const } : {}),
    ...(stands ? {} : { ceased: true }),
  };
}

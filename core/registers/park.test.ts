import { expect, test } from "vitest";
import { placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, enterpriseEntry, person, plainFacts } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, placedOf } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { Register } from "../register/register.ts";
import { inScope, scopeOf } from "../scope/scope.ts";
import { hazard } from "./hazard.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";
import { site } from "./site.ts";

const organisation = enterpriseId("copper");
const park = person("gao").organisation;
const rows: readonly [Register, string, PersonName | "system", Values][] = [
  [hazard, "find", "su", { title: "无接地", organisation, source: "selfCheck", foundOn: firstDay }],
  [site, "register", "su", { name: "采场", kind: "mine", organisation, region: "533401205", sector: "S01" }],
  [riskPoint, "identify", "su", { name: "熔炼炉", organisation, accidentType: "burn" }],
  [selfCheck, "open", "system", { organisation, period: "2026-Q1", basis: "aboveScale" }],
];

test.each(rows)(
  "the park sees a $name of an enterprise within, and of no other",
  (register, act, by, input) => {
    const seenAt = (enterprise: Values) => {
      const entries = { organisation: enterpriseEntry("copper", "operating", enterprise) };
      const decision = decide({
        register,
        entry: blankEntry(register.name, idOfName("test-park")),
        facts: plainFacts({ places: placeFacts(campaign, register, input), entries }),
        act,
        input,
        actor: by === "system" ? { ...person("su"), role: "system" } : person(by),
        now: `${firstDay}T01:00:00.000Z`,
      });
      if ("refusal" in decision) throw new Error(JSON.stringify(decision.refusal));
      return inScope(scopeOf(person("gao")), placedOf(register, decision.steps[0].after));
    };
    expect(seenAt({ park })).toBe(true);
    expect(seenAt({})).toBe(false);
  },
);

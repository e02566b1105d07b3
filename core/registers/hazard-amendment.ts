import type { Refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { textValue } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { type Attempt, actsOf } from "../register/register.ts";
import { actsForFinder, nothingIsTakenAway } from "./hazard-aside-rules.ts";
import { type HazardValues, hazardFields } from "./hazard-fields.ts";
import { foundByToday, placesOfEnterprise } from "./hazard-rules.ts";
import { hazardStates } from "./hazard-states.ts";

type Hazard = Attempt<HazardValues>;

const amended = [
  "title",
  "source",
  "foundOn",
  "place",
  "description",
  "site",
  "riskPoint",
  "region",
  "sourceRef",
  "harm",
  "difficulty",
  "exposedPeople",
] as const;

/**
 * A slip of the pen in what was registered is mended by whoever found it, until it is judged: a judgement rests on what stood there. What
 * must stop, and the photos, are added to and never taken back; at another enterprise it is another hazard.
 */
export const amendmentActs = actsOf(
  hazardFields,
  hazardStates,
)({
  amend: {
    words: { zh: "更正登记内容", en: "Amend what was registered" },
    law: [{ zh: "《安全生产法》第四十一条：如实记录", en: "Work Safety Law, art. 41: recorded truthfully" }],
    from: ["found"],
    to: "unchanged",
    by: ["safetyManager", "principal", "inspector", "departmentHead"],
    takes: [...amended, "reason"],
    facts: { entries: ["site", "riskPoint"] },
    applies: actsForFinder,
    checks: [foundByToday, placesStayOfEnterprise, nothingIsTakenAway],
    sets: (attempt) => {
      const { input, facts } = attempt;
      const moved = input.site === undefined ? undefined : facts.entries.site?.values;
      const found = afterwards(attempt, "foundOn");
      return {
        ...(moved === undefined ? {} : placeOfSite(moved, input.region)),
        ...(found === undefined ? {} : { stock: found < facts.campaignFrom ? "stock" : "increment" }),
      };
    },
    suggests: ({ entry: { values } }) => Object.fromEntries(amended.map((name) => [name, values[name]])),
  },
});

/** The rule of registering, asked of an enterprise that stands already. */
function placesStayOfEnterprise(attempt: Hazard): Refusal | undefined {
  const { organisation } = attempt.entry.values;
  return placesOfEnterprise({ ...attempt, input: { ...attempt.input, organisation } });
}

/** Where a site is named, its region and trade hold, unless a region was entered with it. */
function placeOfSite(site: Values, region: string | undefined) {
  return { region: region ?? textValue(site, "region"), sector: textValue(site, "sector") };
}

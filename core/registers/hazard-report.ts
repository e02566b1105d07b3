import { refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { textValue } from "../register/entry.ts";
import { type Attempt, actsOf } from "../register/register.ts";
import type { Warning } from "../warnings.ts";
import { type HazardValues, hazardFields } from "./hazard-fields.ts";
import type { reportGaps } from "./hazard-record-fields.ts";
import { happenedMeanwhile } from "./hazard-record-rules.ts";
import { ownerSupervises, staffWereTold } from "./hazard-rules.ts";
import { hazardStates, open } from "./hazard-states.ts";

type Hazard = Attempt<HazardValues>;
type Gap = keyof typeof reportGaps;

const wsl41 = { zh: "《安全生产法》第四十一条", en: "Work Safety Law, art. 41" };

/** A major hazard is reported twice, and each of the two reports is proved. Work Safety Law (2021) art. 41; feature F5. */
export const reportActs = actsOf(
  hazardFields,
  hazardStates,
)({
  report: {
    words: { zh: "双报告", en: "Report to regulator and staff" },
    law: [
      wsl41,
      { zh: "国家发展改革委令第41号第十八条（电力）", en: "NDRC Order 41, art. 18 (power sector)" },
    ],
    from: ["majorConfirmed"],
    to: "reported",
    by: ["safetyManager", "principal"],
    needs: ["owningOrganisation", "reportMethod", "staffReport", "staffReportedOn"],
    takes: ["reportedOn", "reportReceipt", "reportFiles", "staffReportFiles"],
    facts: { organisations: ["owningOrganisation"], entries: ["organisation"] },
    checks: [happenedMeanwhile("reportedOn"), staffWereTold, ownerSupervises],
    warns: [isUnproven],
    sets: (attempt) => ({
      owningLevel: attempt.facts.organisations.owningOrganisation?.level,
      reportedOn: attempt.input.reportedOn ?? attempt.day,
      acknowledgedBy: null,
      acknowledgedOn: null,
      ...unproven(attempt),
    }),
    suggests: ({ entry: { values }, facts, day }) => ({
      reportMethod: "system",
      reportedOn: day,
      staffReportedOn: day,
      owningOrganisation:
        values.owningLevel === "enterprise"
          ? textValue(facts.entries.organisation?.values ?? {}, "supervisedBy")
          : values.owningOrganisation,
    }),
  },
  proveReport: {
    words: { zh: "补充双报告凭证", en: "Add proof of the double report" },
    law: [wsl41],
    from: open,
    to: "unchanged",
    by: ["safetyManager", "principal"],
    takes: ["reportReceipt", "reportFiles", "staffReportFiles"],
    applies: isReportedTwice,
    checks: [proofStays],
    sets: unproven,
    suggests: ({ entry: { values } }) => ({ reportReceipt: values.reportReceipt }),
  },
});

/**
 * The legs of the double report that nothing proves once the act is done. What was reported in this system is in its ledger; any
 * other report to the regulator has a paper or a receipt, and the one to the staff minutes or a photo. No law asks for the files
 * themselves, so that their absence is flagged and refuses nothing.
 */
function gapsOfReport(attempt: Hazard): readonly Gap[] {
  const has = (files: readonly unknown[] | undefined) => (files ?? []).length > 0;
  const toRegulator =
    afterwards(attempt, "reportMethod") === "system" ||
    afterwards(attempt, "reportReceipt") !== undefined ||
    has(afterwards(attempt, "reportFiles"));
  const toStaff = has(afterwards(attempt, "staffReportFiles"));
  return [...(toRegulator ? [] : (["regulator"] as const)), ...(toStaff ? [] : (["staff"] as const))];
}

/** Kept twice: the legs for whoever reads the hazard, one flag for the lists that look for such hazards. */
function unproven(attempt: Hazard) {
  const gaps = gapsOfReport(attempt);
  return gaps.length > 0
    ? { reportGaps: gaps, reportUnproven: true }
    : { reportGaps: null, reportUnproven: null };
}

function isUnproven(attempt: Hazard): Warning | undefined {
  const fields = { regulator: "reportFiles", staff: "staffReportFiles" } as const;
  const gaps = gapsOfReport(attempt);
  return gaps.length > 0
    ? { code: "double-report-unproven", fields: gaps.map((gap) => fields[gap]) }
    : undefined;
}

/** A general hazard is not reported twice, nor one that has not been yet. */
function isReportedTwice({ entry: { values } }: Hazard) {
  return values.level === "major" && values.reportMethod !== undefined
    ? undefined
    : refusal("nothing-reported-yet");
}

/** What proves a report is added to, and never taken away. */
function proofStays(attempt: Hazard) {
  const { values } = attempt.entry;
  const names = ["reportFiles", "staffReportFiles"] as const;
  const kept = names.every((name) => {
    const ids = (afterwards(attempt, name) ?? []).map(({ id }) => id);
    return (values[name] ?? []).every(({ id }) => ids.includes(id));
  });
  const receipt = values.reportReceipt === undefined || afterwards(attempt, "reportReceipt") !== undefined;
  return kept && receipt ? undefined : refusal("proof-taken-back");
}

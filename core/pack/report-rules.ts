import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { ofTargets, overCampaign } from "./report-kind.ts";
import { repeated } from "./row-rules.ts";

/** A report is due by a clock of the pack, and holds indicators that there are; a campaign has one final evaluation. */
export function reportRules({
  reports,
  indicators,
  parameters,
}: Pick<Pack, "reports" | "indicators" | "parameters">): readonly Located[] {
  const known = new Set(indicators.map(({ id }) => id));
  const clocks = new Set(
    parameters.flatMap(({ name, unit }) => (unit === "workingDay" || unit === "calendarDay" ? [name] : [])),
  );
  const final = reports.findIndex(({ every }) => every === overCampaign);
  return [
    ...repeated("/reports", reports, "id", ({ id }) => id),
    ...reports.flatMap(({ due, every, indicators }, index): readonly Located[] => {
      const at = `/reports/${index}`;
      const held = indicators === ofTargets ? [] : indicators;
      return [
        ...(every === overCampaign && index > final
          ? [{ at: `${at}/every`, code: "duplicate" as const, about: every }]
          : []),
        ...(clocks.has(due) ? [] : [{ at: `${at}/due`, code: "unknown-clock" as const, about: due }]),
        ...held.flatMap((about, place) =>
          known.has(about)
            ? []
            : [{ at: `${at}/indicators/${place}`, code: "unknown-indicator" as const, about }],
        ),
        ...held.flatMap((about, place) =>
          held.indexOf(about) < place
            ? [{ at: `${at}/indicators/${place}`, code: "duplicate" as const, about }]
            : [],
        ),
      ];
    }),
  ];
}

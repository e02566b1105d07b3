import { clauseAt } from "./asked-document.ts";
import { askedRules, unknownUnits } from "./asked-document-rules.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

/** Each sub-plan stands in the plan where its id says, falls to somebody, is due within the campaign, and what it must detail is asked for. */
export function subPlanRules(pack: Pack): readonly Located[] {
  const { subPlans, plan, organisations } = pack;
  const known = new Set([...organisations, ...plan.groups].map(({ id }) => id));
  const each = subPlans.flatMap((row, index): readonly Located[] => {
    const at = `/subPlans/${index}`;
    const details = (row.details ?? []).flatMap((detail, number): readonly Located[] => {
      const own = `${at}/details/${number}`;
      return [
        ...(clauseAt(plan, detail) === undefined
          ? [{ at: `${own}/clause`, code: "unknown-clause" as const, about: row.id }]
          : []),
        ...unknownUnits(`${own}/units`, detail.units, known),
      ];
    });
    return [...askedRules(pack, at, "p", row), ...details];
  });
  return [...repeated("/subPlans", subPlans, "id", ({ id }) => id), ...each];
}

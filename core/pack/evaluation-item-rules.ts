import { clauseAt } from "./asked-document.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

/** Each item stands once in its checklist, falls to organisations that there are, and is due within the campaign. */
export function evaluationItemRules({ evaluationItems, plan, organisations }: Pack): readonly Located[] {
  const known = new Set(organisations.map(({ id }) => id));
  const each = evaluationItems.flatMap(({ measure, clause, unit, joint = [], by }, index) => {
    const at = `/evaluationItems/${index}`;
    const found: Located[] = [];
    if (clauseAt(plan, { measure, clause }) === undefined)
      found.push({ at: `${at}/clause`, code: "unknown-clause", about: `${measure}-${clause}` });
    if (!known.has(unit)) found.push({ at: `${at}/unit`, code: "unknown-organisation", about: unit });
    for (const [number, about] of joint.entries()) {
      const code = about === unit ? "duplicate" : known.has(about) ? undefined : "unknown-organisation";
      if (code !== undefined) found.push({ at: `${at}/joint/${number}`, code, about });
    }
    if (by !== undefined && (by < plan.from || by > plan.to))
      found.push({ at: `${at}/by`, code: "day-outside-campaign", about: by });
    return found;
  });
  return [
    ...repeated("/evaluationItems", evaluationItems, "number", ({ kind, number }) => `${kind}-${number}`),
    ...each,
  ];
}

/** Every checklist of which an indicator counts is one of a region that there is: it would else count nothing for ever. */
export function countedChecklistRules({ regions, indicators }: Pack): readonly Located[] {
  const codes = new Set(regions.map(({ code }) => code));
  return indicators.flatMap(({ counts, of }, index) =>
    Object.entries({ counts, of }).flatMap(([member, term]) =>
      term === undefined || !term.count.startsWith("evaluation.")
        ? []
        : (term.kinds ?? []).flatMap((about, at): readonly Located[] => {
            const region = /-([0-9]+)$/.exec(about)?.[1];
            return region === undefined || codes.has(region)
              ? []
              : [{ at: `/indicators/${index}/${member}/kinds/${at}`, code: "unknown-region", about }];
          }),
    ),
  );
}

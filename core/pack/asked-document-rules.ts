import type { Day } from "../calendar/day.ts";
import { type ClausePlace, clauseAt, placeId } from "./asked-document.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

const rowId = /-c[0-9]+-d[0-9]+$/;

/** Every document of which an indicator counts is a row: it would else count nothing for ever. */
export function countedDocumentRules({ documents, indicators }: Pack): readonly Located[] {
  const rows = new Set(documents.map(({ id }) => id));
  return indicators.flatMap(({ counts: { count, kinds = [] } }, index) =>
    kinds.flatMap((about, at): readonly Located[] =>
      !count.startsWith("document.") || rows.has(about) || !rowId.test(about)
        ? []
        : [{ at: `/indicators/${index}/counts/kinds/${at}`, code: "document-not-listed", about }],
    ),
  );
}

/** Each document stands in the plan where its id says, falls to somebody, and is due within the campaign. */
export function documentRules(pack: Pack): readonly Located[] {
  const { documents } = pack;
  return [
    ...repeated("/documents", documents, "id", ({ id }) => id),
    ...documents.flatMap((row, index) => askedRules(pack, `/documents/${index}`, "d", row)),
  ];
}

interface Asked extends ClausePlace {
  readonly id: string;
  readonly units?: readonly string[];
  readonly by?: Day;
}

/** What the plan asks of units by a day: `mark` begins the last part of its id, after its place. */
export function askedRules({ plan, organisations }: Pack, at: string, mark: string, row: Asked) {
  const known = new Set([...organisations, ...plan.groups].map(({ id }) => id));
  const found = clauseAt(plan, row);
  if (found === undefined || !row.id.startsWith(`${placeId(row)}-${mark}`))
    return [{ at: `${at}/id`, code: "unknown-clause" as const, about: row.id }];
  const { by, units } = row;
  return [
    ...unknownUnits(`${at}/units`, units ?? [], known),
    ...((units ?? found.clause.leads ?? []).length === 0
      ? [{ at, code: "clause-without-unit" as const, about: row.id }]
      : []),
    ...(by !== undefined && (by < plan.from || by > plan.to)
      ? [{ at: `${at}/by`, code: "day-outside-campaign" as const, about: by }]
      : []),
  ];
}

export const unknownUnits = (at: string, units: readonly string[], known: ReadonlySet<string>) =>
  units.flatMap((about, number): readonly Located[] =>
    known.has(about) ? [] : [{ at: `${at}/${number}`, code: "unknown-unit", about }],
  );

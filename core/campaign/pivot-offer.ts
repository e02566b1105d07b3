import type { Register } from "../register/register.ts";
import { type Dimension, dimensions, placeDimensions } from "./cube.ts";
import { bucketSizes, type Indicator } from "./indicator.ts";

/** By what else than place and time rows are told: the item of the criteria that an entry cites, and how many days it took. */
export const furtherRows = ["item", "days"] as const;
export const rowNames = [...dimensions, ...furtherRows] as const;
export type RowName = (typeof rowNames)[number];

/** The field in which an entry says under which criteria item it falls. */
export const itemFieldOf = ({ allFields }: Pick<Register, "allFields">): string | undefined =>
  Object.entries(allFields).find(([, field]) => field.kind === "criteria" && field.column)?.[0];

/** Whether the indicator adds up days of entries, so that these are told apart by how many there are. */
export function sumsDays({ counts }: Pick<Indicator, "counts">, register: Pick<Register, "counts">): boolean {
  const count = register.counts[counts.count.split(".")[1] ?? ""];
  return counts.sum === true && count !== undefined && "daysSince" in count && count.daysSince !== undefined;
}

const fieldOf = { county: "region", township: "region" } as const;

/** The field of a register by which a place is told. */
export const placeField = (register: Pick<Register, "countedBy">, name: Dimension): string | undefined =>
  name === "kind" ? register.countedBy : name === "county" || name === "township" ? fieldOf[name] : name;

/** By what an indicator of a register can be told in rows: what none of its entries has tells nothing apart. */
export function rowsOffered(
  indicator: Pick<Indicator, "counts">,
  register: Pick<Register, "allFields" | "countedBy" | "counts">,
): readonly RowName[] {
  const places = placeDimensions.filter((name) => {
    const field = placeField(register, name);
    return field !== undefined && Object.hasOwn(register.allFields, field);
  });
  return [
    ...places,
    ...bucketSizes,
    // By items entries are counted, not summed.
    ...(itemFieldOf(register) === undefined || indicator.counts.sum ? [] : (["item"] as const)),
    ...(sumsDays(indicator, register) ? (["days"] as const) : []),
  ];
}

const isFine = (name: Dimension): boolean => name === "day" || name === "week";
const kindOf = (name: Dimension): string => {
  if (bucketSizes.some((size) => size === name)) return "time";
  return name === "county" || name === "township" ? "region" : name;
};

/** Whether figures can be told by both: two places of one kind, or two times, would leave most of the table empty. */
export const goTogether = (rows: Dimension, columns: Dimension): boolean =>
  kindOf(rows) !== kindOf(columns) &&
  !(isFine(rows) && columns === "organisation") &&
  !(isFine(columns) && rows === "organisation");

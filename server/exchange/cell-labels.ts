import type { Entry } from "../../core/register/entry.ts";
import type { Register } from "../../core/register/register.ts";
import type { TokenLimits } from "../../core/scope/scope.ts";
import type { Campaign } from "../store/campaign.ts";
import { inOrder, type Queryable } from "../store/database.ts";
import { namer, openNamer } from "../store/namer.ts";
import { titlesOf } from "../store/titles.ts";

/** What a cell of a file says of an id or a code in a field; undefined where the value speaks for itself. */
export type CellLabel = (field: string, value: string) => string | undefined;

/**
 * The names, in Chinese, of all that some entries of a register point at, looked up together. A township stands after its county:
 * several bear the same name.
 */
export async function cellLabels(
  tx: Queryable,
  campaign: Campaign,
  register: Register,
  entries: readonly Pick<Entry, "register" | "values">[],
  token?: TokenLimits,
): Promise<CellLabel> {
  const [named, linked] = await inOrder([
    namer(tx, campaign, entries),
    titlesOf(tx, linkedFrom(register, entries)),
  ]);
  const name = openNamer(
    (of, field, value) =>
      of.allFields[field]?.kind === "links" ? linked.get(value) : named(of, field, value),
    campaign,
    token,
  );
  return (field, value) => {
    const kind = register.allFields[field]?.kind;
    if (kind === "region") return regionPath(campaign, value);
    const words = name(register, field, value);
    return typeof words === "string" ? words : words?.zh;
  };
}

const countyDigits = 6;

/** A region as a cell names it. */
export function regionPath({ regionName }: Campaign, code: string): string | undefined {
  const name = regionName(code)?.zh;
  const county = code.length > countyDigits ? regionName(code.slice(0, countyDigits))?.zh : undefined;
  return name === undefined || county === undefined ? name : `${county}/${name}`;
}

function linkedFrom({ allFields }: Register, entries: readonly Pick<Entry, "values">[]): readonly string[] {
  const fields = Object.keys(allFields).filter((field) => allFields[field]?.kind === "links");
  const ids = entries.flatMap(({ values }) => fields.flatMap((field) => [values[field] ?? []].flat()));
  return [...new Set(ids.map(String))];
}

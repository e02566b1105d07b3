import { enterprise } from "../../core/registers/enterprise.ts";
import { standing } from "../../core/registers/enterprise-states.ts";
import { serviceBody } from "../../core/registers/service-body.ts";
import { bodyStanding } from "../../core/registers/service-body-states.ts";
import { rights } from "../../core/scope/rights.ts";
import type { Queryable } from "./database.ts";
import type { NamedEntry } from "./lookups.ts";
import { holding, searchText, wordsOf } from "./search-words.ts";
import { columnOf, tableOf } from "./tables.ts";

const inList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/** Among so many that hold a text, the best are looked for: of a common one any tell only that more has to be typed. */
const comparedMost = 2_000;

/** Where they stand, and in which states somebody is granted a post there. */
const rolls = [
  { register: enterprise, standing },
  { register: serviceBody, standing: bodyStanding },
] as const;

/** One roll's part of the search: by id, by the whole code, and by a text in the name. */
function searched({ register, standing }: (typeof rolls)[number]): string {
  const code = `e.${columnOf(register, "creditCode").column}`;
  const told = `e.id, coalesce(e.title, e.number) as name, ${code} as credit_code, e.region`;
  const from = `from ${tableOf(register)} e, asking where e.restricted is not true`;
  const stands = `e.state in (${inList(standing)})`;
  return `select ${told} ${from} and e.id = wanted
  union
  select ${told} ${from} and ${code} = code and ${stands}
  union
  (select ${told} ${from} and search_words(e.title, e.number) @@ words and searchable(e.title) like pattern and ${stands}
    limit ${comparedMost})`;
}

/**
 * The function by which those who keep accounts and grant posts find an enterprise or a service body, of which they see nothing by their scope: its name,
 * code and place, and of no other column. It asks for the role by itself, so that a statement of nobody else gets anything from it.
 * One that is there no more is told by its id alone, which an account or a post may name from before.
 */
export const createFindEnterprises = `create function seek_enterprises(wanted uuid, words tsquery, pattern text, code text, most integer)
  returns table (id uuid, name text, credit_code text, region text)
  language sql stable security definer set search_path = public, pg_temp as $$
with asking as materialized (
  select where current_setting('zhiben.role', true) in (${inList(rights.enterpriseNames.roles)})
), found as (
  ${rolls.map(searched).join("\n  union\n  ")}
)
select f.* from found f order by length(f.name), f.name, f.id limit most
$$;
revoke all on function seek_enterprises(uuid, tsquery, text, text, integer) from public;
grant execute on function seek_enterprises(uuid, tsquery, text, text, integer) to zhiben_request;
`;

/** What those who keep accounts learn of an enterprise or a service body. */
export interface EnterpriseName {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly region: string;
}

/** Which: one by its id, or those whose name holds the text or whose credit code it is. */
export type Wanted = { readonly id: string } | { readonly text: string };

/** As many at most of those wanted, the shortest names first: they hold least beside the text. */
export async function findEnterprises(
  tx: Queryable,
  wanted: Wanted,
  most: number,
): Promise<readonly EnterpriseName[]> {
  const { rows } = await tx.query<EnterpriseName>({
    name: "find-enterprises",
    text: `select id, name, credit_code as "creditCode", region
      from seek_enterprises($1::uuid, $2::tsquery, $3, $4, $5)`,
    values: [...valuesOf(wanted), most],
  });
  return rows;
}

/** As many as are worth telling of a name that several have. */
const namesakesMost = 20;

/** The enterprises and service bodies that have exactly these names or credit codes, as `findNamed` tells entries that somebody sees by scope. */
export async function findEnterprisesNamed(
  tx: Queryable,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedEntry[]>> {
  const found = new Map<string, readonly NamedEntry[]>();
  for (const name of new Set(names)) {
    const text = searchText(name);
    const hits = await findEnterprises(tx, { text: name }, namesakesMost);
    const exact = hits.filter(
      (hit) => searchText(hit.name) === text || hit.creditCode === text.toUpperCase(),
    );
    found.set(
      name,
      exact.map(({ id, name: title, creditCode }) => ({
        id,
        number: creditCode ?? title,
        title,
        organisation: null,
        atRest: false,
      })),
    );
  }
  return found;
}

function valuesOf(wanted: Wanted): readonly (string | null)[] {
  if ("id" in wanted) return [wanted.id, null, null, null];
  const text = searchText(wanted.text);
  // Codes are printed in groups, and typed in small letters.
  return [null, wordsOf(text), holding(text), text.replaceAll(/\s/g, "").toUpperCase()];
}

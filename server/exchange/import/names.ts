import type { Meant } from "../../../core/exchange/intend.ts";
import { plain } from "../../../core/exchange/plain.ts";
import type { Entered } from "../../../core/exchange/reading.ts";
import { importRowRefusals } from "../../../core/refusals/import-row.ts";
import type { Register } from "../../../core/register/register.ts";
import { enterprise } from "../../../core/registers/enterprise.ts";
import { registerNamed } from "../../../core/registers/index.ts";
import { mayAsk } from "../../../core/scope/rights.ts";
import type { Scope } from "../../../core/scope/scope.ts";
import type { Campaign } from "../../store/campaign.ts";
import type { Transaction } from "../../store/database.ts";
import { findEnterprisesNamed } from "../../store/enterprise-names.ts";
import { findNamed, type NamedEntry } from "../../store/lookups.ts";

/** What names mean in one person's sight. What was found once holds for the whole file. */
export interface Names {
  /** Looks up all names of some rows together. */
  find(tx: Transaction, named: readonly NamedCell[]): Promise<void>;
  /** What was found; `organisation`: the enterprise of the row, which tells two sites of one name apart. */
  meant(field: string, name: string, organisation?: string): Meant;
}

export interface NamedCell {
  readonly field: string;
  readonly name: string;
}

/** The names among what was entered in a row. */
export const namedIn = (entered: ReadonlyMap<string, Entered>): readonly NamedCell[] =>
  [...entered].flatMap(([field, given]) => ("named" in given ? [{ field, name: given.named }] : []));

export function newNames(scope: Scope, campaign: Campaign, register: Register): Names {
  const organisations = organisationNames(campaign);
  const found = new Map<Register, Map<string, readonly NamedEntry[]>>();
  const meant = (field: string, name: string, organisation?: string): Meant => {
    const own =
      register.allFields[field]?.kind === "organisation" ? organisations.get(plain(name)) : undefined;
    if (own !== undefined) return { id: own };
    const known = registerOf(register, field);
    return oneOf((known && found.get(known)?.get(name)) ?? [], organisation);
  };
  const find = async (tx: Transaction, named: readonly NamedCell[]) => {
    const byRegister = Map.groupBy(named, ({ field }) => registerOf(register, field));
    for (const [of, cells] of byRegister) {
      if (of === undefined) continue;
      const known = found.get(of) ?? new Map<string, readonly NamedEntry[]>();
      found.set(of, known);
      const unknown = cells
        .filter(
          ({ field, name }) => !known.has(name) && !isOrganisation(register, field, name, organisations),
        )
        .map(({ name }) => name);
      // Those who keep accounts name enterprises that their scope does not show them.
      const entries = keepsAccounts(scope, of)
        ? await findEnterprisesNamed(tx, unknown)
        : await findNamed(tx, scope, of, unknown, knownBy(of));
      for (const name of unknown) known.set(name, entries.get(name) ?? []);
    }
  };
  return { find, meant };
}

const keepsAccounts = (scope: Scope, of: Register): boolean =>
  of === enterprise &&
  scope.sees !== "everything" &&
  scope.role !== undefined &&
  mayAsk(scope.role, "enterpriseNames");

const isOrganisation = (
  register: Register,
  field: string,
  name: string,
  organisations: ReadonlyMap<string, string>,
): boolean => register.allFields[field]?.kind === "organisation" && organisations.has(plain(name));

/** The organisations of the pack by name and short name; a short name that several have means none of them. */
function organisationNames({ organisations }: Campaign): ReadonlyMap<string, string> {
  const ids = new Map<string, Set<string>>();
  for (const [id, { name, shortName }] of organisations) {
    for (const words of new Set([name.zh, shortName.zh, name.en].map(plain))) {
      const same = ids.get(words) ?? new Set();
      ids.set(words, same.add(id));
    }
  }
  return new Map(
    [...ids].flatMap(([words, [id, ...more]]) => (id && more.length === 0 ? [[words, id]] : [])),
  );
}

/** The register in which the name of a field is looked up: that of the link, or of the enterprises for an organisation. */
function registerOf({ allFields }: Register, field: string): Register | undefined {
  const declared = allFields[field];
  if (declared?.kind === "link") return registerNamed(declared.register);
  return declared?.kind === "organisation" ? registerNamed("enterprise") : undefined;
}

/** Fields by each of which alone an entry is known. */
const knownBy = ({ exchange }: Register): readonly string[] =>
  (exchange.keys ?? []).flatMap(([field, ...more]) =>
    field !== undefined && more.length === 0 ? [field] : [],
  );

function oneOf(entries: readonly NamedEntry[], organisation: string | undefined): Meant {
  const narrowed =
    organisation !== undefined && entries.length > 1
      ? entries.filter((entry) => entry.organisation === organisation)
      : entries;
  const standing = narrowed.filter(({ atRest }) => !atRest);
  const [first, ...more] = standing.length > 0 ? standing : narrowed;
  if (first !== undefined && more.length === 0) return { id: first.id };
  if (first === undefined)
    return { problem: { code: "name-unknown", words: importRowRefusals["name-unknown"] } };
  const numbers = [first, ...more].map(({ number }) => number);
  const { zh, en } = importRowRefusals["name-ambiguous"];
  return {
    problem: {
      code: "name-ambiguous",
      words: { zh: `${zh}：${numbers.join("、")}`, en: `${en}: ${numbers.join(", ")}` },
    },
  };
}

import type { Library } from "../../core/pack/library.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { Field } from "../../core/register/field.ts";
import { isLeftOut } from "../../core/register/left-out.ts";
import { fieldOfLine, lineFields, type Register } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { TokenLimits } from "../../core/scope/scope.ts";
import type { Words } from "../../core/words.ts";
import { type Campaign, indicatorName, rowName } from "./campaign.ts";
import { inOrder, type Queryable } from "./database.ts";
import { libraryFor } from "./imported-criteria.ts";
import { namesOf } from "./people.ts";
import { titlesOf } from "./titles.ts";

/** Gives the words for an id or code in a field; undefined where the value speaks for itself. */
export type Namer = (register: Register, field: string, value: string) => Words | string | undefined;

/** The names among them that a token leaves in: the title of another entry is a field of it, left out there as elsewhere. */
export function openNamer(name: Namer, { organisations }: Campaign, token: TokenLimits | undefined): Namer {
  if (token === undefined) return name;
  return (register, field, value) => {
    const declared = fieldOfLine(register, field);
    const of =
      declared?.kind === "link" || declared?.kind === "links"
        ? registerNamed(declared.register)
        : declared?.kind === "organisation" && !organisations.has(value)
          ? enterprise
          : undefined;
    return of !== undefined && isLeftOut(of, of.title, token) ? undefined : name(register, field, value);
  };
}

/** Looks up the names of all people and entries that some entries' values mention, in one query each. */
export async function namer(
  tx: Queryable,
  campaign: Campaign,
  entries: readonly Pick<Entry, "register" | "values">[],
): Promise<Namer> {
  const { persons, titled, cited, standards } = mentioned(campaign, entries);
  const [people, titles, library] = await inOrder([
    namesOf(tx, persons),
    titlesOf(tx, titled),
    libraryFor(tx, campaign, cited, standards),
  ]);
  return (register, field, value) => {
    const declared = fieldOfLine(register, field);
    switch (declared?.kind) {
      case "person":
      case "persons":
        return people.get(value);
      case "link":
        return titles.get(value);
      case "organisation":
      case "organisations":
        return campaign.organisations.get(value)?.name ?? titles.get(value);
      case "region":
        return campaign.regionName(value);
      case "sector":
      case "sectors":
        return campaign.sectorName(value);
      case "packRows":
        return rowName(campaign, library, declared.of, value);
      case "indicators":
        return indicatorName(campaign, value);
      case "criteria":
        return criteriaLabel(library, value);
      case "choice":
        return declared.options[value];
      default:
        return undefined;
    }
  };
}

const pointing: ReadonlySet<Field["kind"]> = new Set([
  "person",
  "persons",
  "link",
  "organisation",
  "organisations",
  "region",
  "sector",
  "sectors",
  "packRows",
  "indicators",
  "criteria",
  "choice",
]);

const pointersByRegister = new WeakMap<Register, readonly (readonly [string, Field["kind"]])[]>();

/** The fields of a register whose values have names. Gathered once: every row of every list asks. */
export function pointersOf(register: Register): readonly (readonly [string, Field["kind"]])[] {
  const known = pointersByRegister.get(register);
  if (known !== undefined) return known;
  const pointers = Object.entries({ ...register.allFields, ...lineFields }).flatMap(([name, { kind }]) =>
    pointing.has(kind) ? [[name, kind] as const] : [],
  );
  pointersByRegister.set(register, pointers);
  return pointers;
}

/** What some entries' values mention: people, entries and items of criteria. The pack's organisations are known; others are entries. */
function mentioned({ organisations }: Campaign, entries: readonly Pick<Entry, "register" | "values">[]) {
  const people = new Set<string>();
  const titled = new Set<string>();
  const cited = new Set<string>();
  const standards = new Set<string>();
  for (const entry of entries) {
    for (const [field, kind] of pointersOf(registerOf(entry))) {
      if (kind === "persons") for (const id of [entry.values[field] ?? []].flat()) people.add(String(id));
      if (kind === "packRows") for (const code of standardsAmong(entry, field)) standards.add(code);
      const value = textValue(entry.values, field);
      if (value === undefined) continue;
      if (kind === "person") people.add(value);
      if (kind === "criteria") cited.add(value);
      if (kind === "link" || (kind === "organisation" && !organisations.has(value))) titled.add(value);
    }
  }
  return { persons: [...people], titled: [...titled], cited: [...cited], standards: [...standards] };
}

function standardsAmong(entry: Pick<Entry, "register" | "values">, field: string): readonly string[] {
  const declared = registerOf(entry).allFields[field];
  const value = entry.values[field];
  return declared?.kind === "packRows" && declared.of === "standards" && Array.isArray(value)
    ? value.map(String)
    : [];
}

function criteriaLabel({ criteria, withdrawn }: Library, id: string): Words | undefined {
  const found = criteria.get(id) ?? withdrawn.get(id);
  if (found === undefined) return undefined;
  const { item, standard } = found;
  const mark = criteria.has(id) ? { zh: "", en: "" } : withdrawnMark;
  return {
    zh: `${standard.name.zh} ${item.article}：${item.text.zh}${mark.zh}`,
    en: `${standard.name.en}, ${item.article}: ${item.text.en}${mark.en}`,
  };
}

const withdrawnMark = { zh: "（导入条款，已撤回）", en: " (imported item, withdrawn)" };

/** The register of an entry; one that there is not is a mistake of ours. */
export function registerOf(entry: Pick<Entry, "register">): Register {
  const register = registerNamed(entry.register);
  if (register === undefined) throw new Error(`No register ${entry.register}`);
  return register;
}

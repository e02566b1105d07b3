import type { Region, Sector } from "../pack/pack.ts";
import type { Field } from "../register/field.ts";
import { inRegion } from "../scope/scope.ts";
import type { Words } from "../words.ts";
import { closest } from "./closest.ts";
import { plain } from "./plain.ts";
import { type Misread, misread, type Reading } from "./reading.ts";

/** What a pack names by codes, so that names, short names and codes are read without a database. */
export interface Lists {
  readonly regions: readonly Pick<Region, "code" | "gb" | "name" | "level" | "formerly">[];
  readonly sectors: readonly Pick<Sector, "code" | "name">[];
  /** Ids of the criteria items, imported ones too. */
  readonly criteria: ReadonlySet<string>;
}

interface Place {
  readonly code: string;
  readonly name: string;
  readonly isTownship: boolean;
}

/** The words that end the name of a division, whatever people it is named for: those of any province. */
const designations = /^(?:.{1,5}族)*(?:自治)?(?:省|市|州|县|区|旗|盟|乡|镇|街道|街道办事处|办事处|地区)$/;
const designation = /(?:省|市|州|县|区|旗|盟|乡|镇)$/;
const between = /[/\\>,、·|-]+/;
const shortest = 2;

/** A reader of places by name, short name, path of names, or code of the pack, also of former days. It remembers what it has read. */
export function regionReader({ regions }: Pick<Lists, "regions">): (text: string) => Reading {
  const places = regions.map(({ code, name, level }) => ({
    code,
    name: plain(name.zh),
    isTownship: level === "township",
  }));
  const byCode = new Map<string, string>();
  for (const { code, gb, formerly = [] } of regions)
    for (const known of [code, gb, ...formerly.map((former) => former.gb)]) byCode.set(known, code);
  const byWords = new Map(
    regions.flatMap(({ code, name: { zh, en } }) => [
      [plain(zh), code],
      [plain(en), code],
    ]),
  );
  const labels = regionLabels(regions);
  const known = new Map<string, Reading>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const read = readRegion(text);
    known.set(text, read);
    return read;
  };

  function readRegion(text: string): Reading {
    const code = byCode.get(text);
    if (code !== undefined) return { value: code };
    const candidates = reached(
      places,
      text.split(between).filter((part) => part !== ""),
    );
    if (candidates.length === 1) return { value: candidates[0]?.code };
    if (candidates.length > 1) return ambiguous(candidates.flatMap((place) => labels.get(place.code) ?? []));
    const named = byWords.get(text);
    if (named !== undefined) return { value: named };
    return misread(
      "cell-no-region",
      closestHint(
        closest(
          text,
          places.map(({ name }) => name),
        ),
      ),
    );
  }
}

function ambiguous(labels: readonly string[]): Misread {
  return misread("cell-region-ambiguous", {
    zh: `可能是：${labels.join("、")}`,
    en: `It may be one of: ${labels.join(", ")}`,
  });
}

/** Where a path of names leads: each lies in the one before; names may also follow one another without a sign between. */
function reached(places: readonly Place[], parts: readonly string[]): readonly Place[] {
  let within: readonly Place[] | undefined;
  for (const part of parts) {
    const inside: readonly Place[] | undefined = within;
    const below =
      inside === undefined ? places : places.filter(({ code }) => inside.some((one) => lies(code, one)));
    within = below.length === 0 ? [] : called(below, part);
  }
  return within ?? [];
}

const lies = (code: string, { code: above }: Place): boolean => code !== above && inRegion(above, code);

function called(places: readonly Place[], name: string): readonly Place[] {
  const own = places.filter((place) => place.name === name);
  if (own.length > 0) return own;
  const short = places.filter((place) => isShortFor(name, place.name));
  return short.length > 0 ? short : joinedNames(places, name);
}

/** 香格里拉 for what is a city, 维西县 for an autonomous county: the name without its designation, or with a shorter one of its kind. */
function isShortFor(text: string, name: string): boolean {
  const kind = designation.exec(text)?.[0] ?? "";
  const isStem =
    text.length >= shortest && name.startsWith(text) && designations.test(name.slice(text.length));
  if (isStem) return true;
  const stem = text.slice(0, text.length - kind.length);
  return (
    kind !== "" &&
    stem.length >= shortest &&
    name.endsWith(kind) &&
    name.startsWith(stem) &&
    designations.test(name.slice(stem.length))
  );
}

/** Names in one word, as addresses have them: the longest beginning that names a place, and in it the rest. */
function joinedNames(places: readonly Place[], text: string): readonly Place[] {
  for (let length = text.length - shortest; length >= shortest; length -= 1) {
    const head = text.slice(0, length);
    const above = places.filter(({ name }) => name === head || isShortFor(head, name));
    if (above.length === 0) continue;
    const below = places.filter(({ code }) => above.some((one) => lies(code, one)));
    const found = below.length === 0 ? [] : called(below, text.slice(length));
    if (found.length > 0) return found;
  }
  return [];
}

/** How a region is written so that it is read back as itself: a township after its county, everything else by its name. */
function regionLabels(regions: Lists["regions"]): ReadonlyMap<string, string> {
  const names = new Map(regions.map(({ code, name }) => [code, name.zh]));
  return new Map(
    regions.map(({ code, name, level }) => {
      const county = level === "township" ? names.get(code.slice(0, 6)) : undefined;
      return [code, county === undefined ? name.zh : `${county}/${name.zh}`];
    }),
  );
}

/** A reader of sectors by code or name, with or without what stands in brackets or after the first of several. */
export function sectorReader({ sectors }: Pick<Lists, "sectors">): (text: string) => Reading {
  const byText = new Map<string, string>();
  const shortNames = new Map<string, string | undefined>();
  for (const { code, name } of sectors) {
    for (const known of [code, name.zh, name.en]) byText.set(plain(known), code);
    for (const part of shortNamesOf(name.zh))
      shortNames.set(part, shortNames.has(part) && shortNames.get(part) !== code ? undefined : code);
  }
  return (text) => {
    const found = byText.get(text) ?? shortNames.get(text.replace(/(?:行业|领域|行业领域)$/, ""));
    if (found !== undefined) return { value: found };
    return misread(
      "cell-no-sector",
      closestHint(
        closest(
          text,
          sectors.map(({ name }) => name.zh),
        ),
      ),
    );
  };
}

const brackets = /[(（][^)）]*[)）]/g;

/** Each of the trades that a sector's name joins, and the name without its brackets; what those hold belongs to no one trade. */
function shortNamesOf(name: string): ReadonlySet<string> {
  const bare = plain(name.replaceAll(brackets, ""));
  return new Set([bare, ...bare.split("、")].filter((part) => part.length >= shortest));
}

export const closestHint = (found: string | undefined): Partial<Words> =>
  found === undefined ? {} : { zh: `最接近的是“${found}”`, en: `The closest is "${found}"` };

/** How the pack's codes are shown in a cell, so that they are read back as themselves; undefined for what is no code of the pack. */
export function listLabels({ regions, sectors }: Pick<Lists, "regions" | "sectors">) {
  const ofRegions = regionLabels(regions);
  const ofSectors = new Map(sectors.map(({ code, name }) => [code, name.zh]));
  return ({ kind }: Pick<Field, "kind">, value: string): string | undefined => {
    if (kind === "region") return ofRegions.get(value);
    return kind === "sector" || kind === "sectors" ? ofSectors.get(value) : undefined;
  };
}

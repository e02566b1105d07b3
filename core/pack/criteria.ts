import type { Day } from "../calendar/day.ts";
import type { CriteriaItem, CriteriaStandard, CriteriaTopic, Pack } from "./pack.ts";

/** `unconfirmed`: in force, as far as is known, since a day that nobody has confirmed. */
export type StandardState = "inForce" | "coming" | "ended" | "unconfirmed";

/** Where a standard stands on a day. */
export function standardState({ from, to }: Pick<CriteriaStandard, "from" | "to">, on: Day): StandardState {
  if (to !== undefined && to < on) return "ended";
  if (from === null) return "unconfirmed";
  return from <= on ? "inForce" : "coming";
}

/** Whether a hazard found on that day is judged by it: only a standard whose first day is known can be cited. */
export const isInForce = (standard: Pick<CriteriaStandard, "from" | "to">, on: Day): boolean =>
  standardState(standard, on) === "inForce";

/** In force on the day, be it since a day that nobody has confirmed. */
export const holds = (standard: Pick<CriteriaStandard, "from" | "to">, on: Day): boolean =>
  ["inForce", "unconfirmed"].includes(standardState(standard, on));

/** How many of the official text's leaf items are loaded: what the official count leaves out does not count here either. */
export const loadedItems = (items: readonly Pick<CriteriaItem, "outsideCount">[]): number =>
  items.filter(({ outsideCount }) => outsideCount !== true).length;

/** The sectors to which an item applies. */
export const sectorsOf = (item: CriteriaItem, standard: CriteriaStandard): readonly string[] =>
  item.sectors ?? standard.sectors;

/** By what a sector is judged. */
export interface SectorCoverage {
  /** Codes of its criteria standards. */
  readonly criteria: readonly string[];
  /** Codes of the lists of key check items that stand in for criteria. */
  readonly keyCheckItems: readonly string[];
  /** How many items of either a hazard can cite. */
  readonly citableItems: number;
}

/** What a sector is judged by on a day; none of it where neither criteria nor key check items are registered for it. */
export function sectorCoverage(
  { standards, items }: Pick<Pack, "standards" | "items">,
  sector: string,
  on: Day,
): SectorCoverage {
  const own = standards.filter((standard) => standard.sectors.includes(sector) && holds(standard, on));
  const isJudged = own.some((one) => one.kind === "criteria" && isInForce(one, on));
  // Key check items stand in for criteria: beside those in force they judge nothing.
  const standing = own.filter(({ kind }) => kind === "criteria" || !isJudged);
  const citable = new Map(standing.filter((one) => isInForce(one, on)).map((one) => [one.code, one]));
  const codesOf = (wanted: CriteriaStandard["kind"]) =>
    standing.filter(({ kind }) => kind === wanted).map(({ code }) => code);
  return {
    criteria: codesOf("criteria"),
    keyCheckItems: codesOf("keyCheckItems"),
    citableItems: items.filter((item) => {
      const standard = citable.get(item.standard);
      return standard !== undefined && sectorsOf(item, standard).includes(sector);
    }).length,
  };
}

/**
 * Whether a row of the library is what somebody searches for: every word of the question must stand in it. A bare number means
 * a number of an article or an item and not a digit within another; 令10号 finds 令第10号, and any kind of bracket any other.
 */
export function isFound(haystack: string, question: string): boolean {
  return question
    .split(/\s+/)
    .map(plain)
    .every((word) =>
      /^\d+$/.test(word) ? new RegExp(`(?<![\\d.])${word}(?!\\d)`).test(haystack) : haystack.includes(word),
    );
}

/** What a search of an item looks into. */
export const itemHaystack = (item: CriteriaItem, standard: CriteriaStandard): string =>
  plain(
    [
      `${item.standard}/${item.item}`,
      item.article,
      inDigits(item.item),
      item.text.zh,
      item.text.en,
      ...wordsOf(standard),
    ].join("\n"),
  );

/** What a search of a topic looks into. */
export const topicHaystack = (topic: CriteriaTopic, standard: CriteriaStandard): string =>
  plain(
    [
      `${topic.standard}/${topic.topic}`,
      topic.heading,
      topic.text.zh,
      topic.text.en,
      ...wordsOf(standard),
    ].join("\n"),
  );

/** What a search of a standard looks into. */
export const standardHaystack = (standard: CriteriaStandard): string =>
  plain([standard.code, ...wordsOf(standard)].join("\n"));

// 令第10号 is called 令10号 by everybody.
const wordsOf = ({ name, document }: CriteriaStandard): readonly string[] =>
  document === null ? [name.zh, name.en] : [name.zh, name.en, document, document.replaceAll(/第(?=\d)/g, "")];

/** 12-1 as 第12条第1项, for whoever types digits. */
function inDigits(item: string): string {
  const [, article, number] = /^(\d+)(?:-(\d+))?$/.exec(item) ?? [];
  if (article === undefined) return "";
  return number === undefined ? `第${article}条` : `第${article}条第${number}项`;
}

/** One form of every letter, width and bracket. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[〔【[]/g, "(")
    .replaceAll(/[〕】\]]/g, ")");

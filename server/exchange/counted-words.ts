import type { Band } from "../../core/campaign/bands.ts";
import type { Counted } from "../../core/campaign/counted.ts";
import type { Count } from "../../core/register/numbers.ts";
import type { Register } from "../../core/register/register.ts";
import { officialCode } from "../../core/scope/region.ts";
import type { Words } from "../../core/words.ts";
import type { Campaign } from "../store/campaign.ts";

/** What a list holds that a figure counts, in words: the count, its days, and where it is taken. */
export function countedWords(
  { regionName, sectorName, organisations }: Campaign,
  register: Register,
  { count, window, asOf, since, cut, levels = [], kinds = [], sum }: Counted,
): Words {
  const say = (language: keyof Words): string => {
    const named = register.counts[count]?.words[language] ?? count;
    const { region, at, sectors = [], park, organisation } = cut;
    const nameOf = (code: string) => regionName(code)?.[language] ?? officialCode(code);
    const option = (field: string | undefined, value: string) => {
      const declared = field === undefined ? undefined : register.allFields[field];
      return (
        (declared && "options" in declared && declared.options[value]?.[language]) ||
        value ||
        without[language]
      );
    };
    const places = [
      ...(region === undefined ? [] : [nameOf(region)]),
      ...(at === undefined ? [] : [itselfSaid[language](nameOf(at))]),
      ...sectors.map((code) => sectorName(code)?.[language] ?? (code || without[language])),
      ...(park === undefined ? [] : [organisations.get(park)?.shortName[language] ?? without[language]]),
      ...(organisation === undefined ? [] : [enterprise[language]]),
      ...levels.map((value) => option("level", value)),
      ...kinds.map((value) => option(register.countedBy, value)),
    ];
    const days = daysSaid[language](window.from, window.to);
    const summed = sum === undefined ? [] : [bandSaid(sum, register.counts[count])[language]];
    const known = [
      ...(asOf === undefined ? [] : [knownSaid[language](asOf)]),
      ...(since === undefined ? [] : [changedSaid[language](since)]),
    ];
    return [named, ...summed, days, ...places, ...known].join(" · ");
  };
  return { zh: say("zh"), en: say("en") };
}

/** From how much to how much, in days where the count sums days. */
export function bandSaid({ from, to }: Band, count?: Count): Words {
  const unit = count && "daysSince" in count && count.daysSince !== undefined ? inDays : inNone;
  const [zh, en] =
    to === undefined
      ? [`${from}${unit.zh}及以上`, `${from}${unit.en} and more`]
      : [`${from} 至 ${to}${unit.zh}`, `${from} to ${to}${unit.en}`];
  return { zh, en };
}

const inDays: Words = { zh: "天", en: " days" };
const inNone: Words = { zh: "", en: "" };

const without: Words = { zh: "未分类", en: "none" };
const enterprise: Words = { zh: "所选企业", en: "the enterprise chosen" };

const itselfSaid: Readonly<Record<keyof Words, (region: string) => string>> = {
  zh: (region) => `${region}（未具体到下级地区）`,
  en: (region) => `${region} (no place within it named)`,
};

/** A region without those below it. */
export const itselfWords = ({ zh, en }: Words): Words => ({ zh: itselfSaid.zh(zh), en: itselfSaid.en(en) });

const daysSaid: Readonly<Record<keyof Words, (from: string | undefined, to: string) => string>> = {
  zh: (from, to) => (from === undefined ? `截至 ${to}` : `${from} 至 ${to}`),
  en: (from, to) => (from === undefined ? `on ${to}` : `${from} to ${to}`),
};

const knownSaid: Readonly<Record<keyof Words, (asOf: string) => string>> = {
  zh: (asOf) => `按 ${asOf} 当时所知`,
  en: (asOf) => `as known on ${asOf}`,
};

const changedSaid: Readonly<Record<keyof Words, (since: string) => string>> = {
  zh: (since) => `${since} 以后计入或者不再计入的`,
  en: (since) => `counted, or counted no more, after ${since}`,
};

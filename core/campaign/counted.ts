import { type Day, isDay } from "../calendar/day.ts";
import { officialCode, pathCode } from "../scope/region.ts";
import type { Band } from "./bands.ts";
import type { Cut, Term, Window } from "./indicator.ts";

/** The entries that a figure counts, as a list's address tells them: by which count of the register, on which days and where. */
export interface Counted extends Pick<Term, "levels" | "kinds"> {
  /** The count's own name within its register: `found`. */
  readonly count: string;
  readonly window: Window;
  /** As it was known on this day; as it is known now where it is absent. */
  readonly asOf?: Day;
  /** Instead of what counts, whatever came to it or went from it after this day of knowledge. */
  readonly since?: Day;
  readonly cut: Cut;
  /** Only those of which the count sums so much: closings after 8 to 15 days. */
  readonly sum?: Band;
}

const between = "_";
const among = ".";
/** Stands for what an entry does not have: a sector, a level. */
const nothing = "-";

/**
 * One word of an address, with no sign in it that an address would have to encode:
 * `found_from.2026-01-01_to.2026-11-27_region.533401_level.major`. Regions by their official codes.
 */
export function writeCounted({ count, window, asOf, since, cut, levels, kinds, sum }: Counted): string {
  const said: readonly (readonly [string, readonly (string | undefined)[] | undefined])[] = [
    ["from", [window.from]],
    ["to", [window.to]],
    ["asOf", [asOf]],
    ["since", [since]],
    ["region", [cut.region === undefined ? undefined : officialCode(cut.region)]],
    ["at", [cut.at === undefined ? undefined : officialCode(cut.at)]],
    ["sector", cut.sectors],
    ["park", [cut.park]],
    ["organisation", [cut.organisation]],
    ["level", levels],
    ["kind", kinds],
    ["sum", sum && [`${sum.from}`, ...(sum.to === undefined ? [] : [`${sum.to}`])]],
  ];
  const told = said.flatMap(([name, values]) =>
    values === undefined || values[0] === undefined
      ? []
      : [[name, ...values.map((value) => value || nothing)].join(among)],
  );
  return [count, ...told].join(between);
}

const word = /^[A-Za-z0-9-]+$/;

/** What such a word says; undefined where it is none. */
export function readCounted(text: string): Counted | undefined {
  const [count = "", ...told] = text.split(between);
  const said = new Map<string, readonly string[]>();
  for (const one of told) {
    const [name = "", ...values] = one.split(among);
    if (!names.includes(name) || said.has(name) || values.length === 0) return undefined;
    if (!values.every((value) => word.test(value))) return undefined;
    said.set(
      name,
      values.map((value) => (value === nothing ? "" : value)),
    );
  }
  const single = (name: string) => (said.get(name)?.length === 1 ? said.get(name)?.[0] : undefined);
  const isLone = names.every(
    (name) => lists.includes(name) || !said.has(name) || said.get(name)?.length === 1,
  );
  const [from, to, asOf, since] = ["from", "to", "asOf", "since"].map(single);
  const areDays = [from, to, asOf, since].every((day) => day === undefined || isDay(day));
  if (!word.test(count) || !isLone || !areDays || to === undefined) return undefined;
  const [region, at, park, organisation] = ["region", "at", "park", "organisation"].map(single);
  const [sectors, levels, kinds] = ["sector", "level", "kind"].map((name) => said.get(name));
  const summed = said.get("sum");
  const sum = summed && bandOf(summed);
  if (summed !== undefined && sum === undefined) return undefined;
  return {
    count,
    window: { ...(from === undefined ? {} : { from }), to },
    ...(asOf === undefined ? {} : { asOf }),
    ...(since === undefined ? {} : { since }),
    cut: {
      ...(region === undefined ? {} : { region: pathCode(region) }),
      ...(at === undefined ? {} : { at: pathCode(at) }),
      ...(sectors === undefined ? {} : { sectors }),
      ...(park === undefined ? {} : { park }),
      ...(organisation === undefined ? {} : { organisation }),
    },
    ...(levels === undefined ? {} : { levels }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(sum === undefined ? {} : { sum }),
  };
}

function bandOf(said: readonly string[]): Band | undefined {
  const [from = Number.NaN, to, ...more] = said.map((number) =>
    /^\d{1,6}$/.test(number) ? Number(number) : Number.NaN,
  );
  if (more.length > 0 || Number.isNaN(from) || Number.isNaN(to ?? 0)) return undefined;
  return to === undefined ? { from } : { from, to };
}

const lists: readonly string[] = ["sector", "level", "kind", "sum"];
const names: readonly string[] = [
  "from",
  "to",
  "asOf",
  "since",
  "region",
  "at",
  "park",
  "organisation",
  ...lists,
];

import { periodNamed } from "../calendar/period.ts";
import type { Pack } from "../pack/pack.ts";
import { regionLevels } from "../pack/pack.ts";
import type { FigurePlace } from "../register/figures.ts";
import type { FiguresAsked, FigureWanted } from "../register/figures-asked.ts";
import { mostIndicators } from "./briefing-fields.ts";

type Place = Required<Pick<FigurePlace, "cut" | "place">>;

/**
 * The table that a briefing freezes: each indicator of the whole region, of the regions one level below and, where it is asked, of each
 * sector. The regions are ranked by what the pack ranks by (`analysis.json`), and by nothing else.
 */
export function briefingFigures(asked: FiguresAsked): readonly FigureWanted[] {
  const { entry, input, actor, pack, isToldBySector } = asked;
  const held = (name: string): unknown => (Object.hasOwn(input, name) ? input[name] : entry.values[name]);
  const period = periodNamed(String(held("period") ?? ""));
  const chosen = [held("indicators") ?? []].flat();
  const region = String(entry.values.region ?? actor.region);
  const whole = pack.regions.find(({ code }) => code === region);
  if (period === undefined || whole === undefined) return [];
  const { from, to } = period;
  const own: Place = { cut: { region }, place: whole.name };
  const regions = regionsBelow(pack, region);
  const sectors = held("bySector") === true ? sectorsOf(pack, region) : [];
  const rankings = new Map(
    pack.analysis.briefing.rankings.map(({ indicator, first }) => [indicator, first] as const),
  );
  return pack.indicators
    .filter(({ id }) => chosen.includes(id))
    .slice(0, mostIndicators)
    .sort((one, other) => chosen.indexOf(one.id) - chosen.indexOf(other.id))
    .flatMap(({ id: indicator }) => {
      const ranks = rankings.get(indicator);
      return [
        { indicator, ...own, from, to },
        ...regions.map((place) => ({ indicator, ...place, from, to, ...(ranks ? { ranks } : {}) })),
        ...(isToldBySector(indicator) ? sectors : []).map((place) => ({ indicator, ...place, from, to })),
      ];
    });
}

function regionsBelow({ regions }: Pack, code: string): readonly Place[] {
  const level = regions.find((one) => one.code === code)?.level ?? "township";
  const below = regionLevels[regionLevels.indexOf(level) + 1];
  return regions
    .filter((one) => one.level === below && one.code.startsWith(code))
    .map((one) => ({ cut: { region: one.code }, place: one.name }));
}

const sectorsOf = ({ sectors }: Pack, region: string): readonly Place[] =>
  sectors.map(({ code, name }) => ({ cut: { region, sectors: [code] }, place: name }));

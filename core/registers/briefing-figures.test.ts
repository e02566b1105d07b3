import { describe, expect, test } from "vitest";
import { organisationFact } from "../../server/store/campaign.ts";
import { aBriefing } from "../../test/support/briefing-journeys.ts";
import { campaign, person } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { blankEntry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { briefingFigures } from "./briefing-figures.ts";

describe("the table of a briefing", () => {
  const wanted = (input: Values, isToldBySector = () => true) =>
    briefingFigures({
      entry: blankEntry("briefing", "x"),
      input,
      actor: person("zhang"),
      day: firstDay,
      pack: campaign.pack,
      organisation: (of) => organisationFact(campaign, of),
      packId: (of) => campaign.organisations.get(of)?.id,
      isToldBySector,
    });
  const { bySector: _, ...plain } = aBriefing;

  test("has each indicator of the region, and of those a level below", () => {
    const places = wanted({ ...plain, indicators: ["hazards-found"] }).map(({ cut }) => cut);
    const counties = campaign.pack.regions.filter(
      ({ level, code }) => level === "county" && code.startsWith("5334"),
    );
    expect(places).toEqual([{ region: "5334" }, ...counties.map(({ code }) => ({ region: code }))]);
  });

  test("and of each sector where that is asked and the indicator lies in sectors", () => {
    const bySector = (told: boolean) =>
      wanted({ ...aBriefing, indicators: ["hazards-found"] }, () => told).filter(({ cut }) => cut.sectors);
    expect(bySector(true)).toHaveLength(campaign.pack.sectors.length);
    expect(bySector(false)).toEqual([]);
  });

  test("ranks regions alone, by what the pack ranks by, and stands in the order of the choice", () => {
    const all = wanted({ ...aBriefing, indicators: ["on-time-rate", "hazards-overdue", "hazards-found"] });
    expect([...new Set(all.map(({ indicator }) => indicator))]).toEqual([
      "on-time-rate",
      "hazards-overdue",
      "hazards-found",
    ]);
    const ranks = (indicator: string) => [
      ...new Set(
        all.filter((one) => one.indicator === indicator && !one.cut.sectors).map((one) => one.ranks),
      ),
    ];
    expect(ranks("on-time-rate")).toEqual([undefined, "most"]);
    expect(ranks("hazards-overdue")).toEqual([undefined, "least"]);
    expect(ranks("hazards-found")).toEqual([undefined]);
    expect(all.filter(({ cut, ranks: own }) => own && (cut.sectors || cut.region === "5334"))).toEqual([]);
  });

  test("has nothing of a period that is none", () => {
    expect(wanted({ ...aBriefing, period: "2026-13" })).toEqual([]);
  });
});

test("no ranking of any pack goes by what no register counts", () => {
  const known = new Map(campaign.pack.indicators.map((one) => [one.id, one]));
  for (const { indicator, first } of campaign.pack.analysis.briefing.rankings) {
    const { better, people } = known.get(indicator) ?? {};
    expect([indicator, better, people ?? false]).toEqual([
      indicator,
      first === "most" ? "more" : "less",
      false,
    ]);
  }
});

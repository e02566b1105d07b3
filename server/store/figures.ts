import { addDays, type Day } from "../../core/calendar/day.ts";
import type { Figure } from "../../core/campaign/indicator.ts";
import { rowsOffered } from "../../core/campaign/pivot-offer.ts";
import { type FigurePlace, type Formula, type FrozenFigure, frozen } from "../../core/register/figures.ts";
import type { FiguresAsked } from "../../core/register/figures-asked.ts";
import type { Act } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type Campaign, organisationFact, parametersOn } from "./campaign.ts";
import { computeIndicators } from "./cells.ts";
import { becomeCommitter, becomeReader, inOrder, type Transaction } from "./database.ts";
import type { FactsRequest } from "./facts-request.ts";

/** A figure to be counted again. */
export interface Recounted extends FigurePlace {
  readonly formula: Formula;
}

/**
 * What figures come to as they were known at the end of a day, now where no day is given. Each in the sight of its region, whoever
 * asks: a figure that somebody reported and another reads is one figure.
 */
export async function countFigures(
  tx: Transaction,
  wanted: readonly Recounted[],
  asOf?: Day,
): Promise<readonly Figure[]> {
  if (wanted.length === 0) return [];
  await becomeCommitter(tx);
  const regions = [...new Set(wanted.map(({ cut }) => cut.region))];
  const found = await inOrder(
    regions.map((region) =>
      computeIndicators(
        tx,
        { sees: "region", region, sectors: "all", organisation: "" },
        wanted
          .filter(({ cut }) => cut.region === region)
          .map(({ formula, cut, from, to }) => ({
            indicator: formula,
            cut,
            from,
            to,
            ...(asOf === undefined ? {} : { asOf }),
          })),
      ),
    ),
  );
  await becomeReader(tx);
  const left = new Map(regions.map((region, at) => [region, [...(found[at] ?? [])]]));
  return wanted.map(({ cut }) => {
    const figure = left.get(cut.region)?.shift();
    if (figure === undefined) throw new Error("A figure that was not counted");
    return figure;
  });
}

/** What an act freezes; undefined where it freezes nothing. */
export async function figureFacts(
  tx: Transaction,
  campaign: Campaign,
  { entry, input, actor, day, acts }: FactsRequest,
): Promise<readonly FrozenFigure[] | undefined> {
  const [figures] = acts.flatMap(({ facts }: Act) => facts?.figures ?? []);
  if (figures === undefined) return undefined;
  const { pack } = campaign;
  const organisation: FiguresAsked["organisation"] = (id) => organisationFact(campaign, id);
  const packId: FiguresAsked["packId"] = (id) => campaign.organisations.get(id)?.id;
  const isToldBySector: FiguresAsked["isToldBySector"] = (id) => {
    const counted = pack.indicators.find((indicator) => indicator.id === id)?.counts;
    const register = registerNamed(counted?.count.split(".")[0] ?? "");
    return (
      counted !== undefined &&
      register !== undefined &&
      rowsOffered({ counts: counted }, register).includes("sector")
    );
  };
  const asked = { entry, input, actor, day, pack, organisation, packId, isToldBySector };
  const wanted = figures(asked).map((one) => {
    const indicator = pack.indicators.find(({ id }) => id === one.indicator);
    if (indicator === undefined) throw new Error(`The pack has no indicator ${one.indicator}`);
    return { ...one, indicator };
  });
  const fewBelow = parametersOn(campaign, day).numbers["figure.few.below"];
  const asOf = addDays(day, -1);
  const counted = await countFigures(
    tx,
    wanted.map(({ indicator, ...place }) => ({ ...place, formula: indicator })),
    asOf,
  );
  return wanted.map(({ indicator, ...place }, at) => {
    const figure = counted[at];
    if (figure === undefined) throw new Error("A figure that was not counted");
    return frozen(indicator, place, asOf, figure, fewBelow);
  });
}

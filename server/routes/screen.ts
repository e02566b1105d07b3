import { z } from "zod";
import { type Day, monthsLater } from "../../core/calendar/day.ts";
import { type TargetOnBoard, worstLamp } from "../../core/campaign/board.ts";
import type { CubeRow, Dimension } from "../../core/campaign/cube.ts";
import { type Indicator, indicatorUnits } from "../../core/campaign/indicator.ts";
import { type LampColour, lampColours } from "../../core/campaign/lamp.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import { readBoardOf } from "../store/board.ts";
import type { Campaign } from "../store/campaign.ts";
import { readCube } from "../store/cubes.ts";
import { inOrder, inTransaction, type Transaction } from "../store/database.ts";
import * as shapes from "./shapes.ts";

const lamps = z.record(z.enum(lampColours), z.int());
const named = z.object({ id: z.string(), name: shapes.words, unit: z.enum(indicatorUnits) });
const value = z.number().nullable();

/** What a big screen shows: figures and lamps, and no name of a person or an enterprise. */
export const screenAnswer = z.object({
  at: z.iso.datetime(),
  day: z.iso.date(),
  /** Where the figures are taken. */
  place: shapes.words,
  lamps,
  objectives: z.array(
    z.object({
      id: z.string(),
      title: shapes.words,
      lamp: z.enum(lampColours).nullable(),
      figure: named.extend({ value }).optional(),
    }),
  ),
  /** The measures whose lamp is red, in the order of the plan, with how many units are. */
  red: z.array(z.object({ number: z.int(), title: shapes.words, units: z.int() })),
  units: z.array(z.object({ id: z.string(), shortName: shapes.words, lamps })),
  /** The indicator of the map and of the trend; null where no objective has one. */
  shown: z
    .object({
      indicator: named,
      value,
      regions: z.array(z.object({ code: z.string(), gb: z.string(), name: shapes.words, value })),
      months: z.array(z.object({ month: z.string(), value })),
    })
    .nullable(),
});
export type ScreenAnswer = z.output<typeof screenAnswer>;

export const readScreen = route(
  "GET /api/screen",
  {
    right: "figures",
    ...bare,
    tag: "screen",
    words: { zh: "大屏数字：与挂图作战相同", en: "The figures of the big screen: those of the board" },
    answers: screenAnswer,
  },
  async (visit) => ok(await screenOf(visit)),
);

type ScreenVisit = Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "scope" | "now" | "today">;

/** The big screen of a scope, told from the same facts as its board. */
export function screenOf({
  services: { pool, campaign },
  scope,
  now,
  today,
}: ScreenVisit): Promise<ScreenAnswer> {
  return inTransaction(pool, scope, async (tx) => {
    const board = await readBoardOf(tx, scope, campaign, { day: today, today });
    const { pack, targets, units, figures } = board;
    const ofMeasure = (number: number) =>
      targets.filter(({ target: { place } }) => "measure" in place && place.measure === number);
    const worst = pack.plan.measures.map((measure) => ({
      measure,
      lamp: worstLamp(ofMeasure(measure.number)),
    }));
    const redUnits = (number: number) =>
      units.filter(({ id }) => worstLamp(ofMeasure(number), id)?.colour === "red").length;
    return {
      at: now.toISOString(),
      day: today,
      place: placeOf(campaign, scope),
      lamps: countLamps(worst.map(({ lamp }) => lamp?.colour)),
      objectives: objectivesOf(board),
      red: worst
        .filter(({ lamp }) => lamp?.colour === "red")
        .map(({ measure: { number, title } }) => ({ number, title, units: redUnits(number) })),
      units: units.map(({ id, organisation: { shortName } }) => ({
        id,
        shortName,
        lamps: countLamps(pack.plan.measures.map(({ number }) => worstLamp(ofMeasure(number), id)?.colour)),
      })),
      shown: await shownOf(tx, scope, campaign, { targets, figures, questions: board.questions }),
    };
  });
}

type BoardFacts = Awaited<ReturnType<typeof readBoardOf>>;

function countLamps(colours: readonly (LampColour | undefined)[]): Record<LampColour, number> {
  const counts: Record<LampColour, number> = { red: 0, yellow: 0, green: 0, grey: 0 };
  for (const colour of colours) if (colour !== undefined) counts[colour] += 1;
  return counts;
}

const objectiveTargets = (targets: readonly TargetOnBoard[], number: number | undefined) =>
  targets.filter(
    ({ target: { place } }) => "section" in place && place.section === "objective" && place.number === number,
  );

/** The objectives with their lamps, and the figure that the board shows with each. */
function objectivesOf({ pack, targets, figures }: BoardFacts): ScreenAnswer["objectives"] {
  return pack.plan.sections.flatMap(({ kind, number, title }) => {
    const own = kind === "objective" ? objectiveTargets(targets, number) : [];
    if (own.length === 0) return [];
    const proof = own.find((one) => one.proof !== undefined)?.proof;
    const figure = proof && { ...nameOf(proof.indicator), value: figures[proof.question]?.value ?? null };
    return [{ id: `o${number}`, title, lamp: worstLamp(own)?.colour ?? null, ...(figure && { figure }) }];
  });
}

const nameOf = ({ id, name, unit }: Indicator) => ({ id, name, unit });

const trendMonths = 12;

/**
 * By place and by month what an objective counts: the first of which less is better, since that is what somebody must do something
 * about; over the days over which the board takes it.
 */
async function shownOf(
  tx: Transaction,
  scope: Scope,
  { pack }: Campaign,
  { targets, figures, questions }: Pick<BoardFacts, "targets" | "figures" | "questions">,
): Promise<ScreenAnswer["shown"]> {
  const proofs = pack.plan.sections.flatMap(({ kind, number }) =>
    kind === "objective" ? objectiveTargets(targets, number).flatMap(({ proof }) => proof ?? []) : [],
  );
  const proof = proofs.find(({ indicator }) => indicator.better === "less") ?? proofs[0];
  const question = proof && questions[proof.question];
  if (proof === undefined || question === undefined) return null;
  const { indicator } = proof;
  const { from, to } = question;
  const depth = placesIn(pack, scope);
  const read = (by: Dimension, first: Day) =>
    readCube(tx, scope, { indicator, by: [by], from: first, to, cut: {} });
  const [places, months] = await inOrder([
    read(depth.dimension, from),
    read("month", `${monthsLater(to, 1 - trendMonths).slice(0, 7)}-01`),
  ]);
  const valueAt = (rows: readonly CubeRow[], dimension: Dimension, code: string) =>
    rows.find(({ at }) => at[dimension] === code)?.value ?? (indicator.of === undefined ? 0 : null);
  return {
    indicator: nameOf(indicator),
    value: figures[proof.question]?.value ?? null,
    regions: depth.regions.map(({ code, gb, name }) => ({
      code,
      gb,
      name,
      value: valueAt(places.rows, depth.dimension, code),
    })),
    months: monthsUpTo(to).map((month) => ({ month, value: valueAt(months.rows, "month", `${month}-01`) })),
  };
}

/** The last months up to a day, the earliest first: one without anything stands there as well. */
const monthsUpTo = (to: Day): readonly string[] =>
  Array.from({ length: trendMonths }, (_, at) => monthsLater(to, at + 1 - trendMonths).slice(0, 7));

const countyDigits = 6;

/** The regions one level below the scope's own. */
function placesIn({ regions }: Campaign["pack"], scope: Scope) {
  const own = scope.sees === "region" ? scope.region : "";
  const dimension = own.length < countyDigits ? ("county" as const) : ("township" as const);
  return {
    dimension,
    regions: regions.filter(({ code, level }) => level === dimension && code.startsWith(own)),
  };
}

const wholePrefecture = { zh: "全部地区", en: "Everywhere" };

function placeOf(campaign: Campaign, scope: Scope) {
  return (scope.sees === "region" ? campaign.regionName(scope.region) : undefined) ?? wholePrefecture;
}

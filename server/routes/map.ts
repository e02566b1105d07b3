import { z } from "zod";
import { drawnOutlines, publicMapNumber } from "../../core/map/outline.ts";
import { addressOf } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { listParameters, listQueryOf } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import { isOnMap, readPoints } from "../store/points.ts";
import { recordListRead } from "./recorded.ts";
import { registerFor, registersFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const tag = "map";
const degrees = z.number();
const box = z.object({ west: degrees, south: degrees, east: degrees, north: degrees });

export const outlineShape = z.object({
  region: z.string(),
  name: shapes.words,
  /** Closed rings of longitude and latitude, in degrees of CGCS2000. */
  rings: z.array(z.array(z.tuple([degrees, degrees]))),
  source: z.string(),
  toBeConfirmed: z.boolean(),
});

export const readMap = route(
  "GET /api/map",
  {
    right: "registers",
    ...bare,
    tag,
    words: {
      zh: "一张图：行政区划轮廓（CGCS2000）、可落图的台账、底图",
      en: "The map: outlines of regions (CGCS2000), the registers that lie on it, the tiles beneath",
    },
    answers: z.object({
      outlines: z.array(outlineShape),
      /** The region that the post covers; empty where it covers none, or all. */
      region: z.string(),
      registers: z.array(z.object({ name: z.string(), words: shapes.words })),
      /** The approval number (审图号), where the pack names one. */
      approval: z.string().nullable(),
      /** Tiles beneath the outlines; null where the operator chose none, and then nothing is asked for outside. */
      tiles: z
        .object({
          layers: z.array(z.string()),
          subdomains: z.array(z.string()),
          attribution: shapes.words,
          mostZoom: z.int(),
        })
        .nullable(),
    }),
  },
  async ({ services: { campaign, mapTiles }, actor, scope }) =>
    ok({
      outlines: drawnOutlines(campaign.pack),
      region: scope.sees === "region" ? scope.region : "",
      registers: registersFor(actor)
        .filter(isOnMap)
        .map(({ name, words }) => ({ name, words })),
      approval: publicMapNumber(campaign.pack) ?? null,
      tiles: mapTiles ?? null,
    }),
);

const most = { longitude: 180, latitude: 90, zoom: 22 };
/** `west,south,east,north`, as GeoJSON orders it (RFC 7946 §5). */
const boxInAddress = z
  .string()
  .regex(/^-?[0-9]{1,3}(\.[0-9]{1,9})?(,-?[0-9]{1,3}(\.[0-9]{1,9})?){3}$/)
  .transform((text) => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number);
    return { west, south, east, north };
  })
  .refine(
    ({ west, south, east, north }) =>
      west < east &&
      south < north &&
      Math.max(Math.abs(west), Math.abs(east)) <= most.longitude &&
      Math.max(Math.abs(south), Math.abs(north)) <= most.latitude,
  );

export const listPoints = route(
  "GET /api/registers/:register/points",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string() }),
    query: listParameters.extend({
      box: boxInAddress,
      zoom: z.coerce.number().int().min(0).max(most.zoom),
    }),
    tag,
    words: {
      zh: "列表条目的坐标（聚合）；筛选和总数与列表相同",
      en: "Where the entries of a list lie, clustered; filters and total are those of the list",
    },
    answers: z.object({
      total: z.int(),
      placed: z.int(),
      inView: z.int(),
      clusters: z.array(
        z.object({
          longitude: degrees,
          latitude: degrees,
          count: z.int(),
          overdue: z.int(),
          box,
          entries: z.array(z.object({ id: shapes.id, number: z.string(), title: z.string() })).optional(),
        }),
      ),
    }),
  },
  async (visit) => {
    const { services, scope, actor, today, query } = visit;
    const { box: seen, zoom, ...asked } = query;
    const register = registerFor(visit.params.register, actor);
    if (!isOnMap(register)) throw new HttpProblem("not-found");
    const list = listQueryOf(register, asked, { actor, today, campaign: services.campaign });
    return inTransaction(services.pool, scope, async (tx) => {
      const points = await readPoints(tx, scope, register, list, { box: seen, zoom, today });
      const named = points.clusters.reduce((sum, { entries = [] }) => sum + entries.length, 0);
      await recordListRead(tx, visit, register, addressOf(asked), named);
      return ok(points);
    });
  },
);

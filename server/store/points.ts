import { limits } from "../../core/limits.ts";
import { type Box, clusterDegrees } from "../../core/map/clusters.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import type { Parameters } from "./scope.ts";
import { columnsOf, hasPoint, tableOf } from "./tables.ts";
import { everyFound } from "./text-search.ts";
import { isPartyBeyond, type ListQuery, ownRows, partyRows, readPlanned, statement } from "./walks.ts";

/** Points that lie near each other on the map, as one. */
export interface PointCluster {
  /** The middle of its points. */
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  /** How many of them are overdue. */
  readonly overdue: number;
  readonly box: Box;
  /** Named where all lie at one point, so that no step nearer would part them; the first of them where they are many. */
  readonly entries?: readonly PointEntry[];
}

export interface PointEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface MapPoints {
  /** As many as the list has under the same filters. */
  readonly total: number;
  /** How many of these have a position. */
  readonly placed: number;
  readonly inView: number;
  readonly clusters: readonly PointCluster[];
}

interface View {
  readonly box: Box;
  readonly zoom: number;
  readonly today: string;
}

/** Links by which an entry without a place of its own has one: its site's before its enterprise's. */
function placedBy(register: Register): readonly { readonly column: string; readonly register: Register }[] {
  return ["site", "enterprise"].flatMap((wanted) =>
    [...columnsOf(register)].flatMap(([column, { field }]) => {
      const declared = register.allFields[field];
      const linked =
        declared?.kind === "link" && declared.register === wanted ? registerNamed(wanted) : undefined;
      return linked === undefined ? [] : [{ column, register: linked }];
    }),
  );
}

/** Whether entries of a register have a position, their own or that of what they belong to. */
export const isOnMap = (register: Register): boolean => hasPoint(register) || placedBy(register).length > 0;

/** The entries of a list on a part of the map, clustered; by the list's own query, so that both count the same. */
export async function readPoints(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
  view: View,
): Promise<MapPoints> {
  const { search: _, ...rest } = query;
  const among = query.search === undefined ? undefined : await everyFound(tx, { scope, register, query });
  const asked = among === undefined ? query : { ...rest, among };
  const beyond = await isPartyBeyond(tx, register, scope);
  const [row] = await readPlanned<PointsRow>(
    tx,
    statement((parameters) => pointsOf({ register, scope, query: asked, view, beyond }, parameters)),
  );
  if (row === undefined) throw new Error("A count that came to no row");
  const clusters = row.clusters.map(({ entries, west, south, east, north, ...cluster }) => ({
    ...cluster,
    box: { west, south, east, north },
    ...(entries && { entries }),
  }));
  return { total: Number(row.total), placed: Number(row.placed), inView: Number(row.in_view), clusters };
}

interface PointsRow {
  readonly [column: string]: unknown;
  readonly total: number;
  readonly placed: number;
  readonly in_view: number;
  readonly clusters: readonly (Omit<PointCluster, "box" | "entries"> &
    Box & { readonly entries: readonly PointEntry[] | null })[];
}

interface Asked {
  readonly register: Register;
  readonly scope: Scope;
  readonly query: ListQuery;
  readonly view: View;
  readonly beyond: boolean;
}

// Nearer than this on the ground, about a metre, no zoom parts two points.
const onePointDegrees = 0.00001;

function pointsOf({ register, scope, query, view, beyond }: Asked, parameters: Parameters): string {
  const links = hasPoint(register) ? [] : placedBy(register);
  const own = hasPoint(register) ? ["point_longitude", "point_latitude"] : links.map(({ column }) => column);
  const columns = ["id", "number", "title", "due_on", "closed_on", ...own]
    .map((name) => `e.${name}`)
    .join(", ");
  const errand = { register, scope, query, columns };
  const rows = [ownRows(errand, parameters), ...(beyond ? [partyRows(errand, parameters)] : [])].join(
    " union ",
  );
  const joins = links
    .map(
      ({ column, register: linked }, at) => `left join ${tableOf(linked)} p${at} on p${at}.id = f.${column}`,
    )
    .join(" ");
  const degrees = (name: string) =>
    links.length === 0 ? `f.${name}` : `coalesce(${links.map((_, at) => `p${at}.${name}`).join(", ")})`;
  const { west, south, east, north } = view.box;
  const [w, s, e, n] = [west, south, east, north].map((degree) => `${parameters.add(degree)}::float8`);
  const side = `${parameters.add(clusterDegrees(view.zoom, view.box))}::float8`;
  const today = parameters.add(view.today);
  const named = parameters.add(limits.mapEntriesAtOnePoint);
  return `with f as materialized (${rows}),
    placed as materialized (select f.id, f.number, f.title, f.closed_on is null and f.due_on < ${today} as overdue,
      ${degrees("point_longitude")} as longitude, ${degrees("point_latitude")} as latitude from f ${joins}),
    seen as (select * from placed where longitude between ${w} and ${e} and latitude between ${s} and ${n}),
    clusters as (select avg(longitude) as longitude, avg(latitude) as latitude, count(*) as count,
        count(*) filter (where overdue) as overdue, min(longitude) as west, min(latitude) as south,
        max(longitude) as east, max(latitude) as north, array_agg(id order by id desc) as ids
      from seen group by floor(longitude / ${side}), floor(latitude / ${side}))
    select (select count(*) from placed) as total, (select count(longitude) from placed) as placed,
      (select count(*) from seen) as in_view,
      (select coalesce(jsonb_agg(jsonb_build_object('longitude', c.longitude, 'latitude', c.latitude, 'count', c.count,
          'overdue', c.overdue, 'west', c.west, 'south', c.south, 'east', c.east, 'north', c.north, 'entries',
          case when c.east - c.west < ${onePointDegrees} and c.north - c.south < ${onePointDegrees} then
            (select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'title', coalesce(o.title, o.number)) order by o.id desc)
              from seen o where o.id = any (c.ids[1:${named}])) end)
        order by c.longitude, c.latitude), '[]') from clusters c) as clusters`;
}

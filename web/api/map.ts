import { queryOptions } from "@tanstack/react-query";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { Box } from "../../core/map/clusters.ts";
import type { DrawnOutline } from "../../core/map/outline.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";
import type { Search } from "./queries.ts";

export interface MapView {
  readonly outlines: readonly DrawnOutline[];
  /** The region that the post covers; empty where it covers none, or all. */
  readonly region: string;
  readonly registers: readonly { readonly name: string; readonly words: Words }[];
  readonly approval: string | null;
  readonly tiles: {
    readonly layers: readonly string[];
    readonly subdomains: readonly string[];
    readonly attribution: Words;
    readonly mostZoom: number;
  } | null;
}

export interface Cluster {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  readonly overdue: number;
  readonly box: Box;
  readonly entries?: readonly { readonly id: string; readonly number: string; readonly title: string }[];
}

export interface Points {
  readonly total: number;
  readonly placed: number;
  readonly inView: number;
  readonly clusters: readonly Cluster[];
}

/** What comes with the pack does not change while a person works. */
export const mapView = queryOptions({
  queryKey: ["map"],
  queryFn: ({ signal }) => call<MapView>("GET", "map", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A part of the map that is looked at. */
export interface Looked {
  readonly box: Box;
  readonly zoom: number;
}

const decimals = 5;

export const points = (register: string, search: Search, looked: Looked | undefined) => {
  const { west, south, east, north } = looked?.box ?? { west: 0, south: 0, east: 0, north: 0 };
  const box = [west, south, east, north].map((degree) => degree.toFixed(decimals)).join(",");
  const asked = new URLSearchParams({ ...search, box, zoom: String(looked?.zoom ?? 0) });
  return queryOptions({
    queryKey: ["points", register, asked.toString()],
    queryFn: ({ signal }) =>
      call<Points>("GET", `registers/${encodeURIComponent(register)}/points?${asked}`, { signal }),
    enabled: looked !== undefined,
  });
};

export interface PlacedFigures {
  readonly from: string;
  readonly to: string;
  readonly unit: Indicator["unit"];
  readonly value: number | null;
  readonly opens: string;
  readonly rows: readonly {
    readonly at: Readonly<Record<string, string>>;
    readonly value: number | null;
    readonly opens: string;
  }[];
}

/** An indicator one level below a place. */
export const placedFigures = (indicator: string, by: "county" | "township", region: string | undefined) =>
  queryOptions({
    queryKey: ["figures", indicator, by, region ?? ""],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ by, ...(region === undefined ? {} : { region }) });
      return call<PlacedFigures>("GET", `indicators/${encodeURIComponent(indicator)}?${asked}`, { signal });
    },
  });

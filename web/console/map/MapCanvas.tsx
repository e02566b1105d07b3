import "leaflet/dist/leaflet.css";
import "./map.css";
import L from "leaflet";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { DrawnOutline } from "../../../core/map/outline.ts";
import type { Cluster, Looked, MapView } from "../../api/map.ts";
import { useWords } from "../../words/language.tsx";

interface CanvasProps {
  readonly view: MapView;
  /** What stands on each region, and its shade; regions without one are drawn bare. */
  readonly marks: ReadonlyMap<string, { readonly text: string; readonly shade: number | undefined }>;
  /** The region that the map is brought to; all of them where it is undefined. */
  readonly region: string | undefined;
  readonly clusters: readonly Cluster[];
  readonly onLook: (looked: Looked) => void;
  readonly onRegion: (region: string) => void;
  readonly onSpot: (cluster: Cluster) => void;
}

const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The map itself: outlines and points on Leaflet, which works without any network. Everything on it stands in the tables beside as well. */
export function MapCanvas(props: CanvasProps) {
  const { words } = useWords();
  const holder = useRef<HTMLElement>(null);
  const map = useMap(holder, props);
  useOutlines(map, props);
  useClusters(map, props);
  return <section ref={holder} className="map-canvas" aria-label={words.map.canvas} />;
}

const furthest = 5;

function useMap(
  holder: React.RefObject<HTMLElement | null>,
  { view: { tiles, outlines }, region, onLook }: CanvasProps,
): L.Map | undefined {
  const [map, setMap] = useState<L.Map>();
  const { words, say } = useWords();
  const look = useEffectEvent(onLook);
  const attribution = tiles === null ? undefined : say(tiles.attribution);
  const { zoomIn, zoomOut } = words.map;
  useEffect(() => {
    if (holder.current === null) return;
    const made = L.map(holder.current, {
      zoomControl: false,
      attributionControl: false,
      minZoom: furthest,
      maxZoom: tiles?.mostZoom ?? 18,
      zoomAnimation: !isCalm(),
      fadeAnimation: false,
    });
    L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(made);
    if (tiles !== null) {
      L.control.attribution({ prefix: false }).addTo(made);
      // The national map knows its callers by where they come from, which pages otherwise tell nobody.
      for (const layer of tiles.layers)
        L.tileLayer(layer, {
          subdomains: [...tiles.subdomains],
          referrerPolicy: "origin",
          ...(attribution === undefined ? {} : { attribution }),
        }).addTo(made);
    }
    made.on("moveend", () => look(lookedAt(made)));
    setMap(made);
    const watched = new ResizeObserver(() => made.invalidateSize());
    watched.observe(holder.current);
    return () => {
      watched.disconnect();
      made.remove();
      setMap(undefined);
    };
  }, [holder, tiles, attribution, zoomIn, zoomOut]);
  useEffect(() => {
    if (map === undefined) return;
    map.fitBounds(boundsOf(outlines, region), { padding: [12, 12], animate: false });
    look(lookedAt(map));
  }, [map, outlines, region]);
  return map;
}

function lookedAt(map: L.Map): Looked {
  const seen = map.getBounds();
  const within = (degree: number, most: number) => Math.max(-most, Math.min(most, degree));
  return {
    box: {
      west: within(seen.getWest(), 180),
      south: within(seen.getSouth(), 90),
      east: within(seen.getEast(), 180),
      north: within(seen.getNorth(), 90),
    },
    zoom: Math.round(map.getZoom()),
  };
}

/** The mainland, for a pack without outlines. */
const country = L.latLngBounds([18, 73], [54, 135]);

function boundsOf(outlines: readonly DrawnOutline[], region: string | undefined): L.LatLngBounds {
  const county = region?.slice(0, 6);
  const own = outlines.filter((one) => county === undefined || one.region === county);
  const shown = own.length === 0 ? outlines : own;
  const places = shown.flatMap(({ rings }) => rings.flat().map(([east, north]) => L.latLng(north, east)));
  return places.length === 0 ? country : L.latLngBounds(places);
}

function useOutlines(map: L.Map | undefined, { view: { outlines }, marks, onRegion }: CanvasProps): void {
  const { say } = useWords();
  const go = useEffectEvent(onRegion);
  const nameOf = useEffectEvent(say);
  useEffect(() => {
    if (map === undefined) return;
    const layer = L.layerGroup().addTo(map);
    for (const { region, name, rings } of outlines) {
      const mark = marks.get(region);
      const shape = L.polygon(
        rings.map((ring) => ring.map(([east, north]) => L.latLng(north, east))),
        { className: `map-outline map-shade-${mark?.shade ?? "none"}` },
      );
      const label = document.createElement("span");
      label.textContent = [nameOf(name), mark?.text].filter(Boolean).join(" ");
      shape.bindTooltip(label, { permanent: true, direction: "center", className: "map-label" });
      shape.on("click", () => go(region)).addTo(layer);
    }
    return () => void layer.remove();
  }, [map, outlines, marks]);
}

const clusterPixels = { least: 26, most: 46 };

function useClusters(map: L.Map | undefined, { clusters, onSpot }: CanvasProps): void {
  const { words } = useWords();
  const open = useEffectEvent(onSpot);
  const { cluster: clusterName, spot } = words.map;
  useEffect(() => {
    if (map === undefined) return;
    const layer = L.layerGroup().addTo(map);
    for (const cluster of clusters) {
      const { count, overdue, entries } = cluster;
      const name = entries === undefined ? clusterName(count, overdue) : spot(entries[0]?.title ?? "", count);
      const said = document.createElement("span");
      said.textContent = String(count);
      const size = Math.min(clusterPixels.most, clusterPixels.least + 3 * Math.log2(count));
      const icon = L.divIcon({
        html: said,
        className: `map-point ${overdue > 0 ? "map-point-overdue" : ""}`,
        iconSize: [size, size],
      });
      const marker = L.marker([cluster.latitude, cluster.longitude], { icon, title: name });
      const choose = () => (entries === undefined ? nearer(map, cluster) : open(cluster));
      marker.on("click", choose);
      // Leaflet hears of no key for a marker on which no popup hangs.
      marker.on("keypress", ({ originalEvent }: L.LeafletKeyboardEvent) => {
        if (originalEvent.key === "Enter" || originalEvent.key === " ") choose();
      });
      marker.addTo(layer).getElement()?.setAttribute("aria-label", name);
    }
    return () => void layer.remove();
  }, [map, clusters, clusterName, spot]);
}

function nearer(map: L.Map, { box: { west, south, east, north } }: Cluster): void {
  const before = map.getZoom();
  const bounds = L.latLngBounds([south, west], [north, east]);
  // At least one step: points of one square may lie so far apart that all of them are in view already.
  const zoom = Math.max(before + 1, map.getBoundsZoom(bounds, false, L.point(60, 60)));
  map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: !isCalm() });
}

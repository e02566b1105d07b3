import type { Words } from "../core/words.ts";
import { StartProblem } from "./store/start-problem.ts";

/** Tiles beneath the outlines of the map, as a page asks for them. */
export interface MapTiles {
  /** Addresses with the places {s}, {z}, {x} and {y}, the lowest layer first. */
  readonly layers: readonly string[];
  readonly subdomains: readonly string[];
  readonly attribution: Words;
  readonly mostZoom: number;
}

const subdomains = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"] as const;
const host = "tianditu.gov.cn";

/** Where pages may fetch pictures from beside the product itself, for the policy that each page carries. */
export const tileOrigins = (tiles: MapTiles | undefined): readonly string[] =>
  tiles === undefined ? [] : subdomains.map((name) => `https://${name}.${host}`);

/**
 * The tiles of Tianditu (天地图), the national map, for whoever has a key of it: in CGCS2000, so that nothing needs to be taken over
 * into another system. Undefined without a key: then no page asks for anything outside. Throws on what cannot be a key.
 */
export function readMapTiles(key: string | undefined): MapTiles | undefined {
  if (key === undefined) return undefined;
  if (!/^[0-9a-f]{32}$/i.test(key))
    throw new StartProblem("bad-tianditu-key", {
      zh: "天地图密钥（TIANDITU_KEY）无效：应为32位十六进制字符",
      en: "Not for TIANDITU_KEY: give the 32 hexadecimal characters of a key",
    });
  const layer = (name: string) =>
    `https://{s}.${host}/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
  return {
    layers: [layer("vec"), layer("cva")],
    subdomains,
    attribution: {
      zh: "底图：天地图（国家地理信息公共服务平台）",
      en: "Tiles: Tianditu, the national map of China",
    },
    mostZoom: 18,
  };
}

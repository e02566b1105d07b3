import { limits } from "../limits.ts";

/** A part of the map, in degrees of CGCS2000. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The world's width in pixels at zoom 0, as every tiled map counts it. */
const worldPixels = 256;
/** Points nearer than this on the screen would lie upon each other. */
const clusterPixels = 88;
const worldDegrees = 360;

/**
 * The side of the squares, in degrees, whose points are told as one. It follows the zoom, and grows with the part of the map that
 * is asked for, so that an answer never holds more than `limits.mapClusters` of them.
 */
export function clusterDegrees(zoom: number, { west, south, east, north }: Box): number {
  const byZoom = (worldDegrees * clusterPixels) / (worldPixels * 2 ** zoom);
  const byCount = Math.sqrt(((east - west) * (north - south)) / limits.mapClusters) * 1.1;
  return Math.max(byZoom, byCount);
}

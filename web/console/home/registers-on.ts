import type { Home } from "../../api/home-types.ts";

/** The names of the registers of which a home page shows anything but a bare number. */
export function registersOn({ lists, ladders, news, watched }: Home): readonly string[] {
  const named = [
    ...ladders.flatMap(({ rows }) => rows.map(({ register }) => register)),
    ...(news?.figures.map(({ register }) => register) ?? []),
    ...(news?.latest.map(({ register }) => register) ?? []),
    // Who has no news is an administrator, whose day begins in the registers that are watched.
    ...(news === null ? watched.map(({ register }) => register) : []),
    ...lists.flatMap(({ entries }) => entries.map(({ register }) => register)),
  ];
  return [...new Set(named)];
}

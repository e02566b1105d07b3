/** The county's six-digit code of a path code, or the prefecture's own where it is no finer: 533401101 → 533401, 5334 → 533400. */
export function countyOf(region: string): string {
  return region.slice(0, 6).padEnd(6, "0");
}

/** A path code as every edge shows it (GB/T 2260): 53 → 530000, 5334 → 533400, 533401101 stays. */
export function officialCode(region: string): string {
  return region.length >= 6 ? region : region.padEnd(6, "0");
}

/** The path code of an official code: 533400 → 5334, 530000 → 53, 533401 and longer stay. */
export function pathCode(official: string): string {
  return official.length === 6 ? official.replace(/(00){1,2}$/, "") : official;
}

/** Of which year the results are shown. */
export interface RankingSearch {
  readonly year?: string;
}

/** What of an address the page understands. */
export function searchOfRanking({ year }: Record<string, unknown>): RankingSearch {
  const told = typeof year === "number" ? String(year) : year;
  return typeof told === "string" && /^20\d{2}$/.test(told) ? { year: told } : {};
}

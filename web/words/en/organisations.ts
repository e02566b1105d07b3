import type { organisations as chinese } from "../zh/organisations.ts";

/** Words of the page of organisations. */
export const organisations: typeof chinese = {
  title: "Organisations",
  purpose:
    "The Party committees, governments, departments, parks and townships of the campaign, and what each of them does in which sector. Where it says to be confirmed, name, make-up or duty follow the usual pattern and want confirming by the government of the place. A sector that no department supervises falls to comprehensive supervision. Enterprises stand in their own register.",
  search: "Name",
  searchHint: "Full or short, for example: Emergency Management",
  total: (total: number, unconfirmed: number) =>
    `${total} organisations, ${unconfirmed} with something to be confirmed`,
  found: (found: number, unconfirmed: number) =>
    `${found === 1 ? "1 organisation" : `${found} organisations`} found, ${unconfirmed} with something to be confirmed`,
  nothing: "No organisation has such a name",
  nothingHint: "Try another word, or empty the box to see all of them.",
  openAll: "Open all",
  closeAll: "Close all",
  groups: {
    governing: "Party committee and government",
    committeeOffice: "Committee offices",
    department: "Departments",
    support: "Supporting bodies",
    park: "Administration of the park",
    township: "Townships",
  },
  kinds: {
    partyCommittee: "Party committee",
    government: "government",
    committeeOffice: "office",
    department: "department",
    park: "park",
    support: "supporting body",
  },
  duties: {
    comprehensive: "comprehensive supervision",
    supervision: "supervises",
    industry: "manages the trade",
    coordination: "coordinates",
    support: "supports",
  },
  count: (count: number) => String(count),
  unconfirmed: (count: number) => `${count} with something to be confirmed`,
  allSectors: "all sectors",
  between: "; ",
  noSectors: "sectors not stated",
  above: "Under",
  source: "Source",
  dutySource: (duty: string) => `Source (${duty})`,
  toBeConfirmed: "to be confirmed",
  unconfirmedWhy: "Name or make-up follow the usual pattern; to be confirmed by the government of the place",
  dutyUnconfirmedWhy:
    "Which sectors it answers for is our reading; to be confirmed by the government of the place",
};

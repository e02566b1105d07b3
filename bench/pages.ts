/**
 * The pages that the bench asks for: fifty rows as the console lists them, filtered and sorted, in the scope of a county and of a prefecture, and by the
 * head of a bureau, which is party to a large share of all entries.
 */
export const pages = [
  {
    name: "county-by-state",
    username: "county",
    query: "state=rectifying&sort=-openedOn&limit=50&fields=list",
  },
  {
    name: "county-township-by-state",
    username: "county",
    query: "state=closed&region=533401101&sort=-openedOn&limit=50&fields=list",
  },
  {
    name: "prefecture-county-by-states",
    username: "anweiban",
    query: "state=rectifying,selfAccepted&region=533401&sort=-openedOn&limit=50&fields=list",
  },
  {
    name: "prefecture-by-due-day",
    username: "anweiban",
    query: "state=planned&level=major&sort=dueOn&limit=50&fields=list",
  },
  {
    name: "bureau-open",
    username: "bench-head-0",
    query: "state=selfAccepted,rectifying&sort=-openedOn&limit=50&fields=list",
  },
] as const;

export type BenchPage = (typeof pages)[number];

export const addressOf = ({ query }: BenchPage): string => `/api/registers/hazard/entries?${query}`;

/** The act that the bench performs: it changes state and deadline, so that it writes to every table that an act may. */
export const benchAct = {
  state: "rectifying",
  name: "selfAccept",
  input: {
    acceptanceReport: "按要求完成整改，试验合格。",
    acceptancePersons: "安全科（虚构）",
    noPhotoReason: "防爆区域不能拍摄",
  },
} as const;

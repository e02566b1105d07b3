const newest = "sort=-openedOn&limit=50&fields=list";
const search = (text: string): string => `q=${encodeURIComponent(text)}&${newest}`;

/**
 * The pages that the bench asks for: fifty rows as the console lists them, filtered and sorted, in the scope of a county and of a prefecture, and by the
 * head of a bureau, which is party to a large share of all entries. Then searches: of a word that stands in one title of two
 * thousand, of one that stands in one of six, of one character, of the end of a number, and of an enterprise by its name.
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
  { name: "search-rare-word", username: "anweiban", query: search("云岭") },
  { name: "search-common-word", username: "anweiban", query: search("配电室") },
  { name: "search-one-character", username: "anweiban", query: search("柏") },
  { name: "search-absent-word", username: "anweiban", query: search("井喷") },
  { name: "search-number", username: "anweiban", query: search("-00777") },
  { name: "search-enterprise", username: "anweiban", query: search("企业39（") },
  { name: "search-county-rare-word", username: "county", query: search("云岭") },
  { name: "search-enterprise-rare-word", username: "bench-safety-0", query: search("松") },
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

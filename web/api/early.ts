import { storedLanguage } from "../words/stored-language.ts";

/**
 * What the first page will ask is asked before the program that shows it has arrived: on a slow line that is a second sooner.
 * Each answer is taken once; whoever writes meanwhile has made all of them old.
 */
const asked = new Map<string, Promise<Response>>();

/** Asks for paths of the API that the page at this address reads first. */
export function askEarly(address: { readonly pathname: string; readonly search: string }): void {
  for (const path of pathsOf(address)) {
    const answer = fetch(`/api/${path}`, { headers: { "accept-language": storedLanguage() } });
    // Where nobody takes it, its failure is nobody's either.
    answer.catch(() => undefined);
    asked.set(path, answer);
  }
}

/** The answer that is on its way already, if there is one. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}

export const forgetEarly = (): void => asked.clear();

const frame = ["session", "registers", "waiting"] as const;

/** Guessed by the address alone: a guess that nobody takes costs one answer, one that lacks comes a moment later. */
export function pathsOf({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): readonly string[] {
  if (pathname === "/") return [...frame, "home"];
  const [, area, register, kind, entry, ...rest] = pathname.split("/");
  if (area === "sign-in" || area === "sign-on" || area === "screen") return ["health"];
  if (area !== "registers" || register === undefined || register === "") return frame;
  const described = [...frame, `registers/${register}`];
  const entries = `registers/${register}/entries`;
  if (kind === undefined) {
    const first = search === "" ? [`${entries}?${usualList}`] : [];
    return [...described, "list-columns", ...first];
  }
  if (kind !== "entries" || entry === undefined || rest.length > 1) return described;
  const read = [...described, `${entries}/${entry}`, `${entries}/${entry}/ledger`];
  return rest.length === 1 ? read : [...read, `${entries}/${entry}/reminders`, `${entries}/${entry}/looked`];
}

/** How a list is asked for by whoever has chosen neither filters nor columns. */
const usualList = "limit=50&count=quick&fields=list";

import type { Day } from "../../core/calendar/day.ts";
import type { Words } from "../../core/words.ts";
import type { EntryView, OfferedAct, RegisterView } from "./types.ts";

/** A number and the list that it counts: a register's, under these filters. */
export interface Figure {
  readonly name: string;
  /** What the number is, where it is declared with the register. */
  readonly words?: Words;
  readonly register: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly total: number;
}

export interface WorkList {
  readonly name: "todo" | "acted" | "started" | "copied";
  readonly total: number;
  readonly figures: readonly Figure[];
  readonly entries: readonly EntryView[];
}

export interface Ladder {
  readonly of: "mine" | "scope";
  readonly rows: readonly { readonly register: string; readonly figures: readonly Figure[] }[];
}

export interface News {
  readonly since: Day;
  readonly signedInBefore: boolean;
  readonly figures: readonly Figure[];
  readonly latest: readonly EntryView[];
}

/** What the page says of a register. */
export interface RegisterOnHome extends Pick<RegisterView, "name" | "words" | "states"> {
  readonly opening: readonly (OfferedAct & { readonly words: Words })[];
}

export interface Home {
  readonly registers: readonly RegisterOnHome[];
  readonly call: EntryView | null;
  readonly lists: readonly WorkList[];
  readonly ladders: readonly Ladder[];
  readonly watched: readonly Figure[];
  readonly news: News | null;
}

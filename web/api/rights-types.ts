import type { Day } from "../../core/calendar/day.ts";
import type { Words } from "../../core/words.ts";

/** What an account may see and do in each of its posts, with the reasons. */
export interface RightsView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly disabled: boolean;
  };
  readonly posts: readonly PostRights[];
}

export interface PostRights {
  readonly post: string;
  readonly role: string;
  readonly roleWords: Words;
  readonly organisation: { readonly id: string; readonly name: Words };
  readonly from: Day;
  /** The last day; null for a post without an end. */
  readonly to: Day | null;
  readonly sees: "organisation" | "region" | "nothing";
  readonly region: Named | null;
  readonly sectors: "all" | readonly Named[];
  readonly registers: readonly {
    readonly name: string;
    readonly words: Words;
    readonly acts: readonly ActRight[];
  }[];
  readonly product: readonly {
    readonly name: string;
    readonly words: Words;
    readonly why: Words;
    readonly may: boolean;
  }[];
}

interface Named {
  readonly code: string;
  readonly words: Words;
}

export interface ActRight {
  readonly name: string;
  readonly words: Words;
  /** The rules that ask for the act or shape it. */
  readonly law: readonly Words[];
  readonly may: boolean;
  /** The roles that may. */
  readonly by: readonly Words[];
}

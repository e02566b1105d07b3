import type { Values } from "../../../core/register/field.ts";

/**
 * What was entered in a form and not sent: kept in this tab for the person who entered it and their post, until it is sent. It outlives a
 * reload and an ended session, but not the tab: office machines are shared, and what people write names others.
 */
export interface Draft {
  readonly values: Values;
  /** The key under which the form is sent, so that sending it again after a reload is still the same request. */
  readonly key: string;
  readonly savedAt: number;
}

const prefix = "zhiben.draft";

export interface DraftPlace {
  readonly person: string;
  /** What one post may see and choose, another may not. */
  readonly post: string;
  readonly register: string;
  readonly act: string;
  /** Absent for a form that opens an entry. */
  readonly entry?: string | undefined;
}

const placeKey = ({ person, post, register, act, entry = "new" }: DraftPlace): string =>
  [prefix, person, post, register, entry, act].join("/");

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What a person entered on one entry and did not send, by act. */
export function draftsOn(
  shelf: Pick<Storage, "getItem" | "key" | "length">,
  place: Omit<DraftPlace, "act">,
): ReadonlyMap<string, Draft> {
  const start = placeKey({ ...place, act: "" });
  const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? "");
  return new Map(
    keys.flatMap((key): [string, Draft][] => {
      const draft = key.startsWith(start) ? parsed(shelf.getItem(key) ?? "") : undefined;
      return draft === undefined ? [] : [[key.slice(start.length), draft]];
    }),
  );
}

export function readDraft(shelf: Shelf, place: DraftPlace): Draft | undefined {
  const text = shelf.getItem(placeKey(place));
  return text === null ? undefined : parsed(text);
}

/** A full or forbidden storage loses only the draft, never the form. */
export function writeDraft(shelf: Shelf, place: DraftPlace, draft: Draft): void {
  try {
    shelf.setItem(placeKey(place), JSON.stringify(draft));
  } catch {
    return;
  }
}

export function dropDraft(shelf: Shelf, place: DraftPlace): void {
  shelf.removeItem(placeKey(place));
}

function parsed(text: string): Draft | undefined {
  try {
    const draft: Partial<Draft> = JSON.parse(text);
    const { values, key, savedAt } = draft;
    if (
      typeof values !== "object" ||
      values === null ||
      typeof key !== "string" ||
      typeof savedAt !== "number"
    )
      return undefined;
    return { values, key, savedAt };
  } catch {
    return undefined;
  }
}

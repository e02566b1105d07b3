import type { StoredFile, Value } from "../../../core/register/field.ts";
import type { EntryView, LedgerLine, RegisterView } from "../../api/types.ts";
import { isPicture } from "../form/FilesInput.tsx";

/** A picture of an entry, with what is known of where it comes from. */
export interface Photo {
  readonly file: StoredFile;
  /** Its place among the pictures of its field, from 1. */
  readonly number: number;
  /** The line of the ledger with which it came in; unknown until the ledger is there. */
  readonly line: LedgerLine | undefined;
}

export interface PhotoPair {
  readonly before: Photo | undefined;
  readonly after: Photo | undefined;
}

export function photosOf(value: Value | undefined, field: string, lines: readonly LedgerLine[]) {
  return filesOf(value)
    .filter(isPicture)
    .map((file, at): Photo => ({ file, number: at + 1, line: lineOf(file.id, field, lines) }));
}

export function filesOf(value: unknown): readonly StoredFile[] {
  return Array.isArray(value) ? value.filter((file) => typeof file === "object" && file !== null) : [];
}

const lineOf = (id: string, field: string, lines: readonly LedgerLine[]): LedgerLine | undefined =>
  lines.find(({ changes }) =>
    changes.some((change) => change.field === field && filesOf(change.value).some((file) => file.id === id)),
  );

/**
 * What was found beside what was made of it, in the order in which the pictures were handed in: nothing says which shows the
 * same corner, and who hands them in takes them in the same order. Empty until there are pictures of both.
 */
export function photoPairs(
  { fields }: RegisterView,
  { values }: EntryView,
  lines: readonly LedgerLine[],
): readonly PhotoPair[] {
  return fields.flatMap((field): readonly PhotoPair[] => {
    if (field.kind !== "files" || field.before === undefined) return [];
    const before = photosOf(values[field.before], field.before, lines);
    const after = photosOf(values[field.name], field.name, lines);
    if (before.length === 0 || after.length === 0) return [];
    const longer = before.length > after.length ? before : after;
    return longer.map((_, at) => ({ before: before[at], after: after[at] }));
  });
}

/** What the camera did not write down. */
export function gapsOf({ taken }: StoredFile): readonly ("at" | "place")[] {
  return [
    ...(taken?.at === undefined ? (["at"] as const) : []),
    ...(placeOf({ taken }) === undefined ? (["place"] as const) : []),
  ];
}

export function placeOf({ taken }: { readonly taken?: StoredFile["taken"] | undefined }): string | undefined {
  const { longitude, latitude } = taken ?? {};
  return longitude === undefined || latitude === undefined ? undefined : `${longitude}, ${latitude}`;
}

/** How large a picture may be shown, as a multiple of the room that it has. */
const zooms: readonly number[] = [1, 1.5, 2, 3, 4];

/** What of several plates is looked at, and how much enlarged. */
export interface PhotoView {
  readonly at: number;
  readonly zoom: number;
}

/** One step larger or smaller; at either end it stays. */
export function zoomed({ at, zoom }: PhotoView, step: 1 | -1): PhotoView {
  const now = zooms.indexOf(zoom);
  return { at, zoom: zooms[now + step] ?? zoom };
}

/** Another plate, seen whole; before the first and after the last there is none. */
export function turned(view: PhotoView, step: 1 | -1, plates: number): PhotoView {
  const at = view.at + step;
  return at < 0 || at >= plates ? view : { at, zoom: 1 };
}

/** What a key does. Nothing where it is for something else: on an enlarged picture the arrows move it about. */
export function afterKey(view: PhotoView, key: string, plates: number): PhotoView | undefined {
  switch (key) {
    case "ArrowLeft":
      return view.zoom > 1 ? undefined : turned(view, -1, plates);
    case "ArrowRight":
      return view.zoom > 1 ? undefined : turned(view, 1, plates);
    case "+":
    case "=":
      return zoomed(view, 1);
    case "-":
      return zoomed(view, -1);
    case "0":
      return { at: view.at, zoom: 1 };
    default:
      return undefined;
  }
}

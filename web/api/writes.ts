import type { FormDevice } from "../../core/form-times.ts";
import type { RawInput } from "../../core/register/field.ts";
import { call } from "./client.ts";
import type { Look } from "./comment-types.ts";
import type { ImportAnswer, TextImportView } from "./criteria-types.ts";
import type { EntryWithActs, SavedSearch, Session, WarningView } from "./types.ts";

export const signOut = (): Promise<null> => call("DELETE", "session");

export const changePost = (post: string): Promise<Session> => call("PUT", "session/post", { body: { post } });

/** Everything that came up to the moment of a notice counts as seen. */
export const seeNotices = (upTo: string): Promise<null> => call("PUT", "notices/seen", { body: { upTo } });

/** The proof of an entry's history, or how many of its lines still wait for their place in the whole ledger. */
export type ProofAnswer =
  | { readonly status: "pending"; readonly waiting: number }
  | { readonly status: "proven"; readonly proof: Readonly<Record<string, unknown>> };

/** Asking has the ledger's head signed, so it is done when a person wants it and never beforehand. */
export const proveEntry = (register: string, id: string): Promise<ProofAnswer> =>
  call("GET", `registers/${encodeURIComponent(register)}/entries/${id}/proof`);

/** Personal numbers of an entry whole. It is recorded who asked, and why. */
export const showNumbers = async (
  register: string,
  id: string,
  fields: readonly string[],
  reason: string,
): Promise<Readonly<Record<string, string>>> => {
  const path = `registers/${encodeURIComponent(register)}/entries/${id}/shown`;
  type Shown = { values: Readonly<Record<string, string>> };
  return (await call<Shown>("POST", path, { body: { fields, reason } })).values;
};

/** What a form sends. The key stays the same however often the form is sent, so that it is done once. */
export interface Sending {
  readonly register: string;
  readonly act: string;
  readonly input: RawInput;
  readonly key: string;
  /** The own password, for an act that is confirmed with it. */
  readonly password?: string | undefined;
  /** The entry acted on, at the version that the person saw; absent when the act opens one. */
  readonly on?: { readonly id: string; readonly version: number };
}

/** What the act would point out if it were sent as it stands; nothing is written. */
export const warningsOf = ({ register, act, input, on }: Sending) =>
  call<{ warnings: readonly WarningView[] }>("POST", `registers/${encodeURIComponent(register)}/warnings`, {
    body: { act, input, ...(on ? { on } : {}) },
  });

export function performAct({ register, act, input, key, on, password }: Sending): Promise<EntryWithActs> {
  const entries = `registers/${encodeURIComponent(register)}/entries`;
  const headers = { "idempotency-key": key };
  if (on === undefined) return call("POST", entries, { body: { act, input, password }, headers });
  const path = `${entries}/${on.id}/acts/${encodeURIComponent(act)}`;
  return call("POST", path, { body: { version: on.version, input, password }, headers });
}

/** The person knows an entry as it is in that version; answers with how far they do now. */
export const lookAt = async (register: string, id: string, version: number): Promise<Look> => {
  const path = `registers/${encodeURIComponent(register)}/entries/${id}/looked`;
  return (await call<{ look: Look }>("PUT", path, { body: { version } })).look;
};

/** How long a form took; whose it was is not said, and not kept. */
export interface FormTime {
  readonly register: string;
  readonly act: string;
  readonly device: FormDevice;
  readonly seconds: number;
}

export const tellFormTime = (time: FormTime): Promise<null> =>
  call("POST", "form-times", { body: time, keepalive: true });

/** A file of official texts, tried only or imported. */
export interface TextsFile {
  readonly file: File;
  readonly format: string;
  readonly dryRun: boolean;
}

export function importTexts({ file, format, dryRun }: TextsFile): Promise<ImportAnswer> {
  const search = new URLSearchParams({ file: file.name, format, ...(dryRun ? { dryRun: "1" } : {}) });
  return call("POST", `criteria/imports?${search}`, { bytes: file });
}

export const withdrawImport = ({
  id,
  reason,
}: {
  readonly id: string;
  readonly reason: string;
}): Promise<TextImportView> => call("POST", `criteria/imports/${id}/withdrawal`, { body: { reason } });

/** Keeps the person's own columns for a register; none for the usual ones. */
export const chooseColumns = (register: string, columns: readonly string[]): Promise<void> =>
  call("PUT", `list-columns/${encodeURIComponent(register)}`, { body: { columns } });

export const keepSearch = (search: Omit<SavedSearch, "id">): Promise<SavedSearch> =>
  call("POST", "searches", { body: search });

export const changeSearch = ({ id, name, notifies }: SavedSearch): Promise<void> =>
  call("PUT", `searches/${id}`, { body: { name, notifies } });

export const removeSearch = (id: string): Promise<void> => call("DELETE", `searches/${id}`);

import type { ActView, EntryView, RegisterView } from "../../api/types.ts";
import { askedFields } from "../form/input.ts";

/**
 * The acts of a role that can be done on many entries with one form: none that is confirmed with the own password, points something
 * out beforehand, or takes files or a checklist, each of which belongs to one entry; nor what concerns personal data or only says something.
 */
export function batchActs(register: RegisterView, role: string): readonly ActView[] {
  return register.acts.filter(
    (act) =>
      !(act.opening || act.personalData || act.remarks || act.warns) &&
      act.confirms === undefined &&
      act.by.includes(role) &&
      askedFields(register, act).every(({ kind }) => kind !== "files" && kind !== "answers"),
  );
}

/** Those of the acts that are open in the step of every one of the entries; whether each may be done is the server's to say. */
export function actsForAll(acts: readonly ActView[], entries: readonly EntryView[]): readonly ActView[] {
  if (entries.length === 0) return [];
  return acts.filter(({ from }) => entries.every(({ state }) => from.includes(state)));
}

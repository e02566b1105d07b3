import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Value, Values } from "../../../core/register/field.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import type {
  ActView,
  EntryView,
  EntryWithActs,
  OfferedAct,
  RegisterView,
  WarningView,
} from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";
import { type FieldProblems, problemsOf, toInput } from "./input.ts";
import { newKey } from "./key.ts";
import { useFormTime } from "./use-form-time.ts";

/** One act being filled in: which, on what, and what to do once it is done. */
export interface ActAsked {
  readonly register: RegisterView;
  readonly act: ActView;
  readonly offered: OfferedAct;
  /** The entry as it stands now; it may change while the form is open. Absent for an act that opens one. */
  readonly entry?: EntryView | undefined;
  readonly onDone: (answer: EntryWithActs) => void;
}

/** Under which name the own password stands among a form's problems; no field is called so. */
export const passwordName = "password";

/** The state of an act's form. Whatever happens to the request, nothing that was entered is lost. */
export function useActForm({ register, act, offered, entry, onDone }: ActAsked) {
  const { language } = useWords();
  const draft = useDraft({ register, act, offered, entry });
  const { values, key } = draft;
  // The entry that the person looked at when filling in; what is sent names its version.
  const [seen, setSeen] = useState(entry);
  const [problems, setProblems] = useState<FieldProblems>({});
  const mend = (name: string) => setProblems(({ [name]: _mended, ...others }) => others);
  const password = usePassword(act, mend);
  const tellTime = useFormTime({ register, act, isResumed: draft.restoredAt !== undefined });
  const done = (answer: EntryWithActs) => {
    tellTime();
    onDone(answer);
  };
  const sending = useSending(act, done, draft.drop, (error) => setProblems(password.locatedIn(error)));
  const change = (name: string, value: Value | undefined) => {
    draft.change(name, value);
    mend(name);
    sending.askAgain();
  };
  const submit = (): FieldProblems => {
    const input = toInput(act, values, offered.suggested ?? {});
    const found = { ...problemsOf(register, act, input, language), ...password.problems };
    setProblems(found);
    const on = seen && { on: { id: seen.id, version: seen.version } };
    if (Object.keys(found).length === 0)
      sending.send({ register: register.name, act: act.name, input, key, ...on, ...password.sent });
    return found;
  };
  const startOver = () => {
    draft.startOver();
    setProblems({});
    sending.reset();
  };
  const acceptLatest = () => {
    setSeen(entry);
    sending.reset();
  };
  return {
    values,
    change,
    password,
    problems,
    submit,
    startOver,
    acceptLatest,
    seen,
    warnings: sending.warnings,
    error: sending.error,
    isSending: sending.isPending,
    restoredAt: draft.restoredAt,
  };
}

/** Sends an act; of one that may point something out that is asked first, and the person decides. */
function useSending(
  act: ActView,
  onDone: ActAsked["onDone"],
  drop: () => void,
  onProblems: (error: Error) => void,
) {
  const remember = useRemember();
  // What looks wrong in the input as it stands; undefined until it was asked.
  const [warnings, setWarnings] = useState<readonly WarningView[]>();
  const onError = (error: Error) => {
    const { current } = problemOf(error);
    onProblems(error);
    if (current !== undefined) remember.current(current);
  };
  const performing = useMutation({
    mutationFn: writes.performAct,
    onSuccess: async (answer) => {
      drop();
      await remember(answer);
      onDone(answer);
    },
    onError,
  });
  const asking = useMutation({
    mutationFn: writes.warningsOf,
    onSuccess: ({ warnings: found }, asked) => {
      // Kept also when there are none: what is sent again after a failure must reach the server as the same request.
      setWarnings(found);
      if (found.length === 0) performing.mutate(asked);
    },
    onError,
  });
  return {
    send: (asked: writes.Sending) =>
      act.warns && warnings === undefined ? asking.mutate(asked) : performing.mutate(asked),
    warnings: warnings ?? [],
    askAgain: () => setWarnings(undefined),
    error: performing.error ?? asking.error,
    isPending: performing.isPending || asking.isPending,
    reset() {
      setWarnings(undefined);
      performing.reset();
      asking.reset();
    },
  };
}

/** The own password of an act that wants it. Never part of the draft: a password is not left in a tab's storage. */
function usePassword({ confirms }: ActView, mend: (name: string) => void) {
  const { words } = useWords();
  const [entered, setEntered] = useState("");
  const lacks = confirms !== undefined && entered === "";
  const problems: FieldProblems = lacks ? { [passwordName]: words.password.missing } : {};
  return {
    entered,
    enter(password: string) {
      setEntered(password);
      mend(passwordName);
    },
    problems,
    sent: confirms === undefined ? {} : { password: entered },
    /** What the server located, field by field; a password that was not accepted is asked for anew. */
    locatedIn(error: Error): FieldProblems {
      const { problems: located = [], title } = problemOf(error);
      const isOwn = (field: string) => confirms !== undefined && field === passwordName;
      if (located.some(({ field }) => isOwn(field))) setEntered("");
      return Object.fromEntries(located.map(({ field, detail }) => [field, isOwn(field) ? title : detail]));
    },
  };
}

function useDraft({ register, act, offered, entry }: Omit<ActAsked, "onDone">) {
  const { person, post } = useSession();
  const place = {
    person: person.id,
    post: post.id,
    register: register.name,
    act: act.name,
    entry: entry?.id,
  };
  const blank: Values = offered.suggested ?? {};
  const [kept] = useState(() => readDraft(sessionStorage, place));
  const [restoredAt, setRestoredAt] = useState(kept?.savedAt);
  const [values, setValues] = useState(kept?.values ?? blank);
  const [key, setKey] = useState(kept?.key ?? newKey);
  const [touched, setTouched] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is kept when something was entered, not when the page draws itself again.
  useEffect(() => {
    if (touched) writeDraft(sessionStorage, place, { values, key, savedAt: Date.now() });
  }, [values, key, touched]);
  return {
    values,
    key,
    restoredAt,
    change(name: string, value: Value | undefined) {
      setTouched(true);
      setValues((before) => ({ ...before, [name]: value }));
    },
    drop: () => dropDraft(sessionStorage, place),
    startOver() {
      dropDraft(sessionStorage, place);
      setTouched(false);
      setRestoredAt(undefined);
      setValues(blank);
      setKey(newKey());
    },
  };
}

/** Puts what the server answered where the pages look for it, and lets them read again what hangs on it. */
export function useRemember() {
  const queryClient = useQueryClient();
  const refreshAround = ({ register, id }: EntryView) => {
    void queryClient.invalidateQueries({ queryKey: queries.ledger(register, id).queryKey });
    void queryClient.invalidateQueries({ queryKey: queries.home.queryKey });
    void queryClient.invalidateQueries({ queryKey: ["entries"] });
  };
  const remember = async (answer: EntryWithActs) => {
    const { register, id } = answer.entry;
    const { queryKey } = queries.entry(register, id);
    // A reading that began before the act would bring back the entry as it was.
    await queryClient.cancelQueries({ queryKey });
    // A secret is shown, and kept nowhere.
    const { secret: _, ...kept } = answer;
    queryClient.setQueryData(queryKey, kept);
    refreshAround(answer.entry);
  };
  remember.current = (entry: EntryView) => {
    const { queryKey } = queries.entry(entry.register, entry.id);
    queryClient.setQueryData(queryKey, (known) => known && { ...known, entry });
    void queryClient.invalidateQueries({ queryKey });
    refreshAround(entry);
  };
  return remember;
}

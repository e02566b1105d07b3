import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Audience, isOfSupervision } from "../../../core/register/comment.ts";
import { isRole } from "../../../core/scope/roles.ts";
import type { PersonNamed } from "../../api/comment-types.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import type { ActView, EntryView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { type DraftPlace, dropDraft, readDraft, writeDraft } from "../form/draft.ts";
import { newKey } from "../form/key.ts";
import { useRemember } from "../form/use-act-form.ts";
import { useSession } from "../session.ts";
import { stillNamed } from "./mention-text.ts";

/** A comment that is being written. */
export interface Written {
  readonly text: string;
  readonly audience: Audience;
  /** Everybody who was chosen while it was written. */
  readonly chosen: readonly PersonNamed[];
}

/** Whom a choice names; everyone, if it names nobody known. */
export const audienceOf = (text: unknown): Audience => (text === "authorities" ? "authorities" : "everyone");

const blank: Written = { text: "", audience: "everyone", chosen: [] };

/** A comment being written: kept as a form's draft is, and sent once however often it is sent. */
export function useComment(act: ActView, entry: EntryView) {
  const { person, post } = useSession();
  const place = {
    person: person.id,
    post: post.id,
    register: entry.register,
    act: act.name,
    entry: entry.id,
  };
  const draft = useCommentDraft(place);
  const { written, key } = draft;
  const remember = useRemember();
  const queryClient = useQueryClient();
  const mentions = stillNamed(written.text, written.chosen);
  const sending = useMutation({
    mutationFn: writes.performAct,
    onSuccess: async (answer) => {
      draft.drop();
      await queryClient.invalidateQueries({ queryKey: queries.comments(entry.register, entry.id).queryKey });
      await remember(answer);
    },
  });
  const { problems = [] } = problemOf(sending.error);
  return {
    written,
    restoredAt: draft.restoredAt,
    change(own: Partial<Written>) {
      sending.reset();
      draft.change({ ...written, ...own });
    },
    /** Whether this person is of the side that may speak among itself. */
    mayChooseAudience: isRole(post.role) && isOfSupervision({ role: post.role }),
    send: () =>
      sending.mutate({
        register: entry.register,
        act: act.name,
        input: {
          comment: written.text.trim(),
          audience: written.audience,
          ...(mentions.length > 0 ? { mentions: mentions.map(({ id }) => id) } : {}),
        },
        key,
        on: { id: entry.id, version: entry.version },
      }),
    error: sending.error,
    /** Whom the server would not let be named. */
    refused: problems.flatMap(
      ({ field }) => mentions[Number(/^mentions\.(\d+)$/.exec(field)?.[1] ?? -1)] ?? [],
    ),
    isPending: sending.isPending,
    isSent: sending.isSuccess,
  };
}

function useCommentDraft(place: DraftPlace) {
  const [kept] = useState(() => readDraft(sessionStorage, place));
  const [restoredAt, setRestoredAt] = useState(kept?.savedAt);
  const [written, setWritten] = useState(() => writtenIn(kept?.values) ?? blank);
  const [key, setKey] = useState(kept?.key ?? newKey);
  const [touched, setTouched] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is kept when something was written, not when the page draws itself again.
  useEffect(() => {
    if (!touched) return;
    const { text, audience, chosen } = written;
    const values = {
      text,
      audience,
      ids: chosen.map(({ id }) => id),
      names: chosen.map(({ name }) => name),
    };
    if (text === "") dropDraft(sessionStorage, place);
    else writeDraft(sessionStorage, place, { values, key, savedAt: Date.now() });
  }, [written, key, touched]);
  return {
    written,
    key,
    restoredAt,
    change(next: Written) {
      setWritten(next);
      // Another text is another comment, also where the first may have arrived without an answer.
      setKey(newKey());
      setTouched(true);
    },
    drop() {
      dropDraft(sessionStorage, place);
      setWritten(({ audience }) => ({ ...blank, audience }));
      setKey(newKey());
      setTouched(false);
      setRestoredAt(undefined);
    },
  };
}

function writtenIn(values: Readonly<Record<string, unknown>> | undefined): Written | undefined {
  if (typeof values?.text !== "string") return undefined;
  const { text, audience, ids, names } = values;
  const chosen =
    Array.isArray(ids) && Array.isArray(names)
      ? ids.map((id, at) => ({ id: String(id), name: String(names[at]) }))
      : [];
  return { text, audience: audienceOf(audience), chosen };
}

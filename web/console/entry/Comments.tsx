import "./comments.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import { commentFields } from "../../../core/register/comment.ts";
import type { CommentView, PersonNamed } from "../../api/comment-types.ts";
import * as queries from "../../api/queries.ts";
import type { ActView, EntryView, OfferedAct, RegisterView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { Radios } from "../../ui/controls/Choices.tsx";
import { useFirstSight } from "../../ui/first-sight.ts";
import { formatInstant } from "../../ui/format.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { SendingProblem } from "../form/ActForm.tsx";
import { actNamed } from "../words-of.ts";
import { ByWhom } from "./ByWhom.tsx";
import { CommentBox } from "./CommentBox.tsx";
import { piecesOf } from "./mention-text.ts";
import { audienceOf, useComment } from "./use-comment.ts";

interface CommentsProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly acts: readonly OfferedAct[];
}

/** What people said of the entry, the oldest first, and where to say something. */
export function Comments({ register, entry, acts }: CommentsProps) {
  const { words } = useWords();
  const { data, isError, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...queries.comments(register.name, entry.id),
    enabled: useFirstSight(),
  });
  const comments = data?.pages.flatMap((page) => page.comments) ?? [];
  const open = acts.find(({ name, refusal }) => refusal === undefined && actNamed(register, name).remarks);
  return (
    <section className="paper comments" aria-labelledby="comments">
      <h2 id="comments">{words.comments.title}</h2>
      {data === undefined && <p className="soft">{isError ? words.comments.failed : words.loading}</p>}
      {data !== undefined && comments.length === 0 && <p className="soft">{words.comments.empty}</p>}
      <ol className="comments-list">
        {comments.map((comment) => (
          <Comment key={comment.version} comment={comment} />
        ))}
      </ol>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.comments.more}
        </Button>
      )}
      {open !== undefined && <CommentForm act={actNamed(register, open.name)} entry={entry} />}
    </section>
  );
}

function Comment({ comment }: { readonly comment: CommentView }) {
  const { words } = useWords();
  const { actor, roleWords, organisation, at, audience, text, mentions } = comment;
  return (
    <li className="comment">
      <p className="row">
        <ByWhom name={actor.name} roleWords={roleWords} organisation={organisation} at={at} />
        {audience === "authorities" && <Mark tone="state">{words.comments.among}</Mark>}
      </p>
      {text === null ? (
        <p className="soft">{words.comments.erased}</p>
      ) : (
        <p className="comment-said">
          {piecesOf(text, mentions).map((piece) =>
            piece.isName ? (
              <strong key={piece.at}>{piece.text}</strong>
            ) : (
              <span key={piece.at}>{piece.text}</span>
            ),
          )}
        </p>
      )}
    </li>
  );
}

function CommentForm({ act, entry }: { readonly act: ActView; readonly entry: EntryView }) {
  const { words, say } = useWords();
  const id = useId();
  const comment = useComment(act, entry);
  const [lacks, setLacks] = useState(false);
  const { written, refused } = comment;
  const left = limits.commentLengthCharacters - written.text.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isBlank = written.text.trim() === "";
    setLacks(isBlank);
    if (!isBlank) comment.send();
  };
  const { options, words: audienceWords } = commentFields.audience;
  return (
    <form className="comment-form" onSubmit={submit} noValidate>
      {comment.restoredAt !== undefined && (
        <p className="soft">{words.comments.restored(formatInstant(comment.restoredAt))}</p>
      )}
      <CommentBox
        entry={entry}
        written={written}
        describedBy={`${id}-help`}
        invalid={lacks || refused.length > 0}
        onChange={(own) => {
          setLacks(false);
          comment.change(own);
        }}
      />
      <p id={`${id}-help`} className="soft comment-help">
        {lacks ? <span className="field-problem">{words.comments.required}</span> : words.comments.help}
        {left <= leftTold && <span> {words.comments.left(left)}</span>}
      </p>
      {comment.mayChooseAudience && (
        <Radios
          name={say(audienceWords)}
          value={written.audience}
          onChange={(audience) => comment.change({ audience: audienceOf(audience) })}
          options={Object.entries(options).map(([value, told]) => ({ value, label: say(told) }))}
        />
      )}
      <SendingFault error={comment.error} refused={refused} />
      <div className="row">
        <Button look="primary" type="submit" loading={comment.isPending}>
          {written.audience === "authorities" ? words.comments.sendAmong : words.comments.send}
        </Button>
        <span role="status" className="soft">
          {comment.isSent && words.comments.sent}
        </span>
      </div>
    </form>
  );
}

interface SendingFaultProps {
  readonly error: Error | null;
  readonly refused: readonly PersonNamed[];
}

/** Why a comment was not taken: of somebody who may not be named it says who. */
function SendingFault({ error, refused }: SendingFaultProps) {
  const { words } = useWords();
  if (refused.length === 0) return <SendingProblem error={error} hasMarks={false} unsent={null} />;
  const names = refused.map(({ name }) => name).join(words.comma);
  return <Alert tone="error" role="alert" title={words.comments.notNamed(names)} />;
}

/** From how many characters on it is told that they run out. */
const leftTold = 100;

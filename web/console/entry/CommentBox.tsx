import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { limits } from "../../../core/limits.ts";
import type { Mentionable } from "../../api/comment-types.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { useSettled } from "../pickers/use-settled.ts";
import { begunMention, withMention } from "./mention-text.ts";
import type { Written } from "./use-comment.ts";

interface CommentBoxProps {
  readonly entry: EntryView;
  readonly written: Written;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onChange: (own: Partial<Written>) => void;
}

/** Where a comment is written: behind an @ it offers whom one may name, by keyboard and by touch. */
export function CommentBox({ entry, written, describedBy, invalid, onChange }: CommentBoxProps) {
  const { words } = useWords();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const naming = useNaming(entry, written, onChange, box);
  const { people, at } = naming;
  const optionId = (index: number) => `${id}-option-${index}`;
  return (
    <div className="comment-box">
      <label htmlFor={id} className="visually-hidden">
        {words.comments.label}
      </label>
      <textarea
        ref={box}
        id={id}
        className="comment-text"
        rows={3}
        value={written.text}
        maxLength={limits.commentLengthCharacters}
        placeholder={words.comments.label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={naming.isOpen ? `${id}-list` : undefined}
        aria-activedescendant={naming.isOpen && people.length > 0 ? optionId(at) : undefined}
        onChange={({ target }) => naming.write(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => naming.moveCaret(currentTarget.selectionStart)}
        onKeyDown={naming.press}
        onBlur={naming.close}
      />
      <p className="visually-hidden" role="status">
        {naming.isOpen && naming.isAnswered && words.comments.found(people.length)}
      </p>
      {naming.isOpen && people.length > 0 && (
        <PeopleList id={`${id}-list`} people={people} at={at} optionId={optionId} onChoose={naming.choose} />
      )}
    </div>
  );
}

interface PeopleListProps {
  readonly id: string;
  readonly people: readonly Mentionable[];
  readonly at: number;
  readonly optionId: (index: number) => string;
  readonly onChoose: (person: Mentionable) => void;
}

function PeopleList({ id, people, at, optionId, onChoose }: PeopleListProps) {
  const { words, say } = useWords();
  return (
    <div id={id} role="listbox" className="comment-people" aria-label={words.comments.people}>
      {people.map((person, index) => (
        // The keyboard stays in the text and moves through the list from there.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box points at it by aria-activedescendant.
        <div
          key={person.id}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          className={index === at ? "comment-person comment-person-at" : "comment-person"}
          // Before the text loses the focus, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <span>{person.name}</span>{" "}
          <span className="soft">
            {person.posts
              .map(({ roleWords, organisation }) => words.shell.postOf(say(roleWords), say(organisation)))
              .join(words.comma)}
          </span>
        </div>
      ))}
    </div>
  );
}

/** What a key does while the list is open: to move by so many, or else. */
const meanings = new Map<string, 1 | -1 | "choose" | "shut">([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
  ["Enter", "choose"],
  ["Tab", "choose"],
  ["Escape", "shut"],
]);

/** Who may be named for what is being typed, and the choice among them. */
function useNaming(
  entry: EntryView,
  { text, audience, chosen }: Written,
  onChange: CommentBoxProps["onChange"],
  box: { readonly current: HTMLTextAreaElement | null },
) {
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(true);
  const [caretAfter, setCaretAfter] = useState<number>();
  const begun = closed ? undefined : begunMention(text, caret);
  const name = useSettled(begun?.name ?? "");
  const { data, isFetched } = useQuery({
    ...queries.mentionable(entry.register, entry.id, { q: name, audience }),
    enabled: begun !== undefined && begun.name === name,
  });
  const people = begun === undefined || begun.name !== name ? [] : (data ?? []);
  useLayoutEffect(() => {
    if (caretAfter === undefined) return;
    box.current?.setSelectionRange(caretAfter, caretAfter);
    setCaretAfter(undefined);
  }, [caretAfter, box]);
  const choose = ({ id, name: full }: Mentionable) => {
    if (begun === undefined) return;
    const next = withMention(text, caret, begun, full);
    onChange({ text: next.text, chosen: [...chosen.filter((one) => one.id !== id), { id, name: full }] });
    setCaret(next.caret);
    setCaretAfter(next.caret);
    setClosed(true);
  };
  const press = (event: KeyboardEvent) => {
    // While Chinese is being composed, Enter and the arrows belong to the input method.
    if (people.length === 0 || event.nativeEvent.isComposing) return;
    const pressed = meanings.get(event.key);
    if (pressed === undefined) return;
    event.preventDefault();
    const person = people[at];
    if (pressed === "shut") setClosed(true);
    else if (pressed !== "choose") setAt((at + pressed + people.length) % people.length);
    else if (person !== undefined) choose(person);
  };
  return {
    people,
    at: Math.min(at, Math.max(people.length - 1, 0)),
    isOpen: begun !== undefined,
    isAnswered: isFetched && begun?.name === name,
    choose,
    write(next: string, to: number) {
      onChange({ text: next });
      setCaret(to);
      setAt(0);
      setClosed(false);
    },
    moveCaret: setCaret,
    close: () => setClosed(true),
    press,
  };
}

import "./answers.css";
import { useQuery } from "@tanstack/react-query";
import { Fragment, memo, type ReactNode, useEffect, useId, useRef } from "react";
import { limits } from "../../../core/limits.ts";
import { type Answer, answerOptions } from "../../../core/register/answers.ts";
import type { Values } from "../../../core/register/field.ts";
import type { ChecklistItem } from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import type { FieldOf } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { TextArea, TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import {
  type ArticleItems,
  answerNames,
  answersOn,
  articlesOf,
  tally,
  withAnswer,
  withRestClear,
} from "./answers.ts";
import type { DescribedInput } from "./FieldRow.tsx";

interface AnswersInputProps extends DescribedInput {
  readonly field: FieldOf<"answers">;
  readonly value: readonly Answer[];
  /** Of which enterprise, and on which day it was checked. */
  readonly about: Values;
  readonly onChange: (value: readonly Answer[]) => void;
}

/** The checklist of an enterprise, item by item; where there is none, items of one's own. */
export function AnswersInput({ id, describedBy, invalid, field, value, about, onChange }: AnswersInputProps) {
  const { say } = useWords();
  const { items, isKnown, isFetching } = useChecklist(about);
  const list = useRef<HTMLFieldSetElement>(null);
  const latest = useRef(value);
  latest.current = value;
  // The same function for every row however often the form draws itself: sixty rows must not be drawn for one stroke.
  const answer = useRef((changed: Answer) => onChange(withAnswer(latest.current, changed)));
  // Another day may have another checklist: an answer that no row shows could neither be seen nor sent.
  useEffect(() => {
    const kept = isKnown ? answersOn(items, value) : value;
    if (kept !== value) onChange(kept);
  }, [items, isKnown, value, onChange]);
  const toNext = () => goOn(list.current);
  const pressed = useAfterwards(value, toNext);
  const clearRest = ({ items: own }: ArticleItems) => {
    pressed();
    onChange(withRestClear(latest.current, own));
  };
  const answered = new Map(
    value.flatMap((one) => (one.item === undefined ? [] : [[one.item, one] as const])),
  );
  const own = value.filter(({ item }) => item === undefined);
  const left = items.filter((item) => !answered.has(item.id));
  return (
    <fieldset
      id={id}
      ref={list}
      tabIndex={-1}
      aria-label={say(field.words)}
      aria-describedby={describedBy}
      aria-busy={isFetching}
      className={`answers ${invalid ? "answers-wrong" : ""}`}
    >
      {field.why !== undefined && <p className="soft">{say(field.why)}</p>}
      {items.length > 0 && <Standing items={items} value={value} left={left.length} onNext={toNext} />}
      {items.length === 0 && !isFetching && <NoChecklist />}
      <ol className="answers-list">
        {articlesOf(items).map((article) => (
          <Fragment key={article.items[0]?.id}>
            {article.items.map((item) => (
              <ItemRow key={item.id} item={item} answer={answered.get(item.id)} onAnswer={answer.current} />
            ))}
            <RestOfArticle
              article={article}
              left={article.items.filter(({ id: item }) => !answered.has(item)).length}
              onClear={() => clearRest(article)}
            />
          </Fragment>
        ))}
      </ol>
      <OwnItems
        own={own}
        onChange={(changed) => onChange([...value.filter(({ item }) => item !== undefined), ...changed])}
      />
    </fieldset>
  );
}

/** To the first item that has no answer yet; where all have, the keyboard stays within the list. */
function goOn(list: HTMLElement | null): void {
  const next = list?.querySelector<HTMLElement>("[data-open] input");
  if (next) next.focus();
  else list?.focus({ preventScroll: true });
}

/** Does something once the answers stand that a button gave, which goes with what it answered. */
function useAfterwards(value: readonly Answer[], act: () => void): () => void {
  const waits = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the answers have changed.
  useEffect(() => {
    if (waits.current) act();
    waits.current = false;
  }, [value]);
  return () => {
    waits.current = true;
  };
}

interface RestOfArticleProps {
  readonly article: ArticleItems;
  readonly left: number;
  readonly onClear: () => void;
}

/**
 * Below the items of an article: that nothing of the rest was found. Only there, where all of them have been passed, and never for the
 * whole list: each item is to be looked at.
 */
function RestOfArticle({ article: { name, items }, left, onClear }: RestOfArticleProps) {
  const { words } = useWords();
  if (items.length < 2 || left === 0) return null;
  return (
    <li className="answers-rest">
      <Button onClick={onClear}>{words.checklist.restClear(name, left)}</Button>
    </li>
  );
}

const none: readonly ChecklistItem[] = [];

/** The items for the enterprise of an entry on the day of the check; none before both are known. */
export function useChecklist({ organisation, checkedOn }: Values) {
  const known = typeof organisation === "string";
  const { data, isFetching } = useQuery({
    ...queries.checklist(known ? organisation : "", typeof checkedOn === "string" ? checkedOn : undefined),
    enabled: known,
  });
  return {
    items: data?.items ?? none,
    withdrawn: data?.withdrawn ?? none,
    isKnown: data !== undefined,
    isFetching,
  };
}

interface StandingProps {
  readonly items: readonly ChecklistItem[];
  readonly value: readonly Answer[];
  readonly left: number;
  readonly onNext: () => void;
}

/** How far the checklist is filled in: it stays in sight while one goes through it. */
function Standing({ items, value, left, onNext }: StandingProps) {
  const { words } = useWords();
  const done = items.length - left;
  return (
    <div className="answers-standing">
      <div className="answers-counted">
        <span role="status">{words.checklist.progress(done, items.length)}</span>
        <span className="soft">{words.checklist.summary(tally(value))}</span>
        {left > 0 && (
          <Button size="small" onClick={onNext}>
            {words.checklist.next}
          </Button>
        )}
      </div>
      <progress
        className="answers-progress"
        value={done}
        max={items.length}
        aria-label={words.checklist.progress(done, items.length)}
      />
    </div>
  );
}

function NoChecklist() {
  const { words } = useWords();
  return (
    <Alert tone="info" title={words.checklist.none}>
      {words.checklist.noneHelp}
    </Alert>
  );
}

interface ItemRowProps {
  readonly item: ChecklistItem;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

const ItemRow = memo(function ItemRow({ item, answer, onAnswer }: ItemRowProps) {
  const { say } = useWords();
  const head = (
    <>
      <span className="answers-article">
        {say(item.standard.name)} {item.article}
      </span>
      <span>{say(item.text)}</span>
    </>
  );
  return (
    <li className="answers-row" data-open={answer === undefined ? "" : undefined}>
      <Choices
        legend={head}
        chosen={answer?.answer}
        onChoose={(option) => onAnswer({ ...answer, item: item.id, answer: option })}
      />
      {answer !== undefined && <Note answer={answer} onAnswer={onAnswer} />}
    </li>
  );
});

interface ChoicesProps {
  readonly legend: ReactNode;
  readonly chosen: Answer["answer"] | undefined;
  readonly onChoose: (option: Answer["answer"]) => void;
}

function Choices({ legend, chosen, onChoose }: ChoicesProps) {
  const { say } = useWords();
  const name = useId();
  return (
    <fieldset className="answers-choices">
      <legend>{legend}</legend>
      {answerNames.map((option) => (
        <label key={option} className={`answers-choice answers-${option}`}>
          <input type="radio" name={name} checked={chosen === option} onChange={() => onChoose(option)} />
          <span>{say(answerOptions[option])}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What was seen: asked for where something is not in order, else on demand. */
function Note({ answer, onAnswer }: Omit<ItemRowProps, "item" | "answer"> & { readonly answer: Answer }) {
  const { words } = useWords();
  const isBad = answer.answer === "present";
  const input = (
    <TextArea
      className="answers-note"
      aria-label={words.checklist.note}
      placeholder={isBad ? words.checklist.seen : words.checklist.note}
      rows={isBad ? 2 : 1}
      maxLength={limits.shortTextLengthCharacters}
      value={answer.note ?? ""}
      onChange={({ target }) => onAnswer({ ...answer, note: target.value })}
    />
  );
  if (isBad || (answer.note ?? "") !== "") return input;
  return (
    <details className="answers-more">
      <summary>{words.checklist.note}</summary>
      {input}
    </details>
  );
}

interface OwnItemsProps {
  readonly own: readonly Answer[];
  readonly onChange: (own: readonly Answer[]) => void;
}

/** What the criteria do not name, and where there are none, all that was looked at. */
function OwnItems({ own, onChange }: OwnItemsProps) {
  const { words } = useWords();
  return (
    <div className="answers-own">
      {own.map((answer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is still blank has nothing else that tells it apart.
        <div key={at} className="answers-row">
          <Choices
            legend={
              <TextInput
                aria-label={words.checklist.subject}
                placeholder={words.checklist.subject}
                maxLength={limits.titleLengthCharacters}
                value={answer.subject ?? ""}
                onChange={({ target }) => onChange(own.with(at, { ...answer, subject: target.value }))}
              />
            }
            chosen={answer.answer}
            onChoose={(option) => onChange(own.with(at, { ...answer, answer: option }))}
          />
          <Note answer={answer} onAnswer={(changed) => onChange(own.with(at, changed))} />
          <Button look="text" size="small" onClick={() => onChange(own.toSpliced(at, 1))}>
            {words.checklist.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...own, { subject: "", answer: "present" }])}>
        {words.checklist.add}
      </Button>
    </div>
  );
}

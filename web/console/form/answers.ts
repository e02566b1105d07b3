import { type Answer, type AnswerOption, answerOptions } from "../../../core/register/answers.ts";
import type { Value } from "../../../core/register/field.ts";
import type { ChecklistItem } from "../../api/criteria-types.ts";

/** The answers that a value holds, as far as they are filled in: a subject may still be blank. */
export const answersOf = (value: Value | undefined): readonly Answer[] =>
  Array.isArray(value)
    ? value.filter((member): member is Answer => typeof member === "object" && "answer" in member)
    : [];

/** How many answers of each kind there are. */
export function tally(answers: readonly Answer[]): Readonly<Record<AnswerOption, number>> {
  const count = (option: AnswerOption) => answers.filter(({ answer }) => answer === option).length;
  return { clear: count("clear"), present: count("present"), notApplicable: count("notApplicable") };
}

export const answerNames = Object.keys(answerOptions).filter(
  (name): name is AnswerOption => name in answerOptions,
);

/** The answers with this one in the place of what was answered to the same item before. */
export function withAnswer(answers: readonly Answer[], changed: Answer): readonly Answer[] {
  const at = answers.findIndex(({ item }) => item !== undefined && item === changed.item);
  return at < 0 ? [...answers, changed] : answers.with(at, changed);
}

/** Items of one article of a standard, which follow each other in a checklist. */
export interface ArticleItems {
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

/** 第四条第（三）项 is an item of 第四条, 地下矿山第12项 one of 地下矿山; a number that does not say so is an article by itself. */
const articleOf = ({ article }: ChecklistItem): string => article.replace(/(?<=.)第[^第]+项$/u, "");

/** A checklist article by article. */
export function articlesOf(items: readonly ChecklistItem[]): readonly ArticleItems[] {
  const articles: { name: string; standard: string; items: ChecklistItem[] }[] = [];
  for (const item of items) {
    const name = articleOf(item);
    const standard = item.standard.name.zh;
    const last = articles.at(-1);
    if (last?.name === name && last.standard === standard) last.items.push(item);
    else articles.push({ name, standard, items: [item] });
  }
  return articles;
}

/** The answers with "none" for those of the items that have none yet. */
export function withRestClear(
  answers: readonly Answer[],
  items: readonly ChecklistItem[],
): readonly Answer[] {
  const answered = new Set(answers.map(({ item }) => item));
  const left = items.filter(({ id }) => !answered.has(id));
  return [...answers, ...left.map(({ id }): Answer => ({ item: id, answer: "clear" }))];
}

/** As they are sent: without blanks around what was written, and without what was left blank. */
export function sentAnswers(answers: readonly Answer[]): readonly Answer[] {
  return answers.flatMap(({ item, subject, answer, note }): Answer[] => {
    const about = item === undefined ? { subject: subject?.trim() ?? "" } : { item };
    if (about.subject === "") return [];
    const seen = note?.trim() ?? "";
    return [{ ...about, answer, ...(seen === "" ? {} : { note: seen }) }];
  });
}

/** The answers that the checklist of the day still asks for, with those of one's own; the same list where all of them are. */
export function answersOn(
  items: readonly { readonly id: string }[],
  answers: readonly Answer[],
): readonly Answer[] {
  const asked = new Set(items.map(({ id }) => id));
  const kept = answers.filter(({ item }) => item === undefined || asked.has(item));
  return kept.length < answers.length ? kept : answers;
}

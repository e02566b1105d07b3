import type { Day } from "../calendar/day.ts";
import { answersIn } from "../register/answers.ts";
import type { Entry } from "../register/entry.ts";
import type { Field, Value } from "../register/field.ts";
import { figureName, figuresAsShown, figuresIn, figureWords } from "../register/figures.ts";
import { asShown } from "../register/personal.ts";
import type { Register } from "../register/register.ts";
import { lampsOf, verdictsIn } from "../register/verdicts.ts";
import { type Column, stateColumn } from "./columns.ts";

/** What a cell of an export holds. Identifiers are text, so that no program takes them for numbers. */
export type OutCell = null | string | number | { readonly day: Day };

/**
 * An entry's value as a cell shows it, in Chinese: choices by their words, flags as 是 or 否, days as days, codes and what points at
 * something by what `label` says of it, lists joined by 、 (by ； where a member has one in it), files by their names. Read back by
 * `rowReader` it gives the same value, as long as `label` gives no two things one name.
 */
export function cellOf(
  column: Pick<Column, "name" | "field">,
  entry: Pick<Entry, "state" | "values">,
  _register: Register,
  label: (field: string, value: string) => string | undefined,
): OutCell {
  const { name, field } = column;
  const value = name === stateColumn ? entry.state : asShown(entry.values[name]);
  if (value === undefined || value === "") return null;
  return shown(field, value, (id) => label(name, id) ?? id);
}

function shown(field: Field, value: Value, label: (value: string) => string): OutCell {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return shownText(field, value, label);
  if (value.length === 0) return null;
  if (field.kind === "answers") return shownAnswers(value);
  if (field.kind === "figures") return shownFigures(value);
  if (field.kind === "verdicts") return shownVerdicts(value);
  const members = value.map((member) => shownMember(field, member, label));
  return members.join(members.some((member) => member.includes("、")) ? "；" : "、");
}

function shownText(field: Field, value: string, label: (value: string) => string): OutCell {
  switch (field.kind) {
    case "day":
      return { day: value };
    case "choice":
      return wordsOf(field.options, value);
    case "text":
    case "code":
    case "criteria":
    case "position":
      return value;
    default:
      return label(value);
  }
}

const wordsOf = (options: Readonly<Record<string, { readonly zh: string }>>, value: string): string =>
  (Object.hasOwn(options, value) ? options[value]?.zh : undefined) ?? value;

function shownMember(field: Field, member: unknown, label: (value: string) => string): string {
  if (typeof member === "string")
    return field.kind === "choices" ? wordsOf(field.options, member) : label(member);
  const isNamed = typeof member === "object" && member !== null && "name" in member;
  return isNamed ? String(member.name) : "";
}

/** One after another, each with its name and unit. */
const shownFigures = (value: readonly unknown[]): string =>
  figuresAsShown(figuresIn(value))
    .map((figure) => `${figureName(figure, "zh")} ${figureWords(figure, "zh", "无")}`)
    .join("；");

/** How many lamps of each colour there are. */
function shownVerdicts(value: readonly unknown[]): string {
  const { red, yellow, green, grey } = lampsOf(verdictsIn(value));
  return `红灯 ${red}；黄灯 ${yellow}；绿灯 ${green}；灰灯 ${grey}`;
}

/** A checklist has no room in a cell: how many items were answered, and how many of them were found. */
function shownAnswers(value: readonly unknown[]): string {
  const answers = answersIn(value);
  const found = answers.filter(({ answer }) => answer === "present").length;
  return found === 0 ? `${answers.length} 项` : `${answers.length} 项，发现 ${found} 项`;
}

import { periodWords } from "../../core/calendar/period.ts";
import { lampColours } from "../../core/campaign/lamp.ts";
import type { Field, Fields } from "../../core/register/field.ts";
import { type FrozenFigure, figureName, figuresIn, figureWords } from "../../core/register/figures.ts";
import { scoresIn } from "../../core/register/scores.ts";
import { lampsOf, type TargetVerdict, verdictsIn } from "../../core/register/verdicts.ts";
import { isRole, roles } from "../../core/scope/roles.ts";
import type { Language, Words } from "../../core/words.ts";
import type { ActView, EntryView, FieldOf, FieldView, Label, RegisterView, StateView } from "../api/types.ts";
import { formatYuan } from "../ui/format.ts";
import { positionText } from "../ui/position.ts";
import type { Dictionary } from "../words/dictionary.ts";
import { answersOf, tally } from "./form/answers.ts";

/** What a description says of one name in it; names come from the same server, so a missing one is our mistake. */
export function fieldNamed({ fields, name: register }: RegisterView, name: string): FieldView {
  const found = fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`${register} has no field ${name}`);
  return found;
}

export function actNamed({ acts, name: register }: RegisterView, name: string): ActView {
  const found = acts.find((act) => act.name === name);
  if (found === undefined) throw new Error(`${register} has no act ${name}`);
  return found;
}

/** A state that the register no longer declares is shown by its own name. */
export function stateNamed({ states }: Pick<RegisterView, "states">, name: string): StateView {
  return states.find((state) => state.name === name) ?? { name, words: { zh: name, en: name }, final: false };
}

/** The described fields as core checks them. */
export function coreFields({ fields }: RegisterView): Fields {
  return Object.fromEntries(
    fields.map(({ name, sealed: _sealed, derived: _derived, ...field }): [string, Field] => [name, field]),
  );
}

interface Reader {
  readonly language: Language;
  readonly words: Dictionary;
}

/** A value in words; undefined where it is no text (files, links) or not there. */
export function valueText(
  field: FieldView,
  value: unknown,
  label: Label | undefined,
  { language, words }: Reader,
): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (label !== undefined) return typeof label === "string" ? label : label[language];
  switch (field.kind) {
    case "money":
      return `${formatYuan(Number(value))} ${words.yuan}`;
    case "flag":
      return value === true ? words.yes : words.no;
    case "choice":
      return optionWords(field.options, String(value))[language];
    case "choices":
      return Array.isArray(value)
        ? value.map((option) => optionWords(field.options, String(option))[language]).join(words.comma)
        : undefined;
    case "code":
      return codeText(field, String(value))[language];
    case "answers":
      return Array.isArray(value) ? words.checklist.summary(tally(answersOf(value))) : undefined;
    case "scores":
      return Array.isArray(value) ? words.assessment.lines(scoresIn(value).length) : undefined;
    case "figures":
      return figuresText(figuresIn(value), language, words);
    case "verdicts":
      return lampsText(verdictsIn(value), words);
    case "position":
      return positionText(String(value), language);
    case "files":
    case "links":
      return undefined;
    default:
      return String(value);
  }
}

/** Each figure by its name; of several places how many there are, since their table says what each is. */
function figuresText(figures: readonly FrozenFigure[], language: Language, words: Dictionary): string {
  const places = new Set(figures.flatMap(({ place }) => place?.zh ?? []));
  if (places.size > 0)
    return words.figures.ofPlaces(new Set(figures.map(({ indicator }) => indicator)).size, places.size);
  return figures
    .map((figure) => `${figureName(figure, language)} ${figureWords(figure, language, words.board.nothing)}`)
    .join(words.comma);
}

/** How many lamps there are of each colour, the worst first. */
function lampsText(verdicts: readonly TargetVerdict[], { board, comma }: Dictionary): string {
  const counts = lampsOf(verdicts);
  return lampColours
    .toReversed()
    .map((colour) => board.lamps(counts[colour], board.lamp[colour]))
    .join(comma);
}

/** A figure with its unit; a dash where there is nothing to divide by. */
export const figureText = (
  value: number | null,
  unit: FrozenFigure["formula"]["unit"],
  { board }: Dictionary,
): string => (value === null ? board.nothing : board.unitOf[unit](value));

function optionWords(options: Readonly<Record<string, Words>>, value: string): Words {
  return options[value] ?? { zh: value, en: value };
}

// A role that the engine noted on an entry, or the name of a period, is a code like any other to the API; a person reads its words.
function codeText({ derived, periods }: FieldOf<"code">, value: string): Words {
  const period = periods && periodWords(value);
  if (period !== undefined) return period;
  return derived && isRole(value) ? roles[value].words : { zh: value, en: value };
}

export function entryValueText(
  register: RegisterView,
  { values, labels }: EntryView,
  name: string,
  reader: Reader,
): string | undefined {
  return valueText(fieldNamed(register, name), values[name], labels[name], reader);
}

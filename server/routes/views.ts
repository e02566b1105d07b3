import { type DueState, dueIn, dueState } from "../../core/calendar/calendar.ts";
import type { Day } from "../../core/calendar/day.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { Field, Values } from "../../core/register/field.ts";
import { asSeenBy, valuesLeft } from "../../core/register/left-out.ts";
import { shownValues } from "../../core/register/personal-values.ts";
import { fieldOfLine, type Register } from "../../core/register/register.ts";
import type { TokenLimits } from "../../core/scope/scope.ts";
import type { Words } from "../../core/words.ts";
import { type Campaign, dueLimits } from "../store/campaign.ts";
import type { Queryable } from "../store/database.ts";
import { type Namer, namer, openNamer, pointersOf, registerOf } from "../store/namer.ts";

/** A deadline as every list, page and notice shows it. */
export interface DueView {
  readonly on: Day;
  readonly state: DueState;
  /** Working days left; negative when overdue. */
  readonly workingDays: number;
  readonly provisional: boolean;
}

/** An entry as the API answers it: its values, and names beside the ids and codes among them. */
export interface EntryView {
  readonly id: string;
  readonly register: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly values: Values;
  readonly labels: Readonly<Record<string, Words | string>>;
  readonly due: DueView | null;
}

/** Entries with the names of everything that they point at, looked up together. */
export async function viewEntries(
  tx: Queryable,
  campaign: Campaign,
  today: Day,
  entries: readonly Entry[],
  token?: TokenLimits,
): Promise<readonly EntryView[]> {
  const name = openNamer(await namer(tx, campaign, entries), campaign, token);
  const due = dueViewer(campaign, today);
  return entries.map((entry) => {
    const register = asSeenBy(registerOf(entry), token);
    const values = valuesLeft(registerOf(entry), entry.values, token);
    return {
      id: entry.id,
      register: entry.register,
      number: entry.values.number ?? "",
      state: entry.state,
      version: entry.version,
      // A title may have been erased; a number names nobody and never is.
      title: textValue(values, register.title) ?? entry.values.number ?? "",
      values: shownValues(register.allFields, values),
      labels: labelsOf(register, values, name),
      due: due(entry),
    };
  });
}

function labelsOf(register: Register, values: Values, name: Namer): EntryView["labels"] {
  const labels: Record<string, Words | string> = {};
  for (const [field] of pointersOf(register)) {
    const label = labelOf(name, register, field, values[field]);
    if (label !== undefined) labels[field] = label;
  }
  return labels;
}

/** The words for what a field holds, of a list all of them; undefined where the value speaks for itself. */
export function labelOf(
  name: Namer,
  register: Register,
  field: string,
  value: unknown,
): Words | string | undefined {
  if (typeof value === "string") return name(register, field, value);
  const kind = fieldOfLine(register, field)?.kind;
  if (!Array.isArray(value) || kind === undefined || !namedOneByOne.includes(kind)) return undefined;
  const named = value.map((member) => wordsOf(name(register, field, String(member)) ?? String(member)));
  return { zh: named.map(({ zh }) => zh).join("、"), en: named.map(({ en }) => en).join("; ") };
}

const namedOneByOne: readonly Field["kind"][] = [
  "sectors",
  "packRows",
  "indicators",
  "persons",
  "organisations",
];

const wordsOf = (label: Words | string): Words =>
  typeof label === "string" ? { zh: label, en: label } : label;

/** The state of a deadline on a day, by the pack's own limits: the one place for list, page and notice. */
export function dueView(campaign: Campaign, today: Day, entry: Entry): DueView | null {
  const on = entry.values.dueOn;
  if (on === undefined) return null;
  const state = dueState(on, today, dueLimits(campaign, today), campaign.calendar);
  const { workingDays } = dueIn(on, today, campaign.calendar);
  return { on, state, workingDays, provisional: entry.values.dueProvisional === true };
}

/** `dueView` for the entries of a page, many of which are due on one day. */
function dueViewer(campaign: Campaign, today: Day): (entry: Entry) => DueView | null {
  const views = new Map<string, DueView | null>();
  return (entry) => {
    const key = `${entry.values.dueOn} ${entry.values.dueProvisional}`;
    const known = views.get(key);
    if (known !== undefined) return known;
    const view = dueView(campaign, today, entry);
    views.set(key, view);
    return view;
  };
}

import { type DueState, dueIn, dueState } from "../../core/calendar/calendar.ts";
import type { Day } from "../../core/calendar/day.ts";
import type { Library } from "../../core/pack/library.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { Field, Values } from "../../core/register/field.ts";
import { asSeenBy, isLeftOut, valuesLeft } from "../../core/register/left-out.ts";
import { shownValues } from "../../core/register/personal-values.ts";
import { fieldOfLine, lineFields, type Register } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { TokenLimits } from "../../core/scope/scope.ts";
import type { Words } from "../../core/words.ts";
import { type Campaign, parametersOn } from "../store/campaign.ts";
import { inOrder, type Queryable } from "../store/database.ts";
import { libraryFor } from "../store/imported-criteria.ts";
import { namesOf } from "../store/people.ts";
import { titlesOf } from "../store/titles.ts";

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
  if (!Array.isArray(value) || (kind !== "sectors" && kind !== "persons")) return undefined;
  const named = value.map((member) => wordsOf(name(register, field, String(member)) ?? String(member)));
  return { zh: named.map(({ zh }) => zh).join("、"), en: named.map(({ en }) => en).join("; ") };
}

const wordsOf = (label: Words | string): Words =>
  typeof label === "string" ? { zh: label, en: label } : label;

function registerOf(entry: Pick<Entry, "register">): Register {
  const register = registerNamed(entry.register);
  if (register === undefined) throw new Error(`No register ${entry.register}`);
  return register;
}

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

export function dueLimits(campaign: Campaign, today: Day) {
  const { numbers } = parametersOn(campaign, today);
  return {
    soonWithinWorkingDays: numbers["reminder.soon.within"] ?? 0,
    veryOverdueAfterWorkingDays: numbers["reminder.veryOverdue.after"] ?? 0,
  };
}

/** Gives the words for an id or code in a field; undefined where the value speaks for itself. */
export type Namer = (register: Register, field: string, value: string) => Words | string | undefined;

/** The names among them that a token leaves in: the title of another entry is a field of it, left out there as elsewhere. */
export function openNamer(name: Namer, { organisations }: Campaign, token: TokenLimits | undefined): Namer {
  if (token === undefined) return name;
  return (register, field, value) => {
    const declared = fieldOfLine(register, field);
    const of =
      declared?.kind === "link" || declared?.kind === "links"
        ? registerNamed(declared.register)
        : declared?.kind === "organisation" && !organisations.has(value)
          ? enterprise
          : undefined;
    return of !== undefined && isLeftOut(of, of.title, token) ? undefined : name(register, field, value);
  };
}

/** Looks up the names of all people and entries that some entries' values mention, in one query each. */
export async function namer(
  tx: Queryable,
  campaign: Campaign,
  entries: readonly Pick<Entry, "register" | "values">[],
): Promise<Namer> {
  const { persons, titled, cited } = mentioned(campaign, entries);
  const [people, titles, library] = await inOrder([
    namesOf(tx, persons),
    titlesOf(tx, titled),
    libraryFor(tx, campaign, cited),
  ]);
  return (register, field, value) => {
    const declared = fieldOfLine(register, field);
    switch (declared?.kind) {
      case "person":
      case "persons":
        return people.get(value);
      case "link":
        return titles.get(value);
      case "organisation":
        return campaign.organisations.get(value)?.name ?? titles.get(value);
      case "region":
        return campaign.regionName(value);
      case "sector":
      case "sectors":
        return campaign.sectorName(value);
      case "criteria":
        return criteriaLabel(library, value);
      case "choice":
        return declared.options[value];
      default:
        return undefined;
    }
  };
}

const pointing: ReadonlySet<Field["kind"]> = new Set([
  "person",
  "persons",
  "link",
  "organisation",
  "region",
  "sector",
  "sectors",
  "criteria",
  "choice",
]);

const pointersByRegister = new WeakMap<Register, readonly (readonly [string, Field["kind"]])[]>();

/** The fields of a register whose values have names. Gathered once: every row of every list asks. */
function pointersOf(register: Register): readonly (readonly [string, Field["kind"]])[] {
  const known = pointersByRegister.get(register);
  if (known !== undefined) return known;
  const pointers = Object.entries({ ...register.allFields, ...lineFields }).flatMap(([name, { kind }]) =>
    pointing.has(kind) ? [[name, kind] as const] : [],
  );
  pointersByRegister.set(register, pointers);
  return pointers;
}

/** What some entries' values mention: people, entries and items of criteria. The pack's organisations are known; others are entries. */
function mentioned({ organisations }: Campaign, entries: readonly Pick<Entry, "register" | "values">[]) {
  const people = new Set<string>();
  const titled = new Set<string>();
  const cited = new Set<string>();
  for (const entry of entries) {
    for (const [field, kind] of pointersOf(registerOf(entry))) {
      if (kind === "persons") for (const id of [entry.values[field] ?? []].flat()) people.add(String(id));
      const value = textValue(entry.values, field);
      if (value === undefined) continue;
      if (kind === "person") people.add(value);
      if (kind === "criteria") cited.add(value);
      if (kind === "link" || (kind === "organisation" && !organisations.has(value))) titled.add(value);
    }
  }
  return { persons: [...people], titled: [...titled], cited: [...cited] };
}

function criteriaLabel({ criteria, withdrawn }: Library, id: string): Words | undefined {
  const found = criteria.get(id) ?? withdrawn.get(id);
  if (found === undefined) return undefined;
  const { item, standard } = found;
  const mark = criteria.has(id) ? { zh: "", en: "" } : withdrawnMark;
  return {
    zh: `${standard.name.zh} ${item.article}：${item.text.zh}${mark.zh}`,
    en: `${standard.name.en}, ${item.article}: ${item.text.en}${mark.en}`,
  };
}

const withdrawnMark = { zh: "（导入条款，已撤回）", en: " (imported item, withdrawn)" };

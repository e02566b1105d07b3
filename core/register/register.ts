import type { Calendar, Clock } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { AssessmentFact } from "../campaign/assessment.ts";
import { limits } from "../limits.ts";
import type { Mention } from "../mention.ts";
import type { Refusal } from "../refusals.ts";
import type { Role } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import type { Warning } from "../warnings.ts";
import type { Words } from "../words.ts";
import { commentActs, commentFields } from "./comment.ts";
import type { ChecklistItem, CriteriaFact } from "./criteria-fact.ts";
import { asideFields, type EngineName, type Entry, engineFields, movedFields, textValue } from "./entry.ts";
import { erasureActs, erasureFieldsOf } from "./erasure.ts";
import { withEssentials } from "./essential.ts";
import type { Exchange } from "./exchange.ts";
import {
  type Field,
  type Fields,
  longText,
  type RawInput,
  type StoredFile,
  type Values,
  type ValuesOf,
} from "./field.ts";
import type { FrozenFigure } from "./figures.ts";
import type { FiguresAsked, FigureWanted } from "./figures-asked.ts";
import { type Keeping, refuseToPlace } from "./keeping.ts";
import { type Count, countsOverdue, type Numbering } from "./numbers.ts";
import type { OrganisationFact } from "./organisation-fact.ts";
import type { AlikeFact, RegistrantFact } from "./others.ts";
import { recalculate } from "./recalculate.ts";
import { type HistoryRules, recordAct, recordActOf, recordedFieldsOf } from "./recorded.ts";
import { renamedIn } from "./renamed.ts";
import { type Restricting, restrictionActs, restrictionFieldsOf } from "./restriction.ts";
import type { TargetVerdict } from "./verdicts.ts";

/** What of the acting person matters to a guard: the enforcement certificate (执法证) and the days on which it holds. */
export interface OfficerFact {
  readonly certificateFrom?: Day | undefined;
  readonly certificateTo?: Day | undefined;
}

/** All that a decision needs beside the entry, loaded in the same transaction, by the field that points at it; what is not found is absent. */
export interface Facts {
  readonly calendar: Calendar;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly entries: Readonly<Record<string, Entry>>;
  readonly organisations: Readonly<Record<string, OrganisationFact>>;
  readonly criteria: Readonly<Record<string, CriteriaFact>>;
  /** Regions, sectors and lists of organisations or indicators that were entered, as far as the pack has them; a list only if it has every member. */
  readonly places: Readonly<Record<string, string | readonly string[]>>;
  readonly officer: OfficerFact;
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly counts: Readonly<Record<string, number>>;
  /** The newest first. */
  readonly alike: readonly AlikeFact[];
  /** Other entries with the same values, at work, on the sight of the engine. */
  readonly others: readonly Entry[];
  /** The organisation, or the nearest above it, in which somebody stands at the head who may decide on a person of it. */
  readonly headedBy?: string | undefined;
  /** The first day of the campaign: what was found before it is stock. */
  readonly campaignFrom: Day;
  /** How many clauses each measure of the plan has, by its number. */
  readonly clauses: Readonly<Record<number, number>>;
  /** Sectors of which every enterprise counts as high-risk. */
  readonly highRiskSectors: readonly string[];
  /** Other entries with the same values, as far as the actor may see them: a few of each. */
  readonly same: Readonly<Record<string, readonly Mention[]>>;
  /** The last other entry that came to such an end; known only while nothing has been entered, to offer what is known of it. */
  readonly last?: Entry | undefined;
  /** Names of the fields of which sealed values still exist in any version, the basis of an erasure left aside. */
  readonly sealed: readonly string[];
  /** What stands already of whoever applies to be let in; absent where no act asks. */
  readonly registrant?: RegistrantFact | undefined;
  /** Whether the actor held their post before the act in question was done to the entry; absent where no act asks. */
  readonly heldBefore?: boolean | undefined;
  /** The posts of the people who are named in the field that an act asks about, by their ids; none of who is not there. */
  readonly posts: Readonly<Record<string, readonly Actor[]>>;
  /** The items to be answered on the day of the check; none where the library has none for the sector. */
  readonly checklist?: readonly ChecklistItem[] | undefined;
  /** The items as imports stood on that day; absent where none was withdrawn since. */
  readonly checklistThen?: readonly ChecklistItem[] | undefined;
  /** Whether the library holds every item by which the sector is judged on that day. */
  readonly checklistWhole?: boolean | undefined;
  /** By which scheme a unit is assessed for a year, and by whom; absent where no scheme is for it. */
  readonly assessment?: AssessmentFact | undefined;
  /** What the act freezes, counted in its transaction as known at the end of the day before; absent where an act is only offered. */
  readonly figures?: readonly FrozenFigure[] | undefined;
  /** What the campaign's targets came to, as known at the end of the day before; absent where an act is only offered. */
  readonly verdicts?: readonly TargetVerdict[] | undefined;
  /** Ids for the entries that the act opens, drawn beforehand: core draws none. */
  readonly newIds?: readonly string[] | undefined;
}

/** One attempt at an act: everything that a rule may look at. */
export interface Attempt<V = Values> {
  readonly entry: Entry<V>;
  readonly facts: Facts;
  readonly input: V & { readonly reason?: string };
  readonly actor: Actor;
  /** The server's clock, UTC. */
  readonly now: string;
  /** The legal day on which the act counts as done, in Asia/Shanghai. */
  readonly day: Day;
}

/** A rule: a refusal or nothing. A method, so that one over its own register's values, all that it is handed, fits the open type. */
export type Guard<V> = { rule(attempt: Attempt<V>): Refusal | undefined }["rule"];
type Warn<V> = { rule(attempt: Attempt<V>): Warning | undefined }["rule"];
type Derive<V, R> = { derive(attempt: Attempt<V>): R }["derive"];

/**
 * An act that another entry undergoes in the same outcome, or that opens one where `entry` is blank: all of it happens or nothing
 * does. `facts` are those that it needs beside the ones of the act that it follows.
 */
export interface FollowUp {
  readonly register: Register;
  readonly entry: Entry;
  readonly act: string;
  readonly input: RawInput;
  readonly facts?: Partial<Facts>;
}

/** Which facts the store loads for an act, by the fields that point at them. */
export interface FactsWanted<N extends string = string> {
  readonly entries?: readonly N[];
  readonly organisations?: readonly N[];
  readonly criteria?: readonly N[];
  /** How many other entries of the register, on the sight of the engine, have the same values in these fields. */
  readonly counts?: Readonly<Record<string, readonly N[]>>;
  /**
   * Other entries of the register, on the sight of the engine, with the same values in `same` and any value in common among `shares`,
   * whichever of these fields holds it; ordered by the day in one. `atWork`: only those that are not at rest.
   */
  readonly alike?: {
    readonly same: readonly N[];
    readonly shares?: readonly N[];
    readonly newestBy: N | "openedOn";
    readonly atWork?: true;
  };
  /** Other entries of the register with the same values in these fields, on the sight of the engine: those that are not at rest. */
  readonly others?: readonly N[];
  /** As `others`, by what a field is to be: of each field that is compared, the one in which its value is entered. */
  readonly othersBy?: Readonly<Record<string, N>>;
  /** Who is at the head of the organisation in `unit` on the day, or above it, other than the people in `besides`. */
  readonly headedBy?: { readonly unit: N; readonly besides: readonly N[] };
  /** Which other entries of the register, within the actor's sight, have the same values in these fields. */
  readonly same?: Readonly<Record<string, readonly N[]>>;
  /** The last opened other entry, within the actor's sight, with the same values in `same` and in one of the states `in`. */
  readonly last?: { readonly same: readonly N[]; readonly in: readonly string[] };
  /** Which sealed values exist. */
  readonly sealed?: true;
  /** What stands of the enterprise whose credit code is in this field. */
  readonly registrant?: N;
  /** Whether the actor's post was held before this act was done to the entry. */
  readonly heldBefore?: string;
  /** Which posts the people have whom this field names as it was entered. */
  readonly posts?: string;
  /** The checklist of the enterprise on the day in this field; today's where it is empty. */
  readonly checklist?: N;
  /** The scheme for the unit and year in these fields. */
  readonly assessment?: { readonly unit: N; readonly year: N };
  /** Which figures the act freezes, for its `sets` to keep in a field of the kind `figures`. */
  readonly figures?: (asked: FiguresAsked) => readonly FigureWanted[];
  /** What all targets of the campaign came to, for its `sets` to keep in a field of the kind `verdicts`. */
  readonly verdicts?: true;
  /** Ids for entries that the act opens. */
  readonly newIds?: true;
}

type Name<F extends Fields> = keyof F & string;
type LineName = keyof typeof lineFields;

export interface Act<F extends Fields = Fields, S extends string = string> {
  readonly words: Words;
  /** The rule that asks for this act or shapes it: law and article, plan and measure. */
  readonly law: readonly Words[];
  readonly from: "new" | readonly S[];
  /** `back`: to where the entry stood before it came into a state aside. `recorded`: to where it was said to stand. */
  readonly to: S | "unchanged" | "back" | "recorded";
  readonly by: readonly Role[];
  readonly needs?: readonly (Name<F> | LineName)[];
  readonly takes?: readonly (Name<F> | LineName)[];
  /** Options of its choices that it never takes: a form does not offer them. */
  readonly leavesOut?: { readonly [K in Name<F>]?: readonly string[] };
  /** The field of the hash of a secret that the server draws and nobody enters; whoever does the act is told the secret, this once. */
  readonly draws?: Name<F>;
  /** What it may leave out for now and the next act refuses to go without: a form says so before somebody runs into it. */
  readonly neededNext?: readonly Name<F>[];
  readonly facts?: FactsWanted<Name<F>>;
  /** Whether there is any sense in it for this entry: where not, a screen does not speak of it. */
  readonly applies?: Guard<ValuesOf<F>>;
  /** Rules over entry, facts and actor: they also tell a screen why a button is off. */
  readonly guards?: readonly Guard<ValuesOf<F>>[];
  /** Rules over what was entered, asked after the guards. */
  readonly checks?: readonly Guard<ValuesOf<F>>[];
  /** What looks wrong and may be right: told to the person, who may go on. Asked after the checks. */
  readonly warns?: readonly Warn<ValuesOf<F>>[];
  /** What the act itself sets, beside what was entered; `null` clears. */
  readonly sets?: Derive<ValuesOf<F>, { readonly [K in keyof F]?: ValuesOf<F>[K] | null | undefined }>;
  /** What a form may offer, so that nothing already known is asked again. */
  readonly suggests?: Derive<ValuesOf<F>, ValuesOf<F>>;
  /** Who is told of it by name, in the posts in which they see it. */
  readonly tells?: Derive<ValuesOf<F>, readonly Actor[]>;
  readonly follows?: Derive<ValuesOf<F>, readonly FollowUp[]>;
  /** Whether the sealed values of all versions go whose fields its line names as erased. */
  readonly erases?: true;
  /** A screen keeps it apart from what moves the matter on. */
  readonly personalData?: true;
  /** It only says something of the entry, whatever the version: nobody else's act grows stale by it, nor it by theirs. */
  readonly remarks?: true;
  /** It takes up a matter with its history, on the days that it had: from a row of a file, so that no screen has a form for it. */
  readonly records?: true;
  /** Whoever does it proves anew that it is they, at the moment of the act: nobody else does it at a desk left open. */
  readonly confirms?: "password";
}

export interface State<F extends Fields = Fields> {
  readonly words: Words;
  /** The field that names the organisation which must act next. */
  readonly holder?: Name<F>;
  /** The roles there whose work list shows the entry. */
  readonly awaits?: readonly Role[];
  /** How long it may stay: a named clock of the pack, or a day held in a field. */
  readonly clock?: { readonly named: string } | { readonly day: Name<F> };
  /** The matter is at rest; the engine sets and clears `closedOn`. */
  readonly final?: true;
  /** Beside the way, as a dispute or a suspension: the engine keeps in `asideFrom` the state from which it was entered. */
  readonly aside?: true;
}

/** What one register is: the whole declaration. Forms, columns, schemas, tables and documents are derived from it. */
export interface Declaration<F extends Fields, S extends string> {
  readonly name: string;
  readonly plural: string;
  readonly words: Words;
  readonly law: readonly Words[];
  /** The plan's measures that this register serves. */
  readonly measures: readonly number[];
  readonly fields: F;
  readonly title: Name<F>;
  /** Columns of the list, in order. */
  readonly list: readonly (Name<F> | EngineName)[];
  /** Fields of the filter bar. */
  readonly filters: readonly (Name<F> | EngineName)[];
  readonly states: Readonly<Record<S, State<F>>>;
  readonly acts: Readonly<Record<string, Act<F, NoInfer<S>>>>;
  /** Who asks for an erasure and who carries it out, where it is not whoever answers for what a government keeps. */
  readonly erasedBy?: readonly Role[];
  /** Whether personal values may be erased before a matter is at rest; else the law wants them kept until then. */
  readonly erasedWhileOpen?: true;
  /** How an entry is kept from those who see it by region alone; where it says nothing, never. */
  readonly restricting?: Restricting<NoInfer<S>>;
  readonly numbering: Numbering;
  /** That no region shows its entries and no enterprise has them, and who sees them instead. */
  readonly keeping?: Keeping<Name<F>>;
  /** How a matter that has a history is taken up, and by whom; where it says nothing, none is. */
  readonly history?: HistoryRules<Name<F>, NoInfer<S>> &
    Pick<Act<F, NoInfer<S>>, "by" | "needs" | "takes" | "facts" | "checks" | "warns" | "sets">;
  /** How its entries come in tables; where it says nothing, only its own words are known there. */
  readonly exchange?: Exchange<Name<F> | EngineName, NoInfer<S>>;
  readonly counts: Readonly<Record<string, Count<Name<F> | EngineName>>>;
  /** The choice by which every count is told apart beside place and level: of hazards where they come from. */
  readonly countedBy?: Name<F>;
}

/** A register as the engine, the store and the screens see it. */
export interface Register extends Omit<Declaration<Fields, string>, "acts" | "exchange" | "keeping"> {
  readonly acts: Readonly<Record<string, Act>>;
  readonly exchange: Exchange;
  readonly keeping?: Keeping | undefined;
  /** The register's own fields and the engine's. */
  readonly allFields: Fields;
  /** Names that fields had before → those that they have. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A reason is asked by acts that take something back or change a promise; the ledger holds it sealed, the entry does not. */
export const reasonField = longText({
  words: { zh: "理由", en: "Reason" },
  why: {
    zh: "改变已作的办理或承诺，须留下理由备查",
    en: "What changes something done or promised leaves its reason",
  },
  maxLength: limits.reasonLengthCharacters,
});

/** What a ledger line holds and the entry does not. No field of a register is called so. */
export const lineFields = { reason: reasonField, ...commentFields } as const satisfies Fields;

/**
 * Checks a declaration at compile time (acts against states, rules against fields) and opens its types for the engine. Throws
 * where two fields claim one name, present or former, or a field would show a kept register by scope.
 */
export function defineRegister<const F extends Fields, S extends string>(
  declaration: Declaration<F, S>,
): Register;
export function defineRegister(declaration: Declaration<Fields, string>): Register {
  const open = Object.keys(declaration.states).filter((state) => !declaration.states[state]?.final);
  const { restricting } = declaration;
  const allFields: Fields = {
    ...withEssentials(declaration),
    ...engineFields,
    ...(Object.values(declaration.states).some(({ aside }) => aside) ? asideFields : {}),
    ...(countsOverdue(declaration) ? movedFields : {}),
    ...erasureFieldsOf(declaration.fields),
    ...(restricting ? restrictionFieldsOf(restricting) : {}),
    ...(declaration.history ? recordedFieldsOf(declaration.states, declaration.history) : {}),
  };
  refuseToPlace(declaration);
  const states = Object.keys(declaration.states);
  const acts = {
    ...declaration.acts,
    ...(declaration.history && {
      [recordAct]: recordActOf(declaration.states, allFields, declaration.history),
    }),
    recalculate: { ...recalculate, from: open },
    ...commentActs(states, { allFields, keeping: declaration.keeping }),
    ...(restricting && "by" in restricting && restrictionActs(states, restricting, { allFields })),
    ...erasureActs(
      states,
      declaration.erasedWhileOpen === true,
      (field) => [allFields[field]?.was ?? []].flat(),
      declaration.erasedBy,
    ),
  };
  const { exchange = {} } = declaration;
  return { ...declaration, acts, allFields, exchange, renamed: renamedIn(declaration.name, allFields) };
}

/** What a field of a ledger line is called now; the name itself where nobody renamed it. */
export function presentName(register: Register, name: string): string {
  return register.renamed.get(name) ?? name;
}

/** The act of that name; undefined also for names that every object inherits, such as `constructor`. */
export const actNamed = ({ acts }: Register, name: string): Act | undefined =>
  Object.hasOwn(acts, name) ? acts[name] : undefined;

/** A field as a ledger line names it: the entry's own, or one that stays in the line. */
export function fieldOfLine({ allFields }: Register, name: string): Field | undefined {
  const fields: Fields = Object.hasOwn(allFields, name) ? allFields : lineFields;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The state in which an act with this input leaves an entry; undefined where nothing says which that is. */
export function stateAfter({ to }: Act, { state, values }: Entry, input: Values = {}): string | undefined {
  if (to === "recorded") return textValue(input, "recordedState");
  if (to === "back") return values.asideFrom;
  return to === "unchanged" ? state : to;
}

/** States of a register that are written in a file of their own: checked against its fields. */
export function statesOf<const F extends Fields>(_fields: F) {
  return <S extends string>(states: Readonly<Record<S, State<F>>>) => states;
}

/** Acts of a register that are written in a file of their own: checked against its fields and its states. */
export function actsOf<const F extends Fields, S extends string>(
  _fields: F,
  _states: Readonly<Record<S, State<F>>>,
) {
  return <const A extends Readonly<Record<string, Act<F, S>>>>(acts: A): A => acts;
}

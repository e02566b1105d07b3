import type { Day } from "../calendar/day.ts";
import type { RefusalCode } from "../refusals.ts";
import { type Problem, type Refusal, refusal } from "../refusals.ts";
import type { Role } from "../scope/roles.ts";
import type { Warning } from "../warnings.ts";
import type { Words } from "../words.ts";
import type { Entry } from "./entry.ts";
import { textValue } from "./entry.ts";
import { type Changes, choice, code, type Fields, type RawInput, type Values } from "./field.ts";

/** The act by which a matter is taken up that has a history already. */
export const recordAct = "record";

export const recordedWords = {
  words: { zh: "补录", en: "Record with its history" },
  law: [
    {
      zh: "通用：建台账以前的事项按实际环节和日期补录，注明来源文件和行",
      en: "General: what began before the register is taken up as it stands, with its days, its file and row",
    },
  ],
} as const;

/** What an attempt to record is decided by, whatever the register. */
interface Attempt {
  readonly entry: Entry;
  readonly input: Values & { readonly reason?: string };
  readonly actor: { readonly role: Role };
  readonly day: Day;
}

interface RecordedState {
  readonly words: Words;
  readonly final?: true;
  readonly holder?: string;
  readonly clock?: { readonly named: string } | { readonly day: string };
}

/** What a register says of histories; its rules see the days of the history filled in, wherever they were entered or not. */
export interface HistoryRules<N extends string = string, S extends string = string> {
  /** In which states a matter may be taken up; none in which somebody's word is half given. */
  readonly states: readonly S[];
  /** The field of the day with which it began, where it has one: nothing of it lies before. */
  readonly begins?: N;
  /** Fields of days that lie between its beginning and today. */
  readonly meanwhile?: readonly N[];
}

/** What is entered of every history beside its fields. */
const historyDays = ["openedOn", "stateSince", "closedOn"] as const;

export const recordedNeeds = ["recordedState", "recordedFrom"] as const;
export const recordedTakes = historyDays;

type Rule<R> = { rule(attempt: Attempt): R | undefined }["rule"];

/** A register's part of the act, beside the days and the step that every history has. */
interface History extends HistoryRules {
  readonly by: readonly Role[];
  readonly needs?: readonly string[];
  readonly takes?: readonly string[];
  readonly facts?: object;
  readonly checks?: readonly Rule<Refusal>[];
  readonly warns?: readonly Rule<Warning>[];
  readonly sets?: { derive(attempt: Attempt): Changes }["derive"];
}

const source = "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/[1-9][0-9]{0,6}$";

/** The fields in which an entry keeps that it was taken up with its history, and from where. */
export function recordedFieldsOf(
  states: Readonly<Record<string, RecordedState>>,
  { states: open }: HistoryRules,
) {
  const options = Object.fromEntries(
    open.flatMap((name) => (states[name] === undefined ? [] : [[name, states[name].words]])),
  );
  return {
    recordedState: choice({
      words: { zh: "补录时环节", en: "Recorded in the step" },
      why: {
        zh: "历史事项补录时实际所处的环节",
        en: "The step in which the matter stood when it was recorded",
      },
      options,
      derived: true,
    }),
    recordedFrom: code({
      words: { zh: "补录来源（导入批次/行）", en: "Recorded from (import / row)" },
      why: {
        zh: "据以补录的文件和行，便于核对",
        en: "The file and row by which it was recorded, to be checked",
      },
      pattern: source,
      derived: true,
    }),
  } as const satisfies Fields;
}

/** What is entered to record a row of an import: `state` as the table tells it, and from which row it comes. */
export function inputOfRecord(
  { state, ...entered }: RawInput,
  from: { readonly import: string; readonly row: number },
): RawInput {
  return { ...entered, recordedState: state, recordedFrom: `${from.import}/${from.row}` };
}

/** The days of a history: as they were entered, or else as the others tell them. */
export function daysOfHistory(
  { input, day }: Pick<Attempt, "input" | "day">,
  { begins }: HistoryRules,
): { readonly openedOn: Day; readonly stateSince: Day } {
  const [opened, since, closed] = historyDays.map((name) => textValue(input, name));
  const began = begins === undefined ? undefined : textValue(input, begins);
  const openedOn = opened ?? began ?? since ?? closed ?? day;
  return { openedOn, stateSince: since ?? closed ?? openedOn };
}

/** What is at rest was closed by somebody who may close: whoever works on it does not say so alone. */
const closers: readonly Role[] = ["departmentHead", "committeeOffice"];

/**
 * The rules of every history, in the order in which a person should hear of them: who may say that it is closed, whether it has the days
 * that it must have, in their order, and what its step needs to be held and due. `sets` tells what the act itself sets.
 */
export function historyChecks(
  states: Readonly<Record<string, RecordedState>>,
  rules: HistoryRules,
  sets: (attempt: Attempt) => Changes,
) {
  const stateOf = ({ input }: Attempt) => states[textValue(input, "recordedState") ?? ""];
  return [
    function closedByWhoMayClose(attempt: Attempt): Refusal | undefined {
      const isClosed = stateOf(attempt)?.final === true;
      return isClosed && !closers.includes(attempt.actor.role)
        ? refusal("history-closed-by-a-head")
        : undefined;
    },
    function closedHasItsDay(attempt: Attempt): Refusal | undefined {
      const isClosed = stateOf(attempt)?.final === true;
      const closedOn = textValue(attempt.input, "closedOn");
      if (isClosed === (closedOn !== undefined)) return undefined;
      return isClosed
        ? located("history-without-its-end", [{ field: "closedOn", code: "required" }])
        : located("history-has-not-ended", [{ field: "closedOn", code: "not-an-option" }]);
    },
    function daysFollow(attempt: Attempt): Refusal | undefined {
      const isClosed = stateOf(attempt)?.final === true;
      return daysOutOfOrder(attempt, rules, isClosed);
    },
    function stepIsWhole(attempt: Attempt): Refusal | undefined {
      const state = stateOf(attempt);
      return state && stepLacks(attempt, rules, state, { ...attempt.input, ...sets(attempt) });
    },
  ];
}

const located = (code: RefusalCode, problems: readonly Problem[]): Refusal => refusal(code, problems);

function daysOutOfOrder(attempt: Attempt, rules: HistoryRules, isClosed: boolean): Refusal | undefined {
  const { input, day } = attempt;
  const { begins, meanwhile = [] } = rules;
  const entered = (name: string) => textValue(input, name);
  const order = [...(begins === undefined ? [] : [begins]), ...historyDays].filter((name) => entered(name));
  const late = [...order, ...meanwhile].filter((name) => (entered(name) ?? "") > day);
  if (late.length > 0)
    return located(
      "history-in-the-future",
      late.map((field) => ({ field, code: "too-large" })),
    );
  const wrong = order.filter((name, at) => {
    const before = order[at - 1];
    return before !== undefined && (entered(name) ?? "") < (entered(before) ?? "");
  });
  const began = begins === undefined ? undefined : entered(begins);
  const early = meanwhile.filter((name) => began !== undefined && (entered(name) ?? began) < began);
  const since = entered("stateSince");
  const isTorn = isClosed && since !== undefined && since !== entered("closedOn");
  const fields = [...wrong, ...early, ...(isTorn ? ["stateSince"] : [])];
  if (fields.length === 0) return undefined;
  return located(
    "history-days-out-of-order",
    [...new Set(fields)].map((field) => ({ field, code: "too-small" })),
  );
}

/** Where a term runs, somebody holds the matter since a day that is known: an invented day would invent a delay. */
function stepLacks(
  { input }: Attempt,
  { states: [first] }: HistoryRules,
  { holder, clock }: RecordedState,
  values: Changes,
): Refusal | undefined {
  const isBegun = input.recordedState !== first;
  const due =
    clock === undefined ? undefined : "day" in clock ? clock.day : isBegun ? "stateSince" : undefined;
  const known: Changes = { ...values, stateSince: textValue(input, "stateSince") };
  const missing = [holder, due].filter(
    (name) => name !== undefined && (known[name] ?? undefined) === undefined,
  );
  if (missing.length === 0) return undefined;
  return located(
    "history-step-not-whole",
    missing.flatMap((field) => (field === undefined ? [] : [{ field, code: "required" as const }])),
  );
}

/** The act by which a register takes up histories, as it says of them. */
export function recordActOf(
  states: Readonly<Record<string, RecordedState>>,
  fields: Fields,
  history: History,
) {
  const needs = [...Object.keys(fields).filter((name) => fields[name]?.essential), ...(history.needs ?? [])];
  const takes = (history.takes ?? []).filter((name) => !needs.includes(name));
  const told = (attempt: Attempt): Attempt => ({
    ...attempt,
    input: { ...attempt.input, ...daysOfHistory(attempt, history) },
  });
  const sets = (attempt: Attempt): Changes => ({
    ...history.sets?.(told(attempt)),
    ...daysOfHistory(attempt, history),
  });
  return {
    ...recordedWords,
    from: "new",
    to: "recorded",
    by: history.by,
    needs: [...new Set([...needs, ...recordedNeeds])],
    takes: [...takes, ...recordedTakes],
    facts: { ...pointed(fields, [...needs, ...takes]), ...history.facts },
    checks: [
      ...historyChecks(states, history, sets),
      ...(history.checks ?? []).map((rule) => under(rule.name, (attempt) => rule(told(attempt)))),
    ],
    warns: (history.warns ?? []).map((rule) => under(rule.name, (attempt) => rule(told(attempt)))),
    sets,
    records: true,
  } as const;
}

/** A rule keeps its name: the reference pages tell rules by theirs. */
function under<R>(name: string, rule: (attempt: Attempt) => R): (attempt: Attempt) => R {
  return Object.defineProperty(rule, "name", { value: name });
}

/** What the fields point at is looked up, whichever they are. */
function pointed(fields: Fields, names: readonly string[]) {
  const of = (kind: string) => names.filter((name) => fields[name]?.kind === kind);
  return { entries: of("link"), organisations: of("organisation"), criteria: of("criteria") };
}

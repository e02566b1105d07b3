import type { Party, Placed } from "../scope/scope.ts";
import { code, day, type Fields, flag, organisation, type Values, type ValuesOf } from "./field.ts";
import { type Keeping, keptFor } from "./keeping.ts";

const whenever = {
  zh: "由系统按办理当日记录；补录的历史事项为当时的日期",
  en: "Kept by the system as the day of the act; of a matter recorded with its history, the day on which it was",
};

/**
 * What the engine itself keeps on every entry, beside what its register declares. They are values like any other: an act's
 * ledger line says how they changed, so an entry is nothing but the fold of its lines.
 */
export const engineFields = {
  number: code({ words: { zh: "编号", en: "Number" }, derived: true, column: true }),
  openedOn: day({ words: { zh: "登记日期", en: "Opened on" }, why: whenever, derived: true, column: true }),
  closedOn: day({ words: { zh: "办结日期", en: "Closed on" }, why: whenever, derived: true, column: true }),
  stateSince: day({
    words: { zh: "进入当前环节", en: "In this step since" },
    why: whenever,
    derived: true,
    column: true,
  }),
  dueOn: day({ words: { zh: "本环节期限", en: "Step due on" }, derived: true, column: true }),
  dueProvisional: flag({
    words: { zh: "期限暂定", en: "Deadline provisional" },
    why: {
      zh: "跨入尚未公布节假日安排的年度",
      en: "It reaches into a year without a published holiday notice",
    },
    derived: true,
  }),
  holder: organisation({ words: { zh: "当前办理单位", en: "Held by" }, derived: true, column: true }),
} as const satisfies Fields;

export type EngineName = keyof typeof engineFields;

/** Kept in registers that have states aside. */
export const asideFields = {
  asideFrom: code({ words: { zh: "此前环节", en: "Step before" }, derived: true }),
  asideDue: day({ words: { zh: "此前环节期限", en: "Step before was due on" }, derived: true }),
} as const satisfies Fields;

/** Kept in registers that count what is overdue. */
export const movedFields = {
  movedOn: day({
    words: { zh: "统计归属变动日期", en: "Counted elsewhere since" },
    why: {
      zh: "本环节内属地、行业、单位、等级或者期限变动的日期；此前的统计不再改变",
      en: "In this step, the day on which place, trade, level or deadline last changed; what was counted before it stays",
    },
    derived: true,
  }),
} as const satisfies Fields;

/** Whether the engine keeps a field for its own counting of days and deadlines, which screens tell in their own way or not at all. */
export function isOfEngine(field: string): boolean {
  return Object.hasOwn(engineFields, field) || Object.hasOwn(movedFields, field);
}

export type EngineValues = ValuesOf<typeof engineFields & typeof asideFields & typeof movedFields>;

/** What the engine keeps of erasures; `erasureFieldsOf` declares it for each register. */
export interface ErasureValues {
  readonly erasureAsked?: readonly string[] | undefined;
  readonly erasureBasis?: string | undefined;
  readonly erasureAskedBy?: string | undefined;
  /** Fields of which every value was erased, and none has been entered since; `reason` for the reasons of acts. */
  readonly erased?: readonly string[] | undefined;
}

/** Kept in registers whose entries can be restricted; `restrictionFieldsOf` declares it. */
export interface RestrictionValues {
  readonly restricted?: boolean | undefined;
}

/** What an entry is at one moment: the fold of its ledger lines. */
export interface Entry<V = Values> {
  readonly id: string;
  readonly register: string;
  /** Number of acts so far; 0 before the opening act. Also the optimistic lock. */
  readonly version: number;
  /** Empty before the opening act. */
  readonly state: string;
  readonly values: V & EngineValues & ErasureValues & RestrictionValues;
}

export function blankEntry(register: string, id: string): Entry {
  return { id, register, version: 0, state: "", values: {} };
}

/** The value of a field that holds text, an id, a code or a day; undefined for anything else. */
export function textValue(values: Values, field: string): string | undefined {
  const value = values[field];
  return typeof value === "string" ? value : undefined;
}

/** Every organisation that a `party` field of the entry names; the enterprise itself sees by scope. */
export function partiesOf(fields: Fields, values: Values): readonly Party[] {
  const parties: Party[] = [];
  for (const as of partyFieldsIn(fields)) {
    const value = values[as];
    for (const organisation of Array.isArray(value) ? value : [value])
      if (typeof organisation === "string") parties.push({ organisation, as });
  }
  return parties;
}

const partyFields = new WeakMap<Fields, readonly string[]>();

/** Few of a register's fields name a party, and every row of every list and verification asks which. */
function partyFieldsIn(fields: Fields): readonly string[] {
  const known = partyFields.get(fields);
  if (known !== undefined) return known;
  const found = Object.entries(fields).flatMap(([name, { party }]) => (party ? [name] : []));
  partyFields.set(fields, found);
  return found;
}

/** What of a register decides who sees its entries. */
export interface Placing {
  readonly allFields: Fields;
  readonly keeping?: Keeping | undefined;
}

/**
 * What of the entry decides who sees it. Of what is restricted, whoever must act next is a party: they would else see it by region
 * alone, and could not act.
 */
export function placedOf(
  { allFields, keeping }: Placing,
  { id, values }: Pick<Entry, "id" | "values">,
): Placed {
  const { restricted, holder } = values;
  const parties = partiesOf(allFields, values);
  return {
    region: textValue(values, "region"),
    sector: textValue(values, "sector"),
    organisation: textValue(values, "organisation"),
    parties: restricted && holder ? [...parties, { organisation: holder, as: "holder" }] : parties,
    ...(restricted ? { restricted } : {}),
    ...(keeping ? { kept: keptFor(keeping, id, values) } : {}),
  };
}

import type { ChoiceField, Field } from "../register/field.ts";
import { recordAct } from "../register/recorded.ts";
import { type Act, actNamed, type Register } from "../register/register.ts";
import type { Role } from "../scope/roles.ts";
import type { Words } from "../words.ts";

/** `open`: rows of matters that begin now. `record`: rows of matters that have a history already. */
export type ImportMode = "open" | "record";

/** A column of a template or an export. */
export interface Column {
  /** Of a field, or `state`. */
  readonly name: string;
  readonly field: Field;
  readonly words: Words;
  /** Whether a row cannot do without it. */
  readonly needed: boolean;
  /** Whether a cell can enter the value: no table holds files, answers, figures, people with accounts, lists of organisations or of indicators. */
  readonly importable: boolean;
  /** How it is filled in, and why it is asked. */
  readonly note?: Words;
}

/** The column of an entry's state. No field of a register is called so. */
export const stateColumn = "state";

const notEntered: readonly Field["kind"][] = [
  "files",
  "answers",
  "figures",
  "verdicts",
  "position",
  "links",
  "person",
  "persons",
  "organisations",
  "indicators",
];

/** Whether a cell can enter a value of the field. */
export const isEntered = ({ kind }: Pick<Field, "kind">): boolean => !notEntered.includes(kind);

const stateFields = new WeakMap<Register, ChoiceField>();

/** The state as a field: a choice of the register's states. */
export function stateField(register: Register): ChoiceField {
  const known = stateFields.get(register);
  if (known !== undefined) return known;
  const options = Object.fromEntries(
    Object.entries(register.states).map(([name, { words }]) => [name, words]),
  );
  const field = { kind: "choice", words: { zh: "办理环节", en: "State" }, options } as const;
  stateFields.set(register, field);
  return field;
}

/** The field of a column by its name; undefined for a name that no column of the register has. */
export function fieldOfColumn(register: Register, name: string): Field | undefined {
  if (name === stateColumn) return stateField(register);
  const field = Object.hasOwn(register.allFields, name) ? register.allFields[name] : undefined;
  return field?.internal ? undefined : field;
}

/** A row opens an entry, or mends one where it stands: whoever may do neither brings nothing into a register. */
export function mayBringIn(register: Register, role: Role): boolean {
  const opening = [openingOf(register, "open"), openingOf(register, "record")];
  return Object.entries(register.acts).some(
    ([name, act]) => act.by.includes(role) && (opening.includes(name) || isMending(act)),
  );
}

/** An act that people do, that enters something and leaves the state as it is: what a row with other values asks for. */
export const isMending = ({ by, from, to, needs = [], takes = [], facts, ...act }: Act): boolean =>
  by.some((one) => one !== "system") &&
  act.confirms === undefined &&
  !(act.remarks || act.erases || act.personalData) &&
  to === "unchanged" &&
  from !== "new" &&
  needs.length + takes.length > 0 &&
  // What freezes figures anew is looked at one by one.
  facts?.figures === undefined;

/** The act by which a row opens an entry in this mode; undefined where the register has none. */
export function openingOf({ exchange, acts }: Register, mode: ImportMode): string | undefined {
  const opening = { open: exchange.opens, record: recordAct }[mode];
  return opening !== undefined && Object.hasOwn(acts, opening) ? opening : undefined;
}

/** What a template asks for, in the order in which the register declares it; nothing where no row opens an entry in this mode. */
export function templateColumns(register: Register, mode: ImportMode): readonly Column[] {
  const opening = openingOf(register, mode);
  const act = opening === undefined ? undefined : actNamed(register, opening);
  const { needs = [], takes = [] } = act ?? {};
  const asked: readonly string[] = [...needs, ...takes];
  return Object.keys(register.allFields)
    .filter((name) => asked.includes(name) && name !== "recordedFrom")
    .flatMap((name) => columnAsked(register, name, needs.includes(name)))
    .filter(({ importable }) => importable);
}

/** The step in which a history is taken up is asked for as the state that it is, among those in which it may be. */
function columnAsked(register: Register, name: string, needed: boolean): readonly Column[] {
  if (name !== "recordedState") return columnNamed(register, name, needed);
  const { words } = stateField(register);
  return columnNamed(register, name, needed).map((column) => ({ ...column, name: stateColumn, words }));
}

const engineFirst: readonly string[] = ["number"];

/** What an export shows: the columns named, in their order, or every one; the number first, so that the rows are known again. */
export function exportColumns(register: Register, names?: readonly string[]): readonly Column[] {
  const own = Object.keys(register.allFields).filter((name) => !engineFirst.includes(name));
  const shown = names ?? [...engineFirst, stateColumn, ...own];
  return shown.flatMap((name) => columnNamed(register, name, false));
}

function columnNamed(register: Register, name: string, needed: boolean): readonly Column[] {
  const field = fieldOfColumn(register, name);
  if (field === undefined) return [];
  const note = noteOf(field);
  return [
    { name, field, words: field.words, needed, importable: isEntered(field), ...(note ? { note } : {}) },
  ];
}

const byKind: Partial<Readonly<Record<Field["kind"], Words>>> = {
  day: { zh: "日期，如 2008-08-08", en: "A day, as in 2008-08-08" },
  flag: { zh: "填“是”或“否”", en: "是 (yes) or 否 (no)" },
  choice: { zh: "从下拉列表中选一项", en: "One of the list" },
  choices: { zh: "可填多项，用“、”分开", en: "Several of the list, with 、 between" },
  money: { zh: "金额，单位为元", en: "An amount in yuan" },
  integer: { zh: "整数", en: "A whole number" },
  decimal: { zh: "数字", en: "A number" },
  region: {
    zh: "地区名称，乡镇写成“县（市）/乡镇”",
    en: "A region by name; a township after its county and a stroke",
  },
  sector: { zh: "行业领域名称或代码", en: "A sector by name or code" },
  sectors: { zh: "可填多个行业领域，用“；”分开", en: "Several sectors, with ； between" },
  criteria: { zh: "条款编号", en: "The code of the item" },
  link: { zh: "名称或编号", en: "By name or number" },
  organisation: { zh: "单位名称", en: "An organisation by its name" },
};

const periodNote: Words = {
  zh: "如 2008年8月、2008年第3季度，也可写 2008-08、2008-Q3",
  en: "A period, as in 2008-08 or 2008-Q3",
};

function noteOf(field: Field): Words | undefined {
  const kind = field.kind === "code" && field.periods ? periodNote : byKind[field.kind];
  const said = [kind, field.why].filter((words) => words !== undefined);
  if (said.length === 0) return undefined;
  return { zh: said.map(({ zh }) => zh).join("；"), en: said.map(({ en }) => en).join("; ") };
}

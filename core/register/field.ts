import { isDay } from "../calendar/day.ts";
import { limits } from "../limits.ts";
import type { ProblemCode } from "../problems.ts";
import type { Problem } from "../refusals.ts";
import type { Role } from "../scope/roles.ts";
import type { Words } from "../words.ts";
import { type Answer, checkAnswers, criteriaPattern } from "./answers.ts";
import { excessOf } from "./excess.ts";
import { checkPersonal, type PersonalKind } from "./personal.ts";
import { checkString, checkText } from "./text.ts";

/** What a field is to the ledger, the table and the screen, whatever its kind. */
export interface FieldTraits {
  readonly words: Words;
  /** Why it is asked, in a sentence for the person who fills it in. */
  readonly why?: Words;
  /** The rule of law by which it is asked, and what it says. */
  readonly law?: Words;
  /** The heading under which forms and pages show it together with others of the same; by itself where absent. */
  readonly group?: Words;
  /** A column of its own in the register's table: whatever is searched, summed or scopes. */
  readonly column?: true;
  /** Personal or free text: the ledger line holds only a salted commitment to it. */
  readonly sealed?: true;
  /** A number that belongs to a person, of this kind: encrypted where it is kept, masked where it is shown. */
  readonly personal?: PersonalKind;
  /** Of a personal number: who may have it shown whole, by an act that is recorded, of an entry that they may read. */
  readonly shownTo?: readonly Role[];
  /** The organisation named here becomes a party to the entry, as what this field says. */
  readonly party?: true;
  /** No two entries of the register have the same value here. */
  readonly unique?: true;
  /** Set by an act or by the engine, never typed by a person. */
  readonly derived?: true;
  /** Kept for the machine alone: no screen shows it. */
  readonly internal?: true;
  /** Every opening act needs it, as `defineRegister` finds: a later act may change it, and clear it never. */
  readonly essential?: true;
  /** What a renamed field was called before, by every name it had: ledger lines of that time are read under them for ever. */
  readonly was?: string | readonly string[];
}

export interface TextField extends FieldTraits {
  readonly kind: "text";
  readonly maxLength: number;
  readonly multiline: boolean;
}
/** An identifier: short, exact, not free text. `pattern` is a regular expression over the whole value. */
export interface CodeField extends FieldTraits {
  readonly kind: "code";
  readonly maxLength: number;
  readonly pattern?: string;
}
export interface ChoiceField<O extends string = string> extends FieldTraits {
  readonly kind: "choice";
  readonly options: Readonly<Record<O, Words>>;
}
/** Several of a few options, each once. */
export interface ChoicesField extends FieldTraits {
  readonly kind: "choices";
  readonly options: Readonly<Record<string, Words>>;
}
export interface IntegerField extends FieldTraits {
  readonly kind: "integer";
  readonly min: number;
  readonly max: number;
}
/** A number with at most so many decimals. */
export interface DecimalField extends FieldTraits {
  readonly kind: "decimal";
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}
/** Yuan with at most two decimals. */
export interface MoneyField extends FieldTraits {
  readonly kind: "money";
}
export interface DayField extends FieldTraits {
  readonly kind: "day";
}
export interface FlagField extends FieldTraits {
  readonly kind: "flag";
}
/** A person with an account, by id. */
export interface PersonField extends FieldTraits {
  readonly kind: "person";
}
/** Several people with accounts, by id, each once. */
export interface PersonsField extends FieldTraits {
  readonly kind: "persons";
  readonly max: number;
}
/** An organisation of the pack, by id. */
export interface OrganisationField extends FieldTraits {
  readonly kind: "organisation";
  /**
   * Which are offered: those with the duty of supervision in the sector, unless it says industry's (行业管理), the parks, or any, be
   * it an enterprise.
   */
  readonly offers?: "industry" | "park" | "any";
}
/** A region by its path code (53 → 5334 → 533401 → 533401101). */
export interface RegionField extends FieldTraits {
  readonly kind: "region";
}
export interface SectorField extends FieldTraits {
  readonly kind: "sector";
}
/** Several sectors, each once; what scopes an entry is its one `sector`. */
export interface SectorsField extends FieldTraits {
  readonly kind: "sectors";
}
/** An entry of a register, by id. */
export interface LinkField extends FieldTraits {
  readonly kind: "link";
  readonly register: string;
}
/** Several entries of a register, by id; only acts of the engine's follow-ups add to it. */
export interface LinksField extends FieldTraits {
  readonly kind: "links";
  readonly register: string;
  /** What the entries that name one here are to that one. */
  readonly backwards?: Words;
}
/** An item of the criteria library: `standard/item`, for example `GM/3-2`. */
export interface CriteriaField extends FieldTraits {
  readonly kind: "criteria";
}
export interface FilesField extends FieldTraits {
  readonly kind: "files";
  readonly max: number;
  /** The field whose pictures show the same as it was before: pages set the two beside each other. */
  readonly before?: string;
}
/** Answers to the items of a checklist. */
export interface AnswersField extends FieldTraits {
  readonly kind: "answers";
}
/** Where a device stood: a geo URI (RFC 5870) with the coordinate system and the uncertainty in metres. */
export interface PositionField extends FieldTraits {
  readonly kind: "position";
}

export type Field =
  | TextField
  | CodeField
  | ChoiceField
  | ChoicesField
  | IntegerField
  | DecimalField
  | MoneyField
  | DayField
  | FlagField
  | PersonField
  | PersonsField
  | OrganisationField
  | RegionField
  | SectorField
  | SectorsField
  | LinkField
  | LinksField
  | CriteriaField
  | FilesField
  | AnswersField
  | PositionField;

export type Fields = Readonly<Record<string, Field>>;

/** Whether a list can show the field in a column: files and the answers of a checklist have no room in one. */
export const fitsColumn = ({ kind }: Pick<Field, "kind">): boolean => kind !== "files" && kind !== "answers";

/** A stored file as an entry holds it: its bytes are found by `hash`, and fetched only through the entry. */
export type StoredFile = {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  /** Of a picture, as far as the camera wrote it down. */
  readonly taken?: Taken;
};

/** When and where a picture was taken. What nobody wrote down is absent: a gap is flagged, and never keeps a picture out. */
export type Taken = {
  /** The camera's own clock, without a zone: `2026-03-10T09:12:00`. */
  readonly at?: string;
  /** Degrees, WGS-84. */
  readonly longitude?: number;
  readonly latitude?: number;
};

export type ValueOf<F extends Field> =
  F extends ChoiceField<infer O>
    ? O
    : F extends IntegerField | DecimalField | MoneyField
      ? number
      : F extends FlagField
        ? boolean
        : F extends FilesField
          ? readonly StoredFile[]
          : F extends LinksField | ChoicesField | SectorsField | PersonsField
            ? readonly string[]
            : F extends AnswersField
              ? readonly Answer[]
              : string;

export type ValuesOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | undefined };

/** A value of any field, and the values of any register. */
export type Value = ValueOf<Field>;
export type Values = ValuesOf<Fields>;
/** What an act changes: `null` clears. */
export type Changes = Readonly<Record<string, Value | null | undefined>>;
/** What came in, not yet checked against any field. */
export type RawInput = Readonly<Record<string, unknown>>;

type Traits = FieldTraits;

// As any number: a literal type would meet the one that a field asks for, and no text would be both.
const usualLength: number = limits.shortTextLengthCharacters;

/** The name of an organisation or a place: text that identifies no person, so the ledger may hold it in the open. */
export const label = <const T extends Traits & { maxLength?: number }>(traits: T) =>
  ({ maxLength: usualLength, ...traits, kind: "text", multiline: false }) as const;
/** Free text is sealed: a person's name may stand in any sentence, and must be erasable there too. */
export const text = <const T extends Traits & { maxLength?: number }>(traits: T) =>
  ({
    sealed: true,
    maxLength: limits.shortTextLengthCharacters,
    ...traits,
    kind: "text",
    multiline: false,
  }) as const;
export const longText = <const T extends Traits & { maxLength?: number }>(traits: T) =>
  ({
    sealed: true,
    maxLength: limits.longTextLengthCharacters,
    ...traits,
    kind: "text",
    multiline: true,
  }) as const;
export const code = <const T extends Traits & { pattern?: string; maxLength?: number }>(traits: T) =>
  ({ maxLength: 64, ...traits, kind: "code" }) as const;
export const choice = <const O extends string>(
  traits: Traits & { options: Readonly<Record<O, Words>> },
): ChoiceField<O> => ({
  ...traits,
  kind: "choice",
});
export const choices = <const T extends Traits & { options: Readonly<Record<string, Words>> }>(traits: T) =>
  ({ ...traits, kind: "choices" }) as const;
export const integer = <const T extends Traits & { min: number; max: number }>(traits: T) =>
  ({ ...traits, kind: "integer" }) as const;
export const decimal = <const T extends Traits & { min: number; max: number; decimals: number }>(traits: T) =>
  ({ ...traits, kind: "decimal" }) as const;
export const money = <const T extends Traits>(traits: T) => ({ ...traits, kind: "money" }) as const;
export const day = <const T extends Traits>(traits: T) => ({ ...traits, kind: "day" }) as const;
export const flag = <const T extends Traits>(traits: T) => ({ ...traits, kind: "flag" }) as const;
export const person = <const T extends Traits>(traits: T) => ({ ...traits, kind: "person" }) as const;
export const persons = <const T extends Traits & { max: number }>(traits: T) =>
  ({ sealed: true, ...traits, kind: "persons" }) as const;
export const organisation = <const T extends Traits & { offers?: "industry" | "park" | "any" }>(traits: T) =>
  ({ ...traits, kind: "organisation" }) as const;
export const region = <const T extends Traits>(traits: T) => ({ ...traits, kind: "region" }) as const;
export const sector = <const T extends Traits>(traits: T) => ({ ...traits, kind: "sector" }) as const;
export const sectors = <const T extends Traits>(traits: T) => ({ ...traits, kind: "sectors" }) as const;
export const link = <const T extends Traits & { register: string }>(traits: T) =>
  ({ ...traits, kind: "link" }) as const;
export const links = <const T extends Traits & { register: string; backwards?: Words }>(traits: T) =>
  ({ ...traits, kind: "links", derived: true }) as const;
export const criteria = <const T extends Traits>(traits: T) => ({ ...traits, kind: "criteria" }) as const;
/** Remarks on what was found are free text. */
export const answers = <const T extends Traits>(traits: T) =>
  ({ sealed: true, ...traits, kind: "answers" }) as const;
/** Where somebody was is personal. */
export const position = <const T extends Traits>(traits: T) =>
  ({ sealed: true, ...traits, kind: "position" }) as const;
export const files = <const T extends Traits & Partial<Pick<FilesField, "max" | "before">>>(traits: T) =>
  ({ sealed: true, max: limits.filesPerField, ...traits, kind: "files" }) as const;

export const uuidPattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
/** What an id or a code looks like, by the kind of the field that holds it. */
export const patterns = {
  person: uuidPattern,
  organisation: uuidPattern,
  link: uuidPattern,
  files: uuidPattern,
  region: "^[0-9]{4,9}$",
  sector: "^S[0-9]{2}$",
  criteria: criteriaPattern,
  position:
    "^geo:-?[0-9]{1,2}(\\.[0-9]{1,7})?,-?[0-9]{1,3}(\\.[0-9]{1,7})?;crs=(wgs84|cgcs2000|gcj02|bd09);u=[0-9]{1,6}$",
  // 1900 to 2199: a day is counted on from, and what is counted to must still be a day.
  day: "^(?:19|20|21)[0-9]{2}-",
} as const;

const days = new RegExp(patterns.day, "u");

/**
 * Whether `value` may stand in `field`, as far as the value alone can tell; `undefined` means that it may. `fieldSchema` says
 * the same, as a property test holds, but for two things that JSON Schema says badly: that text has no control characters,
 * and how many decimals a number may have.
 */
export function checkValue(field: Field, value: unknown): ProblemCode | undefined {
  switch (field.kind) {
    case "text":
      return checkText(field, value);
    case "code":
      return field.personal
        ? checkPersonal(field.personal, value)
        : checkString(value, field.maxLength, field.pattern);
    case "choice":
      if (typeof value !== "string") return "wrong-type";
      return Object.hasOwn(field.options, value) ? undefined : "not-an-option";
    case "choices":
      return checkChoices(field, value);
    case "integer":
      return Number.isSafeInteger(value) ? checkRange(Number(value), field.min, field.max) : "wrong-type";
    case "decimal":
      return checkDecimal(value, field);
    case "money":
      return checkDecimal(value, wholeCents);
    case "day":
      if (typeof value !== "string") return "wrong-type";
      return isDay(value) && days.test(value) ? undefined : "not-a-day";
    case "flag":
      return typeof value === "boolean" ? undefined : "wrong-type";
    case "files":
    case "persons":
      return checkIds(value, field.max);
    case "answers":
      return checkAnswers(value);
    case "links":
      return checkIds(value, limits.pageSizeRows);
    case "sectors":
      return checkEach(value, limits.sectorsPerField, patterns.sector);
    default:
      return checkString(value, 64, patterns[field.kind]);
  }
}

function checkRange(value: number, min: number, max: number): ProblemCode | undefined {
  if (value < min) return "too-small";
  return value > max ? "too-large" : undefined;
}

const wholeCents = { min: 0, max: limits.moneyYuan, decimals: 2 };

function checkDecimal(
  value: unknown,
  { min, max, decimals }: Pick<DecimalField, "min" | "max" | "decimals">,
): ProblemCode | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return "wrong-type";
  // Written with its decimals it must read back the same: multiplied by 100, large amounts would miss their cent.
  return (
    checkRange(value, min, max) ?? (Number(value.toFixed(decimals)) === value ? undefined : "wrong-type")
  );
}

function checkChoices({ options }: ChoicesField, value: unknown): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > Object.keys(options).length || new Set(value).size !== value.length) return "too-many";
  if (value.some((member) => typeof member !== "string")) return "wrong-type";
  return value.every((member) => Object.hasOwn(options, member)) ? undefined : "not-an-option";
}

const checkIds = (value: unknown, max: number) => checkEach(value, max, uuidPattern);

function checkEach(value: unknown, max: number, pattern: string): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > max || new Set(value).size !== value.length) return "too-many";
  return value.map((member) => checkString(member, 64, pattern)).find((problem) => problem !== undefined);
}

/** Problems of an input against the fields that an act asks for: every one of them, in the order of the fields. */
export function checkInput(
  fields: Fields,
  needs: readonly string[],
  takes: readonly string[],
  input: RawInput,
): readonly Problem[] {
  const asked = [...needs, ...takes];
  const unknown = Object.keys(input)
    .filter((name) => !asked.includes(name))
    .map((name): Problem => ({ field: name, code: "unknown" }));
  const located = asked.flatMap((name): Problem[] => {
    const field = fields[name];
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (field === undefined) return [];
    const needed = needs.includes(name) || (field.essential === true && value !== undefined);
    if (value === undefined || value === null) return needed ? [{ field: name, code: "required" }] : [];
    const found = checkValue(field, value);
    const excess = found && excessOf(field, value, found);
    if (found) return [{ field: name, code: found, ...(excess ? { excess } : {}) }];
    return needed && Array.isArray(value) && value.length === 0 ? [{ field: name, code: "required" }] : [];
  });
  return [...located, ...unknown];
}

import type { PeriodLength } from "../calendar/period.ts";
import { limits } from "../limits.ts";
import type { Role } from "../scope/roles.ts";
import type { Words } from "../words.ts";
import type { Answer } from "./answers.ts";
import type { FrozenFigure } from "./figures.ts";
import type { PersonalKind } from "./personal.ts";
import type { Score } from "./scores.ts";
import type { TargetVerdict } from "./verdicts.ts";

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
  /** The organisation named here, or each of them, becomes a party to the entry, as what this field says. */
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
  /** It is the name of a period (`core/calendar/period.ts`): a person chooses the period and never writes its name. */
  readonly periods?: PeriodsOffered;
}
export interface PeriodsOffered {
  readonly lengths: readonly PeriodLength[];
  /** Only those that are over. */
  readonly over?: true;
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
/** Several people with accounts, or organisations of the pack, by id, each once. */
export interface MembersField extends FieldTraits {
  readonly kind: "persons" | "organisations";
  readonly max: number;
}
/** An organisation of the pack, by id. */
export interface OrganisationField extends FieldTraits {
  readonly kind: "organisation";
  /**
   * Which are offered: those that supervise the sector, unless it says industry's (行业管理), the parks, those to which an office may
   * assign something, or any, be it an enterprise.
   */
  readonly offers?: "industry" | "park" | "assignable" | "any";
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
/** Several rows of a list of the campaign, each once: measures of the plan by their numbers, standards by their codes. */
export interface PackRowsField extends FieldTraits {
  readonly kind: "packRows";
  readonly of: "measures" | "standards";
}
/** Several indicators of the pack, by id, each once. */
export interface IndicatorsField extends FieldTraits {
  readonly kind: "indicators";
  readonly max: number;
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
/** Figures of indicators as an act froze them: counted by the server in its transaction, and entered by nobody. */
export interface FiguresField extends FieldTraits {
  readonly kind: "figures";
}
/** What the targets of a campaign came to, judged by the server as it is closed, and entered by nobody. */
export interface VerdictsField extends FieldTraits {
  readonly kind: "verdicts";
}
/** Points of the items of a scheme, with reasons. */
export interface ScoresField extends FieldTraits {
  readonly kind: "scores";
  /** What of the scheme stands in it: items, those that are judged where somebody enters them, or vetoes. */
  readonly of: "items" | "vetoes";
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
  | MembersField
  | OrganisationField
  | RegionField
  | SectorField
  | SectorsField
  | PackRowsField
  | IndicatorsField
  | LinkField
  | LinksField
  | CriteriaField
  | FilesField
  | AnswersField
  | FiguresField
  | VerdictsField
  | ScoresField
  | PositionField;

export type Fields = Readonly<Record<string, Field>>;

const roomless: readonly Field["kind"][] = ["files", "answers", "figures", "verdicts", "scores"];

/** Whether a list can show the field in a column: files, the answers of a checklist, figures and points have no room in one. */
export const fitsColumn = ({ kind }: Pick<Field, "kind">): boolean => !roomless.includes(kind);

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
          : F extends
                | LinksField
                | ChoicesField
                | SectorsField
                | PackRowsField
                | IndicatorsField
                | MembersField
            ? readonly string[]
            : F extends AnswersField
              ? readonly Answer[]
              : F extends FiguresField
                ? readonly FrozenFigure[]
                : F extends VerdictsField
                  ? readonly TargetVerdict[]
                  : F extends ScoresField
                    ? readonly Score[]
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
export const code = <const T extends Traits & Partial<Pick<CodeField, "pattern" | "maxLength" | "periods">>>(
  traits: T,
) => ({ maxLength: 64, ...traits, kind: "code" }) as const;
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
export const organisation = <const T extends Traits & { offers?: NonNullable<OrganisationField["offers"]> }>(
  traits: T,
) => ({ ...traits, kind: "organisation" }) as const;
export const organisations = <const T extends Traits & { max: number }>(traits: T) =>
  ({ ...traits, kind: "organisations" }) as const;
export const region = <const T extends Traits>(traits: T) => ({ ...traits, kind: "region" }) as const;
export const sector = <const T extends Traits>(traits: T) => ({ ...traits, kind: "sector" }) as const;
export const sectors = <const T extends Traits>(traits: T) => ({ ...traits, kind: "sectors" }) as const;
export const packRows = <const T extends Traits & Pick<PackRowsField, "of">>(traits: T) =>
  ({ ...traits, kind: "packRows" }) as const;
export const indicators = <const T extends Traits & { max: number }>(traits: T) =>
  ({ ...traits, kind: "indicators" }) as const;
export const link = <const T extends Traits & { register: string }>(traits: T) =>
  ({ ...traits, kind: "link" }) as const;
export const links = <const T extends Traits & { register: string; backwards?: Words }>(traits: T) =>
  ({ ...traits, kind: "links", derived: true }) as const;
export const criteria = <const T extends Traits>(traits: T) => ({ ...traits, kind: "criteria" }) as const;
/** Remarks on what was found are free text. */
export const answers = <const T extends Traits>(traits: T) =>
  ({ sealed: true, ...traits, kind: "answers" }) as const;
/** Not sealed by itself: what was worked out is nobody's words. Where reasons are entered, the field says `sealed`. */
export const scores = <const T extends Traits & Pick<ScoresField, "of">>(traits: T) =>
  ({ ...traits, kind: "scores" }) as const;
export const figures = <const T extends Traits>(traits: T) =>
  ({ ...traits, kind: "figures", derived: true }) as const;
export const verdicts = <const T extends Traits>(traits: T) =>
  ({ ...traits, kind: "verdicts", derived: true }) as const;
/** Where somebody was is personal. */
export const position = <const T extends Traits>(traits: T) =>
  ({ sealed: true, ...traits, kind: "position" }) as const;
export const files = <const T extends Traits & Partial<Pick<FilesField, "max" | "before">>>(traits: T) =>
  ({ sealed: true, max: limits.filesPerField, ...traits, kind: "files" }) as const;

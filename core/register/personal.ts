import { isDay } from "../calendar/day.ts";
import { isJsonObject, type Json } from "../ledger/canonical.ts";
import type { ProblemCode } from "../problems.ts";
import type { Words } from "../words.ts";

/**
 * Numbers that belong to a person and open doors to them. A register declares a field as one of these; from then on its value is
 * encrypted where it is kept and masked wherever it is shown, and leaves only by a recorded act. PIPL, art. 28 and 51(3);
 * GB/T 35273-2020, 6.3 (encrypted in store) and 7.2 (masked in display).
 */
export const personalKinds = {
  phone: {
    words: { zh: "电话号码", en: "Telephone number" },
    // A mobile number, one of a fixed line with its area code and extension, a 400 number, or a number within the area.
    pattern:
      "^(?:(?:\\+?86-?)?1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}|[0-9]{7,8})$",
    problem: "not-a-phone",
    shows: { first: 3, last: 4 },
  },
  idNumber: {
    words: { zh: "公民身份号码", en: "Citizen identity number" },
    pattern: "^[1-9][0-9]{16}[0-9X]$",
    problem: "not-an-id-number",
    shows: { first: 3, last: 4 },
  },
  bankAccount: {
    words: { zh: "银行账号", en: "Bank account" },
    pattern: "^[0-9]{8,30}$",
    problem: "not-a-bank-account",
    shows: { first: 0, last: 4 },
  },
} as const satisfies Readonly<Record<string, PersonalTraits>>;

interface PersonalTraits {
  readonly words: Words;
  /** Over the whole value, as it is written. */
  readonly pattern: string;
  readonly problem: ProblemCode;
  /** How many characters a mask shows at most, at each end. */
  readonly shows: { readonly first: number; readonly last: number };
}

export type PersonalKind = keyof typeof personalKinds;

/** Whether `value` is a number of its kind; `undefined` means that it is. A masked one is none. */
export function checkPersonal(kind: PersonalKind, value: unknown): ProblemCode | undefined {
  if (typeof value !== "string") return "wrong-type";
  if (value === "") return "required";
  const { pattern, problem } = personalKinds[kind];
  if (!new RegExp(pattern, "u").test(value)) return problem;
  return kind === "idNumber" && !isIdNumber(value) ? problem : undefined;
}

/** GB 11643-1999, 4.4 (ISO 7064, MOD 11-2): the weights of the first 17 digits, and the check character for each remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = "10X98765432";

/** GB/T 2260: the provinces and their equals, by which an address code begins. */
const provinces: ReadonlySet<string> = new Set(
  ["11 12 13 14 15", "21 22 23", "31 32 33 34 35 36 37", "41 42 43 44 45 46", "50 51 52 53 54"]
    .concat("61 62 63 64 65", "71 81 82 83 91")
    .flatMap((region) => region.split(" ")),
);

/** GB 11643-1999: six digits of where, eight of the day of birth, three in turn, one that checks. */
function isIdNumber(value: string): boolean {
  const born = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (
    provinces.has(value.slice(0, 2)) &&
    isDay(born) &&
    value.slice(0, 17).length === weights.length &&
    checkCharacters[sum % 11] === value[17]
  );
}

/** In every mask, whatever it hides: how long the hidden part is tells nothing. */
const hidden = "****";
/** So many characters stay hidden in any number; of a short one less is shown. */
const leastHidden = 4;

/** What is shown in place of a number: its ends, as far as its kind allows. A value of no kind shows nothing. */
export function maskOf(kind: PersonalKind, value: string): string {
  const signs = value.replace(/[^0-9X]/g, "");
  const { first, last } = personalKinds[kind].shows;
  const showable = Math.max(0, signs.length - leastHidden);
  const atEnd = Math.min(last, showable);
  const atStart = Math.min(first, showable - atEnd);
  return `${signs.slice(0, atStart)}${hidden}${atEnd === 0 ? "" : signs.slice(-atEnd)}`;
}

/** Whether a text is what stands for some number. */
export const isMask = (text: string): boolean => /^[0-9X]{0,3}\*{4}[0-9X]{0,4}$/.test(text);

/**
 * What the store keeps of a personal value, in place of the value that a line commits to: the only place where it is, and encrypted.
 * No value of a field is an object, so it is known by being one.
 */
export interface EncryptedValue {
  readonly mask: string;
  /** The data key that opens it. */
  readonly key: string;
  /** Base64 of what the cipher of that key wrote: the value with its salt, which would let a short number be found by trying. */
  readonly text: string;
}

export function isEncrypted(value: Json | undefined): value is Json & EncryptedValue {
  if (value === undefined || !isJsonObject(value)) return false;
  return [value.mask, value.key, value.text].every((member) => typeof member === "string");
}

const heldPattern = /^personal:([1-9][0-9]{0,9}):([0-9X]{0,3}\*{4}[0-9X]{0,4})$/;

/**
 * What an entry holds of a personal value: that there is one, the version of the entry by which it came, and its mask. It fits
 * wherever a text does, and no number looks like one.
 */
export const heldText = (version: number, mask: string): string => `personal:${version}:${mask}`;

/** Reads what an entry holds of a personal value; undefined for any other value. */
export function readHeld(value: unknown): { readonly version: number; readonly mask: string } | undefined {
  const [, version, mask] = (typeof value === "string" && heldPattern.exec(value)) || [];
  return version === undefined || mask === undefined ? undefined : { version: Number(version), mask };
}

/** A value as anybody may read it who may read the entry: of a personal one its mask, any other as it is. */
export const asShown = <T>(value: T): T | string => readHeld(value)?.mask ?? value;

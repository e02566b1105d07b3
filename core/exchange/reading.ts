import { type Excess, type ProblemCode, problemWords } from "../problems.ts";
import { exchangeRowRefusals, type RowCode } from "../refusals/exchange-row.ts";
import type { RawInput } from "../register/field.ts";
import type { Words } from "../words.ts";

/**
 * What was entered by a cell: a value as an act takes it (`null` where the cell is empty), the name of something to be looked up, or
 * what the cell shows of a field that no table can enter, such as files: right as long as it is what the entry shows there.
 */
export type Entered =
  | { readonly value: RawInput[string] }
  | { readonly named: string }
  | { readonly shown: string };

/** Why a cell cannot be taken, in words that say how to mend it. */
export interface Misread {
  readonly code: ProblemCode | RowCode;
  readonly says: Words;
}

export type Reading = Entered | Misread;

export const nothing: Entered = { value: null };

/** What is wrong with a cell, and how it would be right. */
export function misread(code: RowCode, hint: Partial<Words> = {}): Misread {
  const { zh, en } = exchangeRowRefusals[code];
  return { code, says: { zh: joined(zh, hint.zh, "。"), en: joined(en, hint.en, ". ") } };
}

/** What is wrong with a value by the field's own rule. */
export function unfit(code: ProblemCode, excess: Excess | undefined, hint: Partial<Words> = {}): Misread {
  const { zh, en } = problemWords(excess === undefined ? { code } : { code, excess });
  return { code, says: { zh: joined(zh, hint.zh, "。"), en: joined(en, hint.en, ". ") } };
}

const joined = (says: string, hint: string | undefined, stop: string): string =>
  hint === undefined ? says : says + stop + hint;

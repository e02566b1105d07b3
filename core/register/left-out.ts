import { type Refusal, refusal } from "../refusals.ts";
import type { TokenLimits } from "../scope/scope.ts";
import type { Values } from "./field.ts";
import type { Register } from "./register.ts";

/**
 * Whether an answer to somebody acting by a token leaves a field out: one that the token names, or a personal number, which no token
 * is given, not even by its mask. A person without a token has nothing left out.
 */
export function isLeftOut(
  { name, allFields }: Register,
  field: string,
  token: TokenLimits | undefined,
): boolean {
  if (token === undefined) return false;
  return allFields[field]?.personal !== undefined || token.masked.includes(`${name}.${field}`);
}

const registersSeen = new WeakMap<TokenLimits, Map<string, Register>>();

/**
 * A register as whoever acts by a token learns of it: without the fields that are left out, so that whatever is derived from it, as
 * columns, filters and files, has none of them. The number stands for a title that is left out.
 */
export function asSeenBy(register: Register, token: TokenLimits | undefined): Register {
  if (token === undefined) return register;
  const known = registersSeen.get(token) ?? new Map<string, Register>();
  registersSeen.set(token, known);
  const seen = known.get(register.name) ?? withoutFields(register, token);
  known.set(register.name, seen);
  return seen;
}

function withoutFields(register: Register, token: TokenLimits): Register {
  const stays = (field: string) => !isLeftOut(register, field, token);
  const kept = <T>(fields: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => stays(name)));
  return {
    ...register,
    fields: kept(register.fields),
    allFields: kept(register.allFields),
    title: stays(register.title) ? register.title : "number",
    list: register.list.filter(stays),
    filters: register.filters.filter(stays),
  };
}

/** A search looks into the titles of entries and of their enterprises: who is not told them does not find out by asking, either. */
export function searchesLeftOut(
  looksInto: readonly Register[],
  token: TokenLimits | undefined,
): Refusal | undefined {
  return looksInto.some((register) => isLeftOut(register, register.title, token))
    ? refusal("asked-by-left-out")
    : undefined;
}

/** Values without those that are left out. */
export const valuesLeft = (register: Register, values: Values, token: TokenLimits | undefined): Values =>
  token === undefined
    ? values
    : Object.fromEntries(Object.entries(values).filter(([name]) => !isLeftOut(register, name, token)));

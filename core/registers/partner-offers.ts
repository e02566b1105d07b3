import type { Field } from "../register/field.ts";
import type { Act, Register } from "../register/register.ts";
import { mayRead } from "../register/rights.ts";
import { type Role, readingRoles } from "../scope/roles.ts";
import type { Words } from "../words.ts";
import { enterprise } from "./enterprise.ts";
import { hazard } from "./hazard.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";
import { site } from "./site.ts";

/** Registers that a partner's token may be for: those of the business, none that administrators keep, and not who asks to be let in. */
export const partnerRegisters: readonly Register[] = [hazard, selfCheck, riskPoint, enterprise, site];

/** Roles as which a token may read: those before which anything of that comes. */
export const partnerRoles: readonly Role[] = readingRoles.filter((role) =>
  partnerRegisters.some((register) => mayRead(register, role)),
);

/**
 * Acts that a token may be given, by register. They bring in what another system knows. What somebody answers for with their name,
 * as to judge, to accept, to confirm or to close, is no machine's.
 */
const offeredActs: readonly (readonly [Register, readonly string[]])[] = [
  [hazard, ["find", "plan", "recordProgress", "supplement"]],
  [riskPoint, ["identify"]],
  [enterprise, ["amend", "reportParticulars"]],
  [site, ["register", "amend"]],
];

/** What a token names for an act or a field: `hazard.find`. */
export const qualified = (register: string, name: string): string => `${register}.${name}`;

const both = (register: Register, { zh, en }: Words): Words => ({
  zh: `${register.words.zh}·${zh}`,
  en: `${register.words.en}: ${en}`,
});

export const partnerRegisterOptions: Readonly<Record<string, Words>> = Object.fromEntries(
  partnerRegisters.map(({ name, words }) => [name, words]),
);

/** The offered acts, with their declarations. */
export const partnerActs: ReadonlyMap<string, { readonly register: Register; readonly act: Act }> = new Map(
  offeredActs.flatMap(([register, names]) =>
    names.map((name) => {
      const act = register.acts[name];
      if (act === undefined) throw new Error(`${register.name} has no act ${name} to be offered to partners`);
      return [qualified(register.name, name), { register, act }] as const;
    }),
  ),
);

export const partnerActOptions: Readonly<Record<string, Words>> = Object.fromEntries(
  [...partnerActs].map(([name, { register, act }]) => [name, both(register, act.words)]),
);

/** What names somebody, says something in words, or says where: personal numbers are left out of every token's answers anyhow. */
const isMaskable = ({ kind, personal, internal }: Field): boolean =>
  personal === undefined &&
  internal === undefined &&
  ["text", "code", "person", "persons", "position", "money", "answers", "scores", "files"].includes(kind);

export const partnerMaskOptions: Readonly<Record<string, Words>> = Object.fromEntries(
  partnerRegisters.flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, field]) => isMaskable(field))
      .map(([name, { words }]) => [qualified(register.name, name), both(register, words)]),
  ),
);

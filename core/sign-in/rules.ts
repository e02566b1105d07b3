import { limits } from "../limits.ts";
import type { PersonKind } from "./person-kinds.ts";
import { type Rates, usualRates } from "./rates.ts";

/** How people sign in to an installation. */
export interface SignInRules {
  readonly leastPasswordCharacters: number;
  /** How long a password holds that an administrator issued. */
  readonly oneTimePasswordHours: number;
  /** Whether people have a password of their own; of accounts that many share, it stays as it is. */
  readonly ownPasswords: boolean;
  /** How many sessions of an account go on at once; the oldest ends for one more. Undefined for as many as there are. */
  readonly sessionsAtMost: number | undefined;
  /** After how many minutes without use a session asks for the password again; undefined where it never does. */
  readonly idleLockMinutes: number | undefined;
  /** How often an account may ask; undefined for as often as it likes. */
  readonly rates: Rates | undefined;
  /** Who must show a second factor beside the password; anybody else may. */
  readonly secondFactorFor: readonly PersonKind[];
  /** How long a second factor is asked for; undefined for as long as there is one. */
  readonly secondFactorHours: number | undefined;
}

/** Of an installation that holds real matters. GB/T 22239-2019, 8.1.4.1 d): two kinds of proof, one of them by cryptography. */
export const strictRules: SignInRules = {
  leastPasswordCharacters: limits.passwordLeastCharacters,
  oneTimePasswordHours: 72,
  ownPasswords: true,
  // GB/T 22239-2019 8.1.4.1 asks for management of sessions, not for a number. Three, for a desk, a telephone and a duty room, is
  // ours (待核实).
  sessionsAtMost: 3,
  // GB/T 22239-2019 8.1.4.1 b) asks for an end after a time without use, and leaves its length to us.
  idleLockMinutes: 15,
  rates: usualRates,
  secondFactorFor: ["administrators", "officials"],
  secondFactorHours: undefined,
};

/**
 * Of a demonstration, whose accounts and passwords are known to everybody and used by many at once. Whoever tries a second factor
 * there shuts the others out of that account, so it is forgotten within the hour.
 */
export const demonstrationRules: SignInRules = {
  ...strictRules,
  leastPasswordCharacters: 1,
  ownPasswords: false,
  sessionsAtMost: undefined,
  idleLockMinutes: undefined,
  rates: undefined,
  secondFactorFor: [],
  secondFactorHours: 1,
};

const hourMs = 3_600_000;

/** Since when a second factor must have been there to be asked for; undefined where it does not matter. */
export const secondFactorSince = (
  { secondFactorHours }: Pick<SignInRules, "secondFactorHours">,
  now: Date,
): Date | undefined =>
  secondFactorHours === undefined ? undefined : new Date(now.getTime() - secondFactorHours * hourMs);

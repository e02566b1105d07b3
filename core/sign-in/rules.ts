import { limits } from "../limits.ts";
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
}

/** Of an installation that holds real matters. */
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
};

/** Of a demonstration, whose accounts and passwords are known to everybody and used by many at once. */
export const demonstrationRules: SignInRules = {
  ...strictRules,
  leastPasswordCharacters: 1,
  ownPasswords: false,
  sessionsAtMost: undefined,
  idleLockMinutes: undefined,
  rates: undefined,
};

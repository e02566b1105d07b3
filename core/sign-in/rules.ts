import { limits } from "../limits.ts";

/** How people sign in to an installation. */
export interface SignInRules {
  readonly leastPasswordCharacters: number;
  /** How long a password holds that an administrator issued. */
  readonly oneTimePasswordHours: number;
  /** Whether people have a password of their own; of accounts that many share, it stays as it is. */
  readonly ownPasswords: boolean;
}

/** Of an installation that holds real matters. */
export const strictRules: SignInRules = {
  leastPasswordCharacters: limits.passwordLeastCharacters,
  oneTimePasswordHours: 72,
  ownPasswords: true,
};

/** Of a demonstration, whose accounts and passwords are known to everybody and used by many at once. */
export const demonstrationRules: SignInRules = {
  ...strictRules,
  leastPasswordCharacters: 1,
  ownPasswords: false,
};

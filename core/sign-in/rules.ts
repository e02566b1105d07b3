import { limits } from "../limits.ts";
import type { PersonKind } from "./person-kinds.ts";

/** How people sign in to an installation. */
export interface SignInRules {
  readonly leastPasswordCharacters: number;
  /** How long a password holds that an administrator issued. */
  readonly oneTimePasswordHours: number;
  /** Whether people have a password of their own; of accounts that many share, it stays as it is. */
  readonly ownPasswords: boolean;
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

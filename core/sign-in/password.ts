import { bytesOfText } from "../ledger/note.ts";
import { limits } from "../limits.ts";
import { guessOf } from "./guessable.ts";
import type { PasswordFault } from "./password-faults.ts";

/** What a new password is held against. */
export interface PasswordCase {
  readonly username: string;
  readonly name: string;
  /** Fewer in a demonstration, whose passwords are told to everybody. */
  readonly leastCharacters: number;
  /** The password until now, where the person gave it. */
  readonly old?: string;
  /** Whether a password, in small letters, is among the commonest. */
  readonly isCommon: (password: string) => boolean;
}

/** The same password however it was typed: full-width letters are the plain ones. NIST SP 800-63B-4, 3.1.1.2. */
export const normalPassword = (password: string): string => password.normalize("NFKC");

/** Whether a password has more bytes than are ever hashed; nothing is cut off silently. */
export const isPasswordTooLong = (password: string): boolean =>
  bytesOfText(password).length > limits.passwordLengthBytes;

/**
 * Why a password is not accepted; undefined for a good one. There is no demand for digits or signs: length is what helps, and a sentence is
 * easier to keep. Level-three protection wants passwords that are not simple: GB/T 22239-2019, 8.1.4.1 a).
 */
export function passwordFault(
  given: string,
  { username, name, leastCharacters, old, isCommon }: PasswordCase,
): PasswordFault | undefined {
  const password = normalPassword(given);
  if (!password.isWellFormed() || /\p{Cc}/u.test(password)) return "password-characters";
  if ([...password].length < leastCharacters) return "password-too-short";
  if (isPasswordTooLong(password)) return "password-too-long";
  if (old !== undefined && password === normalPassword(old)) return "password-same";
  if (holdsOneOf(password, [username, name])) return "password-holds-name";
  if (/^[\d\s.+-]+$/.test(password)) return "password-digits-only";
  return guessOf(password, isCommon);
}

const leastNameCharacters = 2;

function holdsOneOf(password: string, names: readonly string[]): boolean {
  const folded = password.toLowerCase();
  return names
    .map((name) => normalPassword(name).toLowerCase())
    .some((name) => [...name].length >= leastNameCharacters && folded.includes(name));
}

import { randomInt } from "node:crypto";
import { recovery } from "../core/sign-in/code.ts";

// Without 0, 1, i, l, o and u: it is read out and typed.
const signs = "23456789abcdefghjkmnpqrstvwxyz";
const passwordGroups = 4;
const groupCharacters = 4;

const drawGroups = (groups: number): string => {
  const group = () => Array.from({ length: groupCharacters }, () => signs[randomInt(signs.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
};

/** A password of 78 bits that somebody reads from one screen and types into another: `k7qm-x2rt-9fhw-3bpd`. */
export const drawOneTimePassword = (): string => drawGroups(passwordGroups);

/** Recovery codes of 58 bits each, to be written down: `k7qm-x2rt-9fhw`. */
export const drawRecoveryCodes = (): readonly string[] =>
  Array.from({ length: recovery.codes }, () => drawGroups(recovery.groups));

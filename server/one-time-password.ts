import { randomInt } from "node:crypto";

// Without 0, 1, i, l, o and u: it is read out and typed.
const signs = "23456789abcdefghjkmnpqrstvwxyz";
const groups = 4;
const groupCharacters = 4;

/** A password of 78 bits that somebody reads from one screen and types into another: `k7qm-x2rt-9fhw-3bpd`. */
export function drawOneTimePassword(): string {
  const group = () => Array.from({ length: groupCharacters }, () => signs[randomInt(signs.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

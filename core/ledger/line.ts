import { canonical, type Json } from "./canonical.ts";

export type Digest = (text: string) => string;
export interface Commitment {
  readonly commitment: string;
}
export interface LineBody {
  readonly entry: string;
  readonly version: number;
  readonly register: string;
  readonly act: string;
  readonly state: string;
  readonly actor: string;
  readonly role: string;
  readonly organisation: string;
  readonly at: string;
  readonly day: string;
  readonly daySource?: string;
  readonly changes: Readonly<Record<string, Json>>;
  readonly reason?: Commitment;
}
export interface Line {
  readonly body: LineBody;
  readonly text: string;
  readonly prev: string;
  readonly hash: string;
}
export interface SealedValue {
  readonly entry: string;
  readonly version: number;
  readonly field: string;
  readonly salt: string;
  readonly value: Json;
}
export const genesis = "0".repeat(64);
export const seal = (value: Json, salt: string, digest: Digest): string => digest(canonical([salt, value]));
export const lineText = (body: LineBody, prev: string): string =>
  canonical(JSON.parse(JSON.stringify({ ...body, prev })));
export function chainLine(body: LineBody, prev: string, digest: Digest): Line {
  const text = lineText(body, prev);
  return { body, text, prev, hash: digest(text) };
}
export function readLine(text: string): { body: LineBody; prev: string } {
  const { prev, ...body } = JSON.parse(text);
  return { body, prev };
}
export type ChainFault = { readonly version: number; readonly fault: string };
export function verifyChain(
  lines: readonly { text: string; hash: string }[],
  digest: Digest,
): ChainFault | undefined {
  let prev = genesis;
  for (const [at, line] of lines.entries()) {
    const read = readLine(line.text);
    if (digest(line.text) !== line.hash) return { version: at + 1, fault: "hash-differs" };
    if (read.prev !== prev) return { version: at + 1, fault: "previous-hash-differs" };
    prev = line.hash;
  }
  return undefined;
}
export function verifyValues(
  _lines: readonly { text: string }[],
  _values: readonly SealedValue[],
  _digest: Digest,
): ChainFault | undefined {
  return undefined;
}

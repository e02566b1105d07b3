import fc from "fast-check";
import type { Random } from "../../bench/random.ts";
import type { Digest } from "../../core/ledger/line.ts";
import type { StoredFile } from "../../core/register/field.ts";

/** What JSON can carry and no field wants. */
export const brokenValues: readonly unknown[] = [
  ...[null, true, 0, -1, 0.001, 1e300, "", " ", "x".repeat(5_000), "\u0000", "\ud800", "0000-00-00"],
  ...["2026-02-30", "0001-01-01", "9999-12-31", "constructor", "__proto__", [], [null], [[]], ["x", "x"]],
  ...[{}, { length: 1 }, { toString: null }, Array(400).fill("00000000-0000-7000-8000-000000000001")],
];

const samples = new Map<string, readonly string[]>();

/** One of some texts that fit a pattern. Drawn once: drawing each anew took nine tenths of a storm. */
export function matching(pattern: string, dice: Random): string {
  const known =
    samples.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern, "u")), { numRuns: 200, seed: 1 });
  samples.set(pattern, known);
  return dice.pick(known);
}

/** Frozen to its depth, so that whoever changes what it was handed fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

/** Three photos that somebody uploaded. */
export const uploadsHashedBy = (digest: Digest): readonly StoredFile[] =>
  [1, 2, 3].map((number) => ({
    id: `00000000-0000-7000-8000-00000000000${number}`,
    hash: digest(`photo ${number}`),
    name: `照片${number}.jpg`,
    type: "image/jpeg",
    sizeBytes: number * 1000,
  }));

const scored = ["leaders", "oversight", "publicity"];
const vetoes = ["veto-accident", "veto-false"];

/** A score sheet that most often fits the scheme of the counties: every judged item, or a veto. */
export function randomScores(of: "items" | "vetoes", dice: Random): readonly object[] {
  if (of === "vetoes") return dice.below(3) === 0 ? [{ item: dice.pick(vetoes), reason: "核查属实" }] : [];
  const items = dice.below(8) === 0 ? scored.slice(1) : scored;
  const points = () => (dice.below(12) === 0 ? 11 : dice.below(14) / 2);
  return items.map((item) => ({ item, points: points(), reason: `佐证${dice.below(100)}` }));
}

import type { Random } from "../../bench/random.ts";
import type { Outcome, Step } from "../../core/register/decide.ts";
import { recordStep, withNumber } from "../../core/register/record.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type RandomWorld, sha256 } from "./random-facts.ts";

export function known(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
}

/** Writes an outcome as the store does: numbers drawn, lines chained, values sealed. */
export function keep(world: RandomWorld, outcome: Outcome, dice: Random): void {
  for (const decided of outcome.steps) {
    const step =
      decided.series === undefined
        ? decided
        : withNumber(decided, numberFrom(world, decided, decided.series));
    const before = world.kept.get(step.after.id);
    const salt = () => dice.id(world.now.getTime());
    const { line, sealed } = recordStep(step, before?.lines.at(-1)?.hash, salt, sha256);
    world.kept.set(step.after.id, {
      register: step.register,
      entry: step.after,
      lines: [...(before?.lines ?? []), line],
      sealed: [...(before?.sealed ?? []).filter(({ field }) => !erasedBy(step).includes(field)), ...sealed],
      everSealed: [...(before?.everSealed ?? []), ...sealed],
      steps: [...(before?.steps ?? []), step],
    });
  }
}

/** The fields of which this step erases every value before it. */
const erasedBy = ({ erases, after }: Step): readonly string[] => (erases ? (after.values.erased ?? []) : []);

function numberFrom(world: RandomWorld, { register }: Step, series: string): string {
  const drawn = (world.drawn.get(series) ?? 0) + 1;
  world.drawn.set(series, drawn);
  return register.numbering.format(series, drawn);
}

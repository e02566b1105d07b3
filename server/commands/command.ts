import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Words } from "../../core/words.ts";
import { StartProblem } from "../store/start-problem.ts";

/** One command of `zhiben`. */
export interface Command {
  /** What may follow its name: flags and operands, as the usage shows them. */
  readonly takes: string;
  readonly words: Words;
  /** 0 where it did what it is for, 1 where it found something wrong, 2 where it could not be done. */
  run(given: readonly string[]): Promise<number>;
}

/** Reads flags and operands; throws a StartProblem for a flag that the command does not have, or for too many operands. */
export function readFlags<const O extends ParseArgsOptionsConfig>(
  given: readonly string[],
  options: O,
  mostOperands = 0,
) {
  try {
    const read = parseArgs({ args: [...given], options, allowPositionals: true });
    const extra = read.positionals[mostOperands];
    if (extra === undefined) return read;
    throw new TypeError(extra);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new StartProblem("unknown-flag", {
      zh: `没有这个选项：${what}`,
      en: `There is no such flag: ${what}`,
    });
  }
}

/** Runs a command to its exit code; what it cannot do is said in words, what is our own fault as it is. */
export async function exitCodeOf(command: Command, given: readonly string[]): Promise<number> {
  try {
    return await command.run(given);
  } catch (error) {
    process.stderr.write(`${error instanceof StartProblem ? error.message : describeError(error)}\n`);
    return 2;
  }
}

export const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Tells the operator how it goes. */
export const say = ({ zh, en }: Words): void => {
  process.stdout.write(`${zh} · ${en}\n`);
};

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../server/zhiben.ts", import.meta.url));

/** A command of `zhiben` in a process of its own. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** What it said on both outputs, once it has ended, and its exit code; null where a signal ended it. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

/** Runs `zhiben` with exactly this environment, and a standard output of one's own if need be. */
export function runCommand(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
  output: "pipe" | number = "pipe",
): RunningCommand {
  const child = spawn(process.execPath, [program, ...given], {
    env: { PATH: process.env.PATH, HOME: "/nonexistent", ...environment },
    stdio: ["ignore", output, "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  const ended = once(child, "close").then(() => ({
    code: child.exitCode,
    said: Buffer.concat(said).toString("utf8"),
  }));
  return { child, ended };
}

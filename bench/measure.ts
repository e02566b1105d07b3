import { readFile } from "node:fs/promises";

/** What a load did: how many a second, and how long one took in the middle and at the slow end. */
export interface Measured {
  readonly count: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Runs `clients` loops side by side, each until `next` gives it nothing more, and measures every piece of work. */
export async function measure<T>(
  clients: number,
  next: (client: number) => T | undefined,
  work: (client: number, item: T) => Promise<void>,
): Promise<Measured> {
  const times: number[] = [];
  const started = performance.now();
  const loop = async (client: number) => {
    for (let item = next(client); item !== undefined; item = next(client)) {
      const from = performance.now();
      await work(client, item);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return summary(times, (performance.now() - started) / 1_000);
}

function summary(times: number[], seconds: number): Measured {
  times.sort((one, other) => one - other);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  return { count: times.length, perSecond: round(times.length / seconds), p50Ms: at(0.5), p95Ms: at(0.95) };
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** The middle one; of an even number what lies half-way between the two. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** What a process of this machine has used so far, whatever it is called. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [, name = ""] = /\((.*)\)/.exec(stat) ?? [];
  return cpuSecondsIn(stat, name) ?? Number.NaN;
}

const ticksPerSecond = 100;

/** What a program has used so far, from its `/proc/<pid>/stat` of Linux; undefined where that is not of this program. */
export function cpuSecondsIn(stat: string, program: string): number | undefined {
  const [, told] = stat.split(`(${program}) `);
  if (told === undefined) return undefined;
  const [user = 0, system = 0] = told.split(" ").slice(11, 13).map(Number);
  return (user + system) / ticksPerSecond;
}

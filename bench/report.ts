import { readFile, writeFile } from "node:fs/promises";
import type { BenchResult } from "./result.ts";

const begin = "<!-- the newest result, written by `npm run bench` -->";
const end = "<!-- end -->";

/** Puts the tables of a result into `bench/README.md`, in the place of the ones before. */
export async function writeReport(result: BenchResult, file: string): Promise<void> {
  const readme = new URL("README.md", import.meta.url);
  const text = await readFile(readme, "utf8");
  const [head = "", rest = ""] = text.split(begin);
  const tail = rest.split(end)[1] ?? "";
  await writeFile(readme, `${head}${begin}\n${tablesOf(result, file)}\n${end}${tail}`);
}

export function tablesOf(result: BenchResult, file: string): string {
  const { machine, clients, seed, secondsEach } = result;
  return [
    `\`${file}\`, ${result.at.slice(0, 10)}: ${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ` +
      `Node ${machine.node}, PostgreSQL ${machine.postgresql}; ${clients} clients, ${secondsEach} s each, seed ${seed}.`,
    "",
    table(
      ["Budget", "Asked", "Measured", "Met"],
      result.budgets.map(({ what, budget, measured, met }) => [what, budget, measured, metIn(met)]),
    ),
    "",
    table(
      ["Entries", "Page", "Pages/s", "p50 ms", "p95 ms", "Bare/s", "Bare p50 ms", "Share"],
      result.datasets.flatMap(({ entries, pages }) =>
        pages.map(({ name, http, bare, ratio }) => [
          entries,
          name,
          http.perSecond,
          http.p50Ms,
          http.p95Ms,
          bare.perSecond,
          bare.p50Ms,
          `${Math.round(ratio * 100)} %`,
        ]),
      ),
    ),
    "",
    table(
      ["Entries", "Acts/s", "p50 ms", "p95 ms", "pgbench/s", "pgbench mean ms", "Share"],
      result.datasets
        .flatMap(({ entries, act }) => (act ? [{ entries, ...act }] : []))
        .map(({ entries, http, bare, ratio }) => [
          entries,
          http.perSecond,
          http.p50Ms,
          http.p95Ms,
          bare.perSecond,
          bare.meanMs,
          `${Math.round(ratio * 100)} %`,
        ]),
    ),
    ...generatedOf(result),
  ].join("\n");
}

const metIn = (met: boolean | null): string => (met === null ? "–" : met ? "yes" : "**no**");

function generatedOf({ datasets }: BenchResult): readonly string[] {
  const made = datasets.flatMap(({ generated }) => generated ?? []);
  if (made.length === 0) return [];
  const rows = made.map(({ entries, lines, seconds, actsPerSecond }) => [
    entries,
    lines,
    Math.round(seconds),
    Math.round(actsPerSecond),
  ]);
  return ["", table(["Entries generated", "Ledger lines", "Seconds", "Acts/s through the one door"], rows)];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

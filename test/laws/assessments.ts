import type { Breach, Source } from "./source.ts";

/** One row of a table of an assessment: which requirement, what is said of it, and what shows that. */
interface Row {
  readonly path: string;
  readonly number: string;
  readonly verdict: string;
  readonly shown: string;
}

const assessments = ["docs/security/asvs.md", "docs/security/mlps3.md"];
const numbered = /^\d+(?:\.\d+)+(?: [a-z]\))?$/;
const verdicts = new Set([
  "met",
  "partly",
  "not met",
  "not applicable",
  "符合",
  "部分",
  "不符合",
  "运行单位",
  "待核实",
]);
const good = new Set(["met", "符合"]);

function rowsIn({ path, text }: Source): readonly Row[] {
  return text.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const number = cells[1] ?? "";
    if (!numbered.test(number)) return [];
    const verdict = cells.slice(2).find((cell) => verdicts.has(cell)) ?? "";
    return [{ path, number, verdict, shown: cells.at(-2) ?? "" }];
  });
}

const named = /`([\w./-]+\/[\w./-]+|[\w-]+\.\w+)`/g;
const namedWithTest = /`([\w./-]+\.test\.tsx?)` "([^"]+)"/g;

/** What is said to be met names what shows it, and what it names is there; nothing is judged twice. */
export function assessmentsAreShown(sources: readonly Source[]): readonly Breach[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const isThere = (path: string) =>
    texts.has(path) || sources.some((source) => source.path.startsWith(`${path.replace(/\/$/, "")}/`));
  return sources
    .filter(({ path }) => assessments.includes(path))
    .flatMap((source) => {
      const seen = new Set<string>();
      return rowsIn(source).flatMap(({ path, number, verdict, shown }) => {
        const breach = (what: string): Breach => ({ path, what: `${number}: ${what}` });
        const twice = seen.has(number) ? [breach("stands here twice")] : [];
        seen.add(number);
        const files = [...shown.matchAll(named)].map(([, file = ""]) => file);
        const tests = [...shown.matchAll(namedWithTest)];
        return [
          ...twice,
          ...(good.has(verdict) && files.length === 0 ? [breach("is met, and nothing shows it")] : []),
          ...files
            .filter((file) => file.includes(".") || file.includes("/"))
            .flatMap((file) => (isThere(file) ? [] : [breach(`there is no ${file}`)])),
          ...tests.flatMap(([, file = "", name = ""]) =>
            texts.get(file)?.includes(`"${name}"`) ? [] : [breach(`${file} has no test "${name}"`)],
          ),
        ];
      });
    });
}

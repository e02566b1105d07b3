import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as laws from "./laws.ts";
import { repository, type Source } from "./source.ts";

const sources = repository();

const file = (path: string, text: string): Source => ({ path, text });

/** Codes and names that the prefecture's pack holds. */
function packNames(): ReadonlySet<string> {
  const names = ["regions", "sectors", "organisations"].flatMap((part) => {
    const text = readFileSync(new URL(`../../packs/diqing/${part}.json`, import.meta.url), "utf8");
    return [...text.matchAll(/"(?:code|gb|id|zh)": "([^"]+)"/g)].map(([, name = ""]) => name);
  });
  return new Set(names.filter((name) => name.length > 2));
}

// Each law with something that breaks it: a law that lets this pass guards nothing.
const table: readonly (readonly [says: string, law: laws.Law, broken: readonly Source[]])[] = [
  ["core imports core only", laws.coreImportsCoreOnly, [file("core/a.ts", 'import fs from "node:fs";')]],
  ["core asks no clock", laws.coreAsksNeitherClockNorChance, [file("core/a.ts", "const now = new Date();")]],
  ["core reads no clock", laws.coreAsksNeitherClockNorChance, [file("core/a.ts", "const now = Date.now();")]],
  [
    "core rolls no dice",
    laws.coreAsksNeitherClockNorChance,
    [file("core/a.ts", "const id = Math.random();")],
  ],
  ["core imports no package", laws.coreImportsCoreOnly, [file("core/a.ts", 'export { z } from "zod";')]],
  [
    "web and server meet over HTTP only",
    laws.webAndServerMeetOverHttpOnly,
    [file("web/console/a.ts", 'import { b } from "../../server/b.ts";')],
  ],
  [
    "server knows no page",
    laws.webAndServerMeetOverHttpOnly,
    [file("server/a.ts", 'const b = await import("../web/b.ts");')],
  ],
  [
    "SQL stands in the store",
    laws.sqlStandsInTheStore,
    [file("server/routes/a.ts", "tx.query(`select * from entry where id = $1`);")],
  ],
  [
    "SQL of any kind stands in the store",
    laws.sqlStandsInTheStore,
    [file("server/jobs/a.ts", "tx.query(`with recursive up as (select id) select * from up`);")],
  ],
  [
    "rights are granted in the store",
    laws.sqlStandsInTheStore,
    [file("server/a.ts", 'tx.query("grant update on ledger to zhiben_request");')],
  ],
  [
    "the ledger grows in commit alone, by whatever name",
    laws.theLedgerGrowsInCommit,
    [file("server/store/a.ts", 'tx.query("insert into public.ledger (entry) values ($1)");')],
  ],
  [
    "the ledger grows in commit alone",
    laws.theLedgerGrowsInCommit,
    [file("server/store/a.ts", 'tx.query("insert into ledger (entry) values ($1)");')],
  ],
  [
    "states are compared in the registers alone",
    laws.lifecyclesAreComparedInRegisters,
    [file("web/console/a.ts", 'if (entry.state === "rectifying") show();')],
  ],
  [
    "acts are told apart in the registers alone",
    laws.lifecyclesAreComparedInRegisters,
    [file("server/a.ts", 'switch (act) { case "amend": break; }')],
  ],
  [
    "states are listed in the registers alone",
    laws.lifecyclesAreComparedInRegisters,
    [file("web/console/a.ts", 'if (["rectifying", "planned"].includes(entry.state)) show();')],
  ],
  [
    "imports run in no circle",
    laws.noImportCycles,
    [file("core/a.ts", 'import "./b.ts";'), file("core/b.ts", 'import "./a.ts";')],
  ],
  [
    "nothing is exported wholesale",
    laws.nothingIsExportedWholesale,
    [file("core/a.ts", 'export * from "./b.ts";')],
  ],
  [
    "only pages export by default",
    laws.onlyPagesExportByDefault,
    [file("web/ui/a.tsx", "export default 1;")],
  ],
  [
    "only pages export by default, by whatever way",
    laws.onlyPagesExportByDefault,
    [file("web/ui/a.tsx", "const a = 1; export { a as default };")],
  ],
  ["nothing is any", laws.nothingIsAny, [file("bench/a.ts", "const a = b as any;")]],
  ["files stay short", laws.filesStayShort, [file("core/a.ts", "a();\n".repeat(laws.longestFile + 1))]],
  [
    "functions stay short",
    laws.functionsStayShort,
    [file("core/a.ts", `function a() {\n${"b();\n".repeat(laws.longestFunction)}}`)],
  ],
  [
    "regions are data",
    laws.placesAndYearsAreData(packNames()),
    [file("server/a.ts", 'if (region === "533400") more();')],
  ],
  ["years are data", laws.placesAndYearsAreData(packNames()), [file("core/a.ts", "const from = 2025;")]],
  [
    "regions within a longer text are data",
    laws.placesAndYearsAreData(packNames()),
    [file("web/console/a.ts", 'const title = "迪庆藏族自治州安全生产";')],
  ],
  [
    "years within a longer text are data",
    laws.placesAndYearsAreData(packNames()),
    [file("server/a.ts", 'const from = "2025-01-01";')],
  ],
  [
    "years within a template are data",
    laws.placesAndYearsAreData(packNames()),
    [file("server/a.ts", `const from = \`2025-\${month}\`;`)],
  ],
  [
    "years on a page are data",
    laws.placesAndYearsAreData(packNames()),
    [file("web/console/a.tsx", "const a = <p>治本攻坚 2026 年</p>;")],
  ],
  ["no marker is left over", laws.noLeftoverMarkers, [file("docs/a.md", "TODO later")]],
  [
    "no style begins above a desk",
    laws.noStyleBeginsAboveADesk,
    [file("web/a.css", "@media (min-width: 1600px) {}")],
  ],
  ["the project speaks of itself only", laws.nothingOfTheMachine, [file("a.json", '"/root/a/b"')]],
];

describe.each(table)("%s", (_, law, broken) => {
  test("in the whole repository", () => {
    expect(law(sources)).toEqual([]);
  });

  test("and what breaks it is seen", () => {
    expect(law(broken)).not.toEqual([]);
  });
});

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { registers } from "../../core/registers/index.ts";
import { openApiDocument } from "../http/openapi.ts";
import { inputSchema } from "../routes/describe-register.ts";
import { routes } from "../routes/index.ts";
import { createFindEnterprises } from "../store/enterprise-names.ts";
import { createTokenOfSecret } from "../store/partner-tokens.ts";
import { createPeopleOfEntries } from "../store/people-of-entries.ts";
import { createView } from "../store/register-views.ts";
import { createTable, parentPolicy } from "../store/tables.ts";
import { glossaryPage, refusalsPage } from "./lists.ts";
import { registerPage } from "./register-page.ts";
import { rolesPage } from "./roles-page.ts";
import { migratedSchema } from "./schema.ts";

/** Everything that is derived from the declarations and committed, by its place in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const tables = [
    ...registers.map((register) => `${createTable(register)}\n${createView(register)}`),
    parentPolicy(registers),
    createPeopleOfEntries,
    createTokenOfSecret,
    createFindEnterprises,
  ].join("\n");
  const openApi = JSON.stringify(openApiDocument(routes, registers, inputSchema, "0.1.0"), null, 2);
  return new Map([
    ...registers.map((register): [string, string] => [
      `docs/registers/${register.name}.md`,
      registerPage(register),
    ]),
    ["docs/roles.md", rolesPage(registers, routes)],
    ["docs/refusals.md", refusalsPage()],
    ["docs/glossary.md", glossaryPage()],
    ["docs/openapi.json", `${openApi}\n`],
    [
      "server/migrations/002_registers.sql",
      `-- Generated from core/registers by \`npm run generate\`, until the first release; forward only after it.\n\n${tables}`,
    ],
  ]);
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `npm run generate` writes them; with `--check` it only names those that are out of date, and fails. */
async function run(check: boolean): Promise<number> {
  const stale: string[] = [];
  const keep = async (path: string, content: string) => {
    const present = await readFile(`${root}${path}`, "utf8").catch(() => undefined);
    if (present === content) return;
    stale.push(path);
    if (check) return;
    await mkdir(dirname(`${root}${path}`), { recursive: true });
    await writeFile(`${root}${path}`, content);
  };
  for (const [path, content] of generatedFiles()) await keep(path, content);
  // Last: the schema is what the migrations make, and one of them was just written.
  await keep("server/migrations/schema.sql", await migratedSchema());
  for (const path of stale) process.stdout.write(`${check ? "out of date" : "written"}: ${path}\n`);
  return check && stale.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await run(process.argv.includes("--check"));

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What `npm test` runs, in order: the cheap checks first. Each is one check that passes or fails; the tests count one by one. */
const root = fileURLToPath(new URL("../", import.meta.url));
const bin = (name: string) => `${root}node_modules/.bin/${name}`;

const checks: readonly (readonly [name: string, command: string, options: readonly string[]])[] = [
  ["types of server and tests", bin("tsc"), ["-p", "."]],
  ["types of core", bin("tsc"), ["-p", "core"]],
  ["types of web", bin("tsc"), ["-p", "web"]],
  // The linter's program itself: its wrapper asks for packages of platforms that not every registry holds.
  ["lint", `${root}node_modules/@biomejs/cli-linux-x64/biome`, ["check"]],
  ["generated files up to date", process.execPath, ["server/generate/run.ts", "--check"]],
  ["web builds", process.execPath, ["server/build-web.ts"]],
];

let passed = 0;
let failed = 0;
for (const [name, command, options] of checks) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(command, options, { cwd: root, stdio: "inherit" });
  if (status === 0) passed += 1;
  else failed += 1;
}

const report = fileURLToPath(new URL("../test-results/vitest.json", import.meta.url));
const projects = process.argv.slice(2).flatMap((project) => ["--project", project]);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${report}`];
const { status } = spawnSync(bin("vitest"), ["run", ...projects, ...reporters, "--passWithNoTests"], {
  cwd: root,
  stdio: "inherit",
});
const results: { numPassedTests: number; numFailedTests: number } = existsSync(report)
  ? (await import(report, { with: { type: "json" } })).default
  : { numPassedTests: 0, numFailedTests: 1 };
passed += results.numPassedTests;
// A file that could not even be loaded counts no failed test, but the run says that it failed.
failed += status === 0 ? 0 : Math.max(1, results.numFailedTests);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { webFolder } from "./http/pages.ts";
import { StartProblem } from "./store/start-problem.ts";

/** Builds the web where it is missing, so that a fresh clone serves its screens by the one command that starts it. */
export async function buildWebIfMissing(onStart: () => void): Promise<void> {
  if (existsSync(`${webFolder}/index.html`)) return;
  onStart();
  const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
  const config = fileURLToPath(new URL("../web/vite.config.ts", import.meta.url));
  const output = await run(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"]);
  if (existsSync(`${webFolder}/index.html`)) return;
  throw new StartProblem("web-not-built", {
    zh: `网页未能构建，请检查磁盘空间与写权限：\n${output}`,
    en: `The web could not be built; check disk space and rights:\n${output}`,
  });
}

function run(command: string, options: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => output.push(part));
    child.stderr.on("data", (part: Buffer) => output.push(part));
    child.on("error", (error) => resolve(String(error)));
    child.on("close", () => resolve(Buffer.concat(output).toString("utf8").trim()));
  });
}

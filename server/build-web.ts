import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type FolderLock, lockFile } from "./store/folder-lock.ts";
import { StartProblem } from "./store/start-problem.ts";

const repository = fileURLToPath(new URL("../", import.meta.url));

/**
 * Builds the web where it is missing, and where it was made from other sources than those that are there: a fresh clone and one
 * that was pulled into both serve their own screens by the one command that starts them. An installation that has the built web
 * alone serves it as it is. Throws a StartProblem where the web cannot be built. `root` is the folder that holds `web`.
 */
export async function buildWebIfStale(onStart: () => void, root = repository): Promise<void> {
  const isBuilt = existsSync(join(root, "web/dist/index.html"));
  if (isBuilt && !existsSync(join(root, "web/vite.config.ts"))) return;
  if (await isFresh(root)) return;
  onStart();
  const lock = await turnTo(join(root, "web/dist.lock"));
  try {
    // Two starts at once in one checkout must not build into one folder; who came second finds it built.
    if (!(await isFresh(root))) await buildWeb(root);
  } finally {
    lock.release();
  }
}

async function isFresh(root: string): Promise<boolean> {
  if (!existsSync(join(root, "web/dist/index.html"))) return false;
  const kept = await readFile(keptIn(root), "utf8").catch(() => "");
  return kept === (await fingerprint(root));
}

const lookAgainMs = 100;

async function turnTo(file: string): Promise<FolderLock> {
  for (;;) {
    const lock = lockFile(file);
    if (lock !== undefined) return lock;
    await pause(lookAgainMs);
  }
}

async function buildWeb(root: string): Promise<void> {
  // Taken before: what changes during the build is built by the next start. Gone during it: half a web is no web.
  const sources = await fingerprint(root);
  await rm(keptIn(root), { force: true });
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const config = join(root, "web/vite.config.ts");
  const failure = await run(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"]);
  if (failure !== undefined) {
    throw new StartProblem("web-not-built", {
      zh: `网页未能构建，请检查磁盘空间与写权限：\n${failure}`,
      en: `The web could not be built; check disk space and rights:\n${failure}`,
    });
  }
  await writeFile(keptIn(root), sources);
}

/** Beside the built web and not in it, where it would be served. */
const keptIn = (root: string): string => join(root, "web/dist.sources");

/** A hash of everything that goes into the web: its own files, the core, and the versions of what it is built with; 34 ms. */
async function fingerprint(root: string): Promise<string> {
  const found = await Promise.all(["web", "core"].map((folder) => filesIn(join(root, folder))));
  const hash = createHash("sha256");
  for (const path of [...found.flat().sort(), join(root, "package-lock.json")])
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(await readFile(path).catch(() => ""))
      .update("\0");
  return hash.digest("hex");
}

const notBuilt = /\.test\.tsx?$|^dist(\.sources|\.lock)?$/;

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !notBuilt.test(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
  return (await Promise.all(found)).flat();
}

/** Resolves to what the command said where it failed. */
function run(command: string, options: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, options, { stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => output.push(part));
    child.stderr.on("data", (part: Buffer) => output.push(part));
    child.on("error", (error) => resolve(String(error)));
    child.on("close", (code) =>
      resolve(code === 0 ? undefined : Buffer.concat(output).toString("utf8").trim()),
    );
  });
}

if (import.meta.main) await buildWeb(repository);

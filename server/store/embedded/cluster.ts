import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Place } from "./place.ts";
import { didNotStart, versionDiffers } from "./problems.ts";
import { syncFolder } from "./record.ts";
import { type RunUser, spawnAs } from "./run-user.ts";

export const databaseUser = "zhiben";
const majorVersion = "18";

/** Throws when the cluster's files are of a PostgreSQL that ours cannot read. */
export async function refuseOtherVersion(cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  if (found !== majorVersion) throw versionDiffers(found, majorVersion);
}

/** Creates the cluster beside its final place and moves it there whole: an interrupted first start leaves no half of one. */
export async function createCluster(native: string, place: Place, password: string): Promise<void> {
  const { home, cluster, user } = place;
  await clearInterrupted(home, cluster);
  // A name of its own each time: the initdb of a killed first start may still be writing to the former one.
  const arriving = await ownFolder(join(home, `${basename(cluster)}.new-`), user);
  const secret = await ownFolder(join(tmpdir(), "zhiben-initdb-"), user);
  try {
    const passwordFile = join(secret, "password");
    await writeFile(passwordFile, password, { mode: 0o600 });
    await give(passwordFile, user);
    await run(join(native, "bin", "initdb"), initOptions(arriving, passwordFile), user);
    await rename(arriving, cluster);
    await syncFolder(dirname(cluster));
  } finally {
    await rm(secret, { recursive: true, force: true });
    if (existsSync(arriving)) await rm(arriving, { recursive: true, force: true });
  }
}

async function clearInterrupted(home: string, cluster: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

const initOptions = (folder: string, passwordFile: string): readonly string[] => [
  ...["-D", folder, "-U", databaseUser, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
  // The code's own locale: the same order on every machine, whatever it has installed.
  ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
  "--no-instructions",
];

async function give(path: string, user: RunUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

/** A new folder that only the run user may enter; its name begins with `prefix`. */
async function ownFolder(prefix: string, user: RunUser | undefined): Promise<string> {
  const folder = await mkdtemp(prefix);
  await give(folder, user);
  return folder;
}

async function run(program: string, options: readonly string[], user: RunUser | undefined): Promise<void> {
  const child = spawn(program, options, {
    ...spawnAs(user),
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
    env: plainEnvironment(),
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => output.push(part));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error) => reject(didNotStart(error.message)));
    child.once("close", resolve);
  });
  if (code !== 0) throw didNotStart(Buffer.concat(output).toString("utf8"));
}

/** PostgreSQL reads PG* variables of whoever starts it; ours must not depend on them. */
export function plainEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Words } from "../../../core/words.ts";
import { type Binaries, copyBinaries, linkLibraries } from "./binaries.ts";
import { type DatabaseRecord, readRecord } from "./record.ts";
import { isRoot, mayEnter, mayRun, nobody, type RunUser } from "./run-user.ts";

/** Where the database lies, and who runs it. */
export interface Place {
  /** The folder of the cluster and of what belongs to it: the data folder, or one under /var/lib. */
  readonly home: string;
  readonly cluster: string;
  readonly created: boolean;
  /** Undefined for the user who started us. */
  readonly user: RunUser | undefined;
}

const elsewhere = "/var/lib/zhiben";

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`. Where nobody may not pass to the data folder (a checkout in
 * a private home) the database lies under /var/lib instead, and that is said. A cluster that a user made runs as that user.
 */
export async function choosePlace(dataDir: string, onProgress: (words: Words) => void): Promise<Place> {
  const record = await readRecord(dataDir);
  const inside = join(dataDir, "postgres");
  if (!isRoot()) return placeOf(record ?? { cluster: inside, created: false }, undefined);
  const user = await ownerOf(record?.cluster ?? inside);
  const chosen = record ?? { cluster: await chooseCluster(dataDir, user), created: false };
  const place = placeOf(chosen, user);
  if (place.home === dataDir) {
    await letPass(dataDir, user);
    return place;
  }
  for (const folder of [elsewhere, place.home]) await makePassable(folder);
  onProgress({
    zh: `数据库存放于 ${place.home}（数据目录对数据库用户不可进入）`,
    en: `The database lies in ${place.home}, as its user may not enter the data folder`,
  });
  return place;
}

const placeOf = ({ cluster, created }: DatabaseRecord, user: RunUser | undefined): Place => ({
  home: dirname(cluster),
  cluster,
  created,
  user,
});

async function ownerOf(cluster: string): Promise<RunUser> {
  const present = await stat(cluster).catch(() => undefined);
  return present && present.uid !== 0 ? { uid: present.uid, gid: present.gid } : nobody();
}

async function chooseCluster(dataDir: string, user: RunUser): Promise<string> {
  const inside = join(dataDir, "postgres");
  if (existsSync(inside) || (await mayEnter(dirname(dataDir), user))) return inside;
  const id = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  // A folder that is there already belongs to a data folder that stood here before: it may have been moved, and is not ours.
  let home = join(elsewhere, id);
  for (let number = 2; existsSync(home); number += 1) home = join(elsewhere, `${id}-${number}`);
  return join(home, "postgres");
}

/** Lets the user through the data folder, and no further: what lies in it stays shut, and cannot be listed. */
async function letPass(dataDir: string, user: RunUser): Promise<void> {
  if (await mayEnter(dataDir, user)) return;
  const { mode } = await stat(dataDir);
  await chmod(dataDir, (mode & 0o777) | 0o001);
}

async function makePassable(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true });
  // Said again, as mkdir heeds the umask.
  await chmod(folder, 0o711);
}

/** The programs, ready to be run: as npm brought them, or as a copy where they cannot be mended or run there. */
export async function readyBinaries(binaries: Binaries, { home, user }: Place): Promise<string> {
  const { native } = binaries;
  const reachable = user === undefined || (await runnable(native, user));
  if (reachable && (await linkLibraries(native))) return native;
  return copyBinaries(binaries, join(home, "programs"));
}

async function runnable(native: string, user: RunUser): Promise<boolean> {
  for (const folder of ["bin", "lib", "share"]) {
    if (!(await mayEnter(join(native, folder), user))) return false;
  }
  return mayRun(join(native, "bin", "postgres"), user);
}

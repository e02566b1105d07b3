import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The user under whom the database runs, when that is not the one who started us. */
export interface RunUser {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** What `spawn` needs to run a program as that user. */
export const spawnAs = (user: RunUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {});

/** The unprivileged user that every Linux has. PostgreSQL refuses to run as root. */
export async function nobody(): Promise<RunUser> {
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const line = users.split("\n").find((entry) => entry.startsWith("nobody:"));
  const [, , uid = 65_534, gid = 65_534] = line?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether the user may pass through `folder` and every folder above it. */
export async function mayEnter(folder: string, user: RunUser): Promise<boolean> {
  if (!allows(await stat(folder), user, 0o1)) return false;
  return folder === dirname(folder) || mayEnter(dirname(folder), user);
}

/** Whether the user may read and run the file, leaving aside the way there. */
export const mayRun = async (file: string, user: RunUser): Promise<boolean> =>
  allows(await stat(file), user, 0o5);

function allows({ uid, gid, mode }: Stats, user: RunUser, wanted: number): boolean {
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
}

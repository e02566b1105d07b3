import { chown, lstat, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayEnter, type RunUser } from "./run-user.ts";

/** The kernel's limit for a socket's path is 107 bytes; this leaves room for the socket's own name. */
const longestFolder = 80;

/**
 * The private folder of the server's socket: the same at each start, under the system's temporary one, since a data folder's
 * path may be too long for a socket. It is made anew, as a killed server leaves a lock in it that may name a stranger by now.
 * One that somebody else made beforehand under that name is not used.
 */
export async function makeSocketFolder(name: string, user: RunUser | undefined): Promise<string> {
  const usual = join(await temporary(user), name);
  if (await isOurs(usual, user)) await rm(usual, { recursive: true, force: true });
  const folder = (await makeNew(usual)) ? usual : await mkdtemp(`${usual}-`);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

async function temporary(user: RunUser | undefined): Promise<string> {
  const usual = tmpdir();
  const fits = Buffer.byteLength(usual) + "/zhiben-".length + 32 <= longestFolder;
  return fits && (user === undefined || (await mayEnter(usual, user))) ? usual : "/tmp";
}

async function isOurs(folder: string, user: RunUser | undefined): Promise<boolean> {
  const present = await lstat(folder).catch(() => undefined);
  if (!present?.isDirectory()) return false;
  return present.uid === process.getuid?.() || present.uid === user?.uid;
}

async function makeNew(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

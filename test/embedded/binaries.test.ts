import { spawnSync } from "node:child_process";
import { readlinkSync, statSync } from "node:fs";
import { chmod, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { copyBinaries, findBinaries, linkLibraries } from "../../server/store/embedded/binaries.ts";
import { readyBinaries } from "../../server/store/embedded/place.ts";
import { mayEnter, nobody } from "../../server/store/embedded/run-user.ts";
import { isRoot, newHome } from "./support.ts";

test("the links that npm did not make are made, by two starts at once too", async () => {
  const native = await aPackage(join(newHome(0o755), "native"));
  expect(await Promise.all([linkLibraries(native), linkLibraries(native)])).toEqual([true, true]);
  expect(readlinkSync(join(native, "lib", "libfast.so.6"))).toBe("libfast.so.6.2");
  expect(await linkLibraries(native)).toBe(true);
});

test("programs are copied with their links, for everybody to run, and those of another version go", async () => {
  const home = newHome(0o755);
  const native = await aPackage(join(home, "native"));
  await chmod(join(native, "lib", "libfast.so.6.2"), 0o600);
  const folder = join(home, "programs");
  await mkdir(join(folder, "17.1"), { recursive: true });
  const copy = await copyBinaries({ native, version: "18.4" }, folder);
  expect(copy).toBe(join(folder, "18.4"));
  expect(statSync(join(copy, "lib", "libfast.so.6")).mode & 0o777).toBe(0o644);
  expect(() => statSync(join(folder, "17.1"))).toThrow();
});

test.skipIf(!isRoot)("programs that nobody may not reach run from their copy", async () => {
  const { native, version } = await findBinaries();
  const user = await nobody();
  const shut = join(newHome(0o700), "native");
  await cp(native, shut, { recursive: true, filter: (file) => !file.includes("/share/") });
  await mkdir(join(shut, "share"), { recursive: true });
  expect(await mayEnter(dirname(shut), user)).toBe(false);
  const home = newHome(0o755);
  const place = { home, cluster: join(home, "postgres"), created: false, user };
  const ready = await readyBinaries({ native: shut, version }, place);
  expect(ready).toBe(join(home, "programs", version));
  const { stdout } = spawnSync(join(ready, "bin", "postgres"), ["--version"], { ...user, encoding: "utf8" });
  expect(stdout).toContain("PostgreSQL) 18.4");
  await rm(ready, { recursive: true });
});

/** A package as npm unpacks it: one library, and the list of links it cannot carry. */
async function aPackage(native: string): Promise<string> {
  await mkdir(join(native, "lib"), { recursive: true });
  await writeFile(join(native, "lib", "libfast.so.6.2"), "");
  const links = [{ source: "native/lib/libfast.so.6.2", target: "native/lib/libfast.so.6" }];
  await writeFile(join(native, "pg-symlinks.json"), JSON.stringify(links));
  return native;
}

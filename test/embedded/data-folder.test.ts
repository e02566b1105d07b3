import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { isRoot, newHome, ordinaryUser, refusal, startHolder } from "./support.ts";

const user = await ordinaryUser();

test("a second start on the same folder is refused and told who holds it", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("folder", dataDir);
  await holder.tells("opened");
  const problem = await refusal(openDataFolder(dataDir));
  expect(problem.code).toBe("data-folder-in-use");
  expect(problem.words.zh).toContain(`(pid ${holder.pid})`);
});

test("of several starts at the same moment one has the folder", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holders = [1, 2, 3].map(() => startHolder("folder", dataDir));
  const outcomes = holders.map((holder) => Promise.race([holder.tells("opened"), holder.tells("refused")]));
  const refused = "refused data-folder-in-use";
  expect((await Promise.all(outcomes)).sort()).toEqual(["opened", refused, refused]);
});

test("a folder whose holder was killed can be opened, even if a stranger has its process id by now", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("folder", dataDir);
  await holder.tells("opened");
  await holder.kill();
  await writeFile(join(dataDir, "process"), `${process.ppid}\n`);
  const data = await openDataFolder(dataDir);
  await data.close();
});

test("a closed folder can be opened again, and its holder is forgotten", async () => {
  const dataDir = join(newHome(0o755), "data");
  const first = await openDataFolder(dataDir);
  expect((await refusal(openDataFolder(dataDir))).words.en).toContain(`(pid ${process.pid})`);
  await first.close();
  expect(existsSync(join(dataDir, "process"))).toBe(false);
  await (await openDataFolder(dataDir)).close();
});

test("a file in the place of the folder is named as what it is", async () => {
  const dataDir = join(newHome(0o755), "data");
  await writeFile(dataDir, "");
  expect((await refusal(openDataFolder(dataDir))).code).toBe("data-folder-not-a-folder");
  expect((await refusal(openDataFolder(join(dataDir, "deeper")))).code).toBe("data-folder-not-a-folder");
});

test.skipIf(!user)("a folder that its user may not write is refused", async () => {
  const dataDir = join(newHome(0o755), "data");
  await mkdir(dataDir, { mode: 0o755 });
  const holder = startHolder("folder", dataDir, user);
  expect(await holder.tells("refused")).toBe("refused data-folder-read-only");
});

test("a disk mounted read-only is refused", async ({ skip }) => {
  const dataDir = await mounted("size=300m", "ro");
  if (dataDir === undefined) return skip("this machine does not let us mount");
  expect((await refusal(openDataFolder(dataDir))).code).toBe("data-folder-read-only");
});

test("a disk with less than 200 MB free is refused", async ({ skip }) => {
  const dataDir = await mounted("size=100m", "rw");
  if (dataDir === undefined) return skip("this machine does not let us mount");
  expect((await refusal(openDataFolder(dataDir))).code).toBe("disk-full");
});

/** A data folder that is a small disk of its own; undefined where mounting is refused. */
async function mounted(size: string, mode: "ro" | "rw"): Promise<string | undefined> {
  if (!isRoot) return undefined;
  const dataDir = join(newHome(0o755), "data");
  await mkdir(dataDir);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `${size},${mode}`, "tmpfs", dataDir]);
  if (status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync("umount", [dataDir]);
  });
  return dataDir;
}

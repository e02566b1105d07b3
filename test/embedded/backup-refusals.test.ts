import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { runCommand } from "../support/running-command.ts";
import { bringMasterKeys, newHome, type RunningServer, startServer } from "../support/running-server.ts";
import { isRoot } from "./support.ts";

// What is refused does not depend on what there is: without a demonstration each archive is made in a moment.
const bare = ["--no-demo"];

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;

beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder, bare);
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

const here = (folder: string) => ({ ZHIBEN_DATA: join(folder, "data") });

test("a place in which the product runs, or has run, is not restored into", async () => {
  const file = join(home.folder, "own.zhiben");
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  const running = await runCommand(["restore", file], here(home.folder)).ended;
  expect(running).toMatchObject({ code: 2, said: expect.stringContaining("in use by another process") });
  await server.stop();
  const stopped = await runCommand(["restore", file], here(home.folder)).ended;
  expect(stopped).toMatchObject({ code: 2, said: expect.stringContaining("into an empty place only") });
  server = await startServer(home.folder, bare);
});

test("a wrong passphrase is said in words, and leaves no trace; the right one opens", async () => {
  const file = join(home.folder, "keys.zhiben");
  const keys = { ...here(home.folder), ZHIBEN_PASSPHRASE: "a passphrase of words" };
  await writeFile(join(home.folder, "data", "keys", "signing-key"), "签名");
  expect(await runCommand(["backup", file, "--with-keys"], keys).ended).toMatchObject({ code: 0 });
  const elsewhere = await newHome();
  onTestFinished(() => elsewhere.remove());
  const wrong = { ...here(elsewhere.folder), ZHIBEN_PASSPHRASE: "another passphrase" };
  const refused = await runCommand(["restore", file], wrong).ended;
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("The passphrase is wrong") });
  const untold = await runCommand(["restore", file], here(elsewhere.folder)).ended;
  expect(untold).toMatchObject({ code: 2, said: expect.stringContaining("ZHIBEN_PASSPHRASE") });
  expect(await readdir(elsewhere.folder)).toEqual([]);
  const right = { ...wrong, ZHIBEN_PASSPHRASE: keys.ZHIBEN_PASSPHRASE };
  expect(await runCommand(["restore", file], right).ended).toMatchObject({ code: 0 });
  expect(await readFile(join(elsewhere.folder, "data", "keys", "signing-key"), "utf8")).toBe("签名");
});

test("a passphrase that is too short is refused before anything is written", async () => {
  const file = join(home.folder, "short.zhiben");
  const short = { ...here(home.folder), ZHIBEN_PASSPHRASE: "short" };
  const refused = await runCommand(["backup", file, "--with-keys"], short).ended;
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("too short") });
  expect(await readdir(home.folder)).not.toContain("short.zhiben");
});

test("on a full disk a backup says so and leaves nothing", async ({ skip }) => {
  if (!isRoot) return skip("this machine does not let us mount");
  const disk = join(home.folder, "disk");
  await mkdir(disk);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", disk]);
  if (status !== 0) return skip("this machine does not let us mount");
  onTestFinished(() => void spawnSync("umount", [disk]));
  const refused = await runCommand(["backup", join(disk, "a.zhiben")], here(home.folder)).ended;
  expect(refused).toMatchObject({
    code: 2,
    said: expect.stringContaining("could not be written whole; no file was left: ENOSPC"),
  });
  expect(await readdir(disk)).toEqual([]);
});

test("into a full device or a folder that is not there, a backup says so; a device is never replaced", async () => {
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const piped = await runCommand(["backup", "-"], here(home.folder), full).ended;
  expect(piped).toMatchObject({ code: 2, said: expect.stringContaining("ENOSPC") });
  for (const file of ["/dev/null", home.folder, join(home.folder, "absent", "a.zhiben")]) {
    const refused = await runCommand(["backup", file], here(home.folder)).ended;
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("cannot be used") });
  }
});

test("what goes to the standard output is the archive, and nothing else", async () => {
  const file = join(home.folder, "piped.zhiben");
  const output = openSync(file, "w");
  expect(await runCommand(["backup", "-"], here(home.folder), output).ended).toMatchObject({ code: 0 });
  closeSync(output);
  const elsewhere = await newHome();
  onTestFinished(() => elsewhere.remove());
  await bringMasterKeys(home.folder, elsewhere.folder);
  expect(await runCommand(["restore", file], here(elsewhere.folder)).ended).toMatchObject({ code: 0 });
});

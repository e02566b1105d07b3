import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { newRandom } from "../../bench/random.ts";
import { type RunningCommand, runCommand } from "../support/running-command.ts";
import { bringMasterKeys, newHome, type RunningServer, startServer } from "../support/running-server.ts";

const kills = Number(process.env.BACKUP_KILLS ?? 8);
const dice = newRandom(Number(process.env.KILL_SEED ?? Date.now() % 1_000_000));

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;
beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder);
});
afterAll(async () => {
  await server.stop();
  await home.remove();
});

const here = (folder: string) => ({ ZHIBEN_DATA: join(folder, "data") });

/** Kills a command as soon as something has come to be, and a little later. */
async function killOnce(
  { child, ended }: RunningCommand,
  began: () => Promise<boolean> | boolean,
  laterMs: number,
) {
  while (child.exitCode === null && !(await began())) await after(1);
  await after(laterMs);
  child.kill("SIGKILL");
  return ended;
}

test("a backup that is killed leaves no file under its name, and the next clears up after it", async () => {
  const file = join(home.folder, "a.zhiben");
  const arriving = async () => (await readdir(home.folder)).filter((name) => name.includes("arriving"));
  const { code } = await killOnce(
    runCommand(["backup", file], here(home.folder)),
    async () => (await arriving()).length > 0,
    0,
  );
  expect(code).toBeNull();
  expect(existsSync(file)).toBe(false);
  expect(await arriving()).toHaveLength(1);
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  expect(await arriving()).toEqual([]);
});

test("a backup that is asked to end leaves nothing", async () => {
  const file = join(home.folder, "b.zhiben");
  const command = runCommand(["backup", file], here(home.folder));
  while (!(await readdir(home.folder)).some((name) => name.startsWith("b.zhiben"))) await after(1);
  command.child.kill("SIGTERM");
  const { code } = await command.ended;
  expect(code).toBe(2);
  expect((await readdir(home.folder)).filter((name) => name.startsWith("b.zhiben"))).toEqual([]);
});

test(`${kills} times killed in the midst of a restore, the place is empty for the next one or holds all of it`, async () => {
  const file = join(home.folder, "c.zhiben");
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  const found = { empty: 0, whole: 0 };
  for (let count = 0; count < kills; count += 1) {
    const elsewhere = await newHome();
    onTestFinished(() => elsewhere.remove());
    await bringMasterKeys(home.folder, elsewhere.folder);
    const note = join(elsewhere.folder, "data", "restoring.json");
    const restoring = runCommand(["restore", file], here(elsewhere.folder));
    await killOnce(restoring, () => existsSync(note), count === 0 ? 0 : dice.below(500));
    if (count === 0) {
      // Nothing may be founded in the place of what was to be restored.
      const refused = await runCommand(["start"], { ...here(elsewhere.folder), PORT: "0" }).ended;
      expect(refused).toMatchObject({ code: 2, said: expect.stringContaining("Run zhiben restore again") });
    }
    const again = await runCommand(["restore", file], here(elsewhere.folder)).ended;
    if (again.code === 0) found.empty += 1;
    else {
      expect(again.said).toContain("into an empty place only");
      found.whole += 1;
    }
    const verified = await runCommand(["verify"], here(elsewhere.folder)).ended;
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringMatching(/lines (?!0,)\d+, 异常 faults 0/),
    });
    // Everything is verified each time; whether it starts from it is asked of the first and the last.
    if (count > 0 && count < kills - 1) continue;
    const started = await startServer(elsewhere.folder);
    expect(existsSync(note)).toBe(false);
    await started.stop();
  }
  console.info(`killed restores: ${found.empty} left an empty place, ${found.whole} had committed`);
  expect(found.empty).toBeGreaterThan(0);
});

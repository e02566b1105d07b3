import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { newRandom } from "../../bench/random.ts";
import { readMasterKeys } from "../../server/secrets/master-keys.ts";
import { countByKey } from "../../server/store/personal-values.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId } from "../support/cast.ts";
import { urlOf, zhiben } from "../support/command.ts";
import { runCommand } from "../support/running-command.ts";
import { newWorld, type World } from "../support/world.ts";

const kills = Number(process.env.KEY_KILLS ?? 6);
const dice = newRandom(Number(process.env.KILL_SEED ?? Date.now() % 1_000_000));
const id = enterpriseId("copper");
const phone = "13987654321";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (let version = 1; version <= 40; version += 1) {
    const input = {
      phone: `139${String(87_654_281 + version)}`,
      principalPhone: `158${String(87_654_281 + version)}`,
    };
    const answer = await world.as("luo").act("enterprise", id, "amend", { version, input });
    expect(answer.status, answer.text).toBe(200);
  }
});

const shownPhone = async () => {
  const asked = { fields: ["phone"], reason: "核对" };
  const { body } = await world.as("luo").send("POST", `/api/registers/enterprise/entries/${id}/shown`, asked);
  return body.values;
};

const faults = async () => {
  const { vault, algorithm } = world.services;
  return (await verifyLedger(world.owner, algorithm, () => undefined, { vault })).faults;
};

test(`${kills} times killed in the midst of a rotation, every number opens, and the next one ends it`, async () => {
  const here = { DATABASE_URL: urlOf(world), ZHIBEN_DATA: world.dataDir };
  let killed = 0;
  for (let count = 0; count < kills; count += 1) {
    const rotating = runCommand(["keys", "rotate", "--data"], here);
    // As soon as it has drawn its first key, or goes on with one, and a little later.
    const begun = Date.now();
    const drawn = async () => (await readMasterKeys(world.keysFolder)).length;
    const before = await drawn();
    while ((await drawn()) === before && Date.now() - begun < 3_000) await after(2);
    await after(dice.below(60));
    rotating.child.kill("SIGKILL");
    if ((await rotating.ended).code === null) killed += 1;
    expect(await shownPhone()).toEqual({ phone });
    expect(await faults()).toEqual([]);
  }
  expect(killed).toBeGreaterThan(0);
  const done = await zhiben(world, ["keys", "rotate", "--data"]);
  expect(done, done.err).toMatchObject({ code: 0 });
  // All under one data key, that under one master key, and the product that ran all the while still reads and writes.
  expect((await countByKey(world.owner)).size).toBe(1);
  const { rows } = await world.owner.query("select distinct master from data_key");
  expect(rows).toHaveLength(1);
  const forgot = await zhiben(world, ["keys", "forget"]);
  expect(forgot.out).toMatch(/已删除/);
  expect(await readMasterKeys(world.keysFolder)).toHaveLength(1);
  expect(await shownPhone()).toEqual({ phone });
  const written = await world
    .as("luo")
    .act("enterprise", id, "amend", { version: 41, input: { phone: "13900000009" } });
  expect(written).toMatchObject({ status: 200 });
  expect(await faults()).toEqual([]);
});

test("without its master key nothing opens, the masks stay, and the command says what is missing", async () => {
  const here = { ZHIBEN_DATA: `${world.dataDir}/elsewhere` };
  const told = await zhiben(world, ["keys"], here);
  expect(told).toMatchObject({ code: 1 });
  expect(told.out).toMatch(/无法打开/);
  const rotated = await zhiben(world, ["keys", "rotate", "--data"], here);
  expect(rotated).toMatchObject({ code: 1 });
  expect(rotated.out).toMatch(/缺少它们的主密钥/);
  expect(await readMasterKeys(join(here.ZHIBEN_DATA, "keys"))).toEqual([]);
  expect((await zhiben(world, ["keys", "burn"])).err).toMatch(/用法：zhiben keys/);
});

import { beforeAll, expect, test } from "vitest";
import { enterprises } from "../support/cast.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const ledger = (name: string, rows: number) =>
  csvOf([
    ["隐患名称", "企业名称", "发现日期", "隐患来源"],
    ...Array.from({ length: rows }, (_, at) => [
      `${name} ${at}`,
      enterprises.copper.name,
      "2026-03-02",
      "部门检查",
    ]),
  ]);

const countOf = async (q: string) => (await world.as("lin").list("hazard", { q, count: "exact" })).total;

/** Waits until some of it has come in. */
async function underWay(id: string) {
  const lin = bringer(world.as("lin"));
  for (let looked = 0; looked < 2_000; looked += 1) {
    const { progress, state } = await lin.read(id);
    if (progress.row > 1 || state !== "running") return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("an import that is stopped keeps what came in, says so, and goes on with the rest when it is told to", async () => {
  const lin = bringer(world.as("lin"));
  const one = await lin.brought("hazard", "停.csv", ledger("停下", 4_000));
  await lin.tried(one);
  expect((await lin.post(one.id, "run", { choice: "good" })).status).toBe(200);
  await underWay(one.id);
  expect((await lin.post(one.id, "stop")).status).toBe(200);
  const stopped = await lin.rested(one.id);
  expect(stopped).toMatchObject({ state: "stopped", stopped: { code: "asked" } });
  expect(stopped.counts.add).toBeGreaterThan(0);
  expect(stopped.counts.add).toBeLessThan(4_000);
  expect(await countOf("停下")).toBe(stopped.counts.add);
  expect((await lin.post(one.id, "resume")).status).toBe(200);
  expect(await lin.rested(one.id)).toMatchObject({
    state: "done",
    counts: { add: 4_000, skip: 0, refuse: 0 },
  });
  expect(await countOf("停下")).toBe(4_000);
});

test("a server that stops in the middle gives it back, and another one brings in the rest, each row once", async () => {
  const lin = bringer(world.as("lin"));
  const other = await world.startAnother();
  const one = await lin.brought("hazard", "换.csv", ledger("换人", 4_000));
  await lin.tried(one);
  expect((await lin.post(one.id, "run", { choice: "good" })).status).toBe(200);
  await underWay(one.id);
  await other.stop();
  expect(await lin.rested(one.id)).toMatchObject({ state: "done", counts: { add: 4_000, skip: 0 } });
  expect(await countOf("换人")).toBe(4_000);
});

test("a trial that is stopped is as if it had not begun", async () => {
  const lin = bringer(world.as("lin"));
  const one = await lin.brought("hazard", "试.csv", ledger("试停", 4_000));
  const answer = await world.as("lin").send("PUT", `/api/imports/${one.id}/plan`, one.plan);
  expect(answer.status).toBe(200);
  await lin.post(one.id, "stop");
  const rested = await lin.rested(one.id);
  if (rested.state === "checked") return;
  expect(rested).toMatchObject({ state: "read", stopped: { code: "asked" }, counts: { add: 0 } });
  expect(await lin.tried(one)).toMatchObject({ state: "checked", counts: { add: 4_000 } });
});

test("nothing is stopped, run or gone on with that is not at work, tried or stopped", async () => {
  const lin = bringer(world.as("lin"));
  const one = await lin.brought("hazard", "错.csv", ledger("错序", 3));
  expect((await lin.post(one.id, "stop")).body.code).toBe("import-not-at-work");
  expect((await lin.post(one.id, "resume")).body.code).toBe("import-not-stopped");
  expect((await lin.post(one.id, "run", { choice: "good" })).body.code).toBe("import-brings-nothing");
  await lin.tried(one);
  await lin.run(one.id, "good");
  expect((await lin.post(one.id, "run", { choice: "good" })).body.code).toBe("import-at-work");
  expect((await world.as("lin").send("PUT", `/api/imports/${one.id}/plan`, one.plan)).body.code).toBe(
    "import-at-work",
  );
});

test("somebody else's import is not there for anybody else", async () => {
  const one = await bringer(world.as("lin")).brought("hazard", "林.csv", ledger("林", 3));
  const wang = world.as("wang");
  for (const path of ["", "/rows"])
    expect((await wang.get(`/api/imports/${one.id}${path}`)).status).toBe(404);
  expect((await wang.send("PUT", `/api/imports/${one.id}/plan`, one.plan)).status).toBe(404);
  for (const what of ["run", "stop", "resume"])
    expect((await wang.send("POST", `/api/imports/${one.id}/${what}`, { choice: "good" })).status).not.toBe(
      200,
    );
});

test("who does nothing in a register brings nothing into it", async () => {
  expect((await bringer(world.as("ji")).bring("hazard", "纪.csv", ledger("纪", 3))).body.code).toBe(
    "role-may-not",
  );
});

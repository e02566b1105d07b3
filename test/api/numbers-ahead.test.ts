import { beforeAll, expect, test } from "vitest";
import { StaleEntry } from "../../server/store/commit-errors.ts";
import { becomeCommitter, inOrder, inTransaction, type Transaction } from "../../server/store/database.ts";
import { drawAfter } from "../../server/store/numbering.ts";
import { enterprises } from "../support/cast.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

async function drawn(series: string): Promise<number | undefined> {
  const { rows } = await world.owner.query<{ drawn: number }>(
    "select drawn from number_series where series = $1",
    [series],
  );
  return rows[0]?.drawn;
}

const stands = (series: string, at: number) =>
  world.owner.query("insert into number_series (series, drawn) values ($1, $2)", [series, at]);

const draws = (series: string, before: number, after: number) => async (tx: Transaction) => {
  await becomeCommitter(tx);
  const drawing = drawAfter(tx, new Map([[series, before]]), new Map([[series, after]]));
  const behind = tx.query("insert into number_series (series, drawn) values ($1, 1)", [`${series}-behind`]);
  await inOrder([drawing, behind]);
};

test("numbers that were taken to be next are drawn where nobody drew before them", async () => {
  await stands("next", 7);
  await inTransaction(world.services.pool, undefined, draws("next", 7, 9));
  expect(await drawn("next")).toBe(9);
  expect(await drawn("next-behind")).toBe(1);
});

test("where somebody drew before them nothing is drawn, nor is anything written that was sent behind", async () => {
  await stands("moved", 8);
  const late = inTransaction(world.services.pool, undefined, draws("moved", 7, 9));
  await expect(late).rejects.toThrow(StaleEntry);
  expect(await drawn("moved")).toBe(8);
  expect(await drawn("moved-behind")).toBeUndefined();
});

test("entries that are opened while a table comes in neither leave a gap in the numbers nor lose a row", async () => {
  const lin = bringer(world.as("lin"));
  const rows = Array.from({ length: 3_000 }, (_, at) => [
    `同时 ${at}`,
    enterprises.copper.name,
    "2026-03-02",
    "部门检查",
  ]);
  const head = ["隐患名称", "企业名称", "发现日期", "隐患来源"];
  const one = await lin.brought("hazard", "同时.csv", csvOf([head, ...rows]));
  await lin.tried(one);
  expect((await lin.post(one.id, "run", { choice: "good" })).status).toBe(200);
  let opened = 0;
  while ((await lin.read(one.id)).state === "running") {
    await world.hazardBroughtTo("found");
    opened += 1;
  }
  expect(opened).toBeGreaterThan(0);
  expect(await lin.rested(one.id)).toMatchObject({ state: "done", counts: { add: 3_000, refuse: 0 } });
  const { rows: counted } = await world.owner.query<{ series: string; drawn: number; held: number }>(
    `select s.series, s.drawn, count(e.id) as held from number_series s
      join entry_hazard e on e.county = split_part(s.series, '/', 2) where s.series like 'hazard/%' group by s.series, s.drawn`,
  );
  expect(counted.length).toBeGreaterThan(0);
  for (const { series, drawn: last, held } of counted) expect(held, series).toBe(last);
});

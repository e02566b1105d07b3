import { beforeAll, expect, test } from "vitest";
import { enterprises } from "../support/cast.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const head = [
  "隐患名称",
  "企业名称",
  "发现日期",
  "隐患来源",
  "隐患等级",
  "办理环节",
  "登记日期",
  "进入当前环节",
  "办结日期",
  "监管（销号）单位",
];
const row = (title: string, ...more: readonly string[]) => [
  title,
  enterprises.copper.name,
  "2024-05-06",
  "部门检查",
  ...more,
];
const owner = "香格里拉市应急管理局";

test("a ledger of matters with a history is taken up by a head as it stands: state, days, and which file and row say so", async () => {
  const luo = bringer(world.as("luo"));
  const file = csvOf([
    head,
    row("旧隐患已销号", "一般", "已销号", "2024-05-07", "2024-06-01", "2024-06-01", owner),
    row("旧隐患没写办结", "一般", "已销号", "2024-05-07", "2024-06-01", "", owner),
    row("旧隐患日期倒置", "一般", "已销号", "2024-05-07", "2024-05-01", "2024-05-01", owner),
  ]);
  const one = await luo.brought("hazard", "历史台账.csv", file);
  expect(one.plan?.mode).toBe("record");
  const tried = await luo.tried(one);
  expect(tried.counts, JSON.stringify(await luo.rows(one.id))).toEqual({
    add: 1,
    change: 0,
    skip: 0,
    refuse: 2,
  });
  expect((await luo.rows(one.id, "refuse")).map(({ row: at, problems }) => [at, problems[0]?.field])).toEqual(
    [
      [3, "closedOn"],
      [4, "stateSince"],
    ],
  );
  await luo.run(one.id, "good");
  const [added] = await luo.rows(one.id, "add");
  const { entry } = await world.as("luo").entry("hazard", added?.entry ?? "");
  expect(entry).toMatchObject({
    state: "closed",
    version: 1,
    values: { openedOn: "2024-05-07", closedOn: "2024-06-01", recordedFrom: `${one.id}/2` },
  });
  const { lines, verified } = await world.as("luo").ledger("hazard", entry.id);
  expect({ acts: lines.map(({ act, day }) => [act, day]), verified }).toMatchObject({
    acts: [["record", expect.any(String)]],
    verified: true,
  });
});

test("an officer who is no head does not say alone that a matter was closed", async () => {
  const lin = bringer(world.as("lin"));
  const file = csvOf([
    head,
    row("旧隐患由执法员补录", "一般", "已销号", "2024-05-07", "2024-06-01", "2024-06-01", owner),
  ]);
  const one = await lin.brought("hazard", "历史.csv", file);
  await lin.tried(one);
  expect((await lin.rows(one.id, "refuse"))[0]?.problems.map(({ code }) => code)).toEqual([
    "history-closed-by-a-head",
  ]);
});

test("recorded matters that are still open come to nobody as news, and stand in the holder's list", async () => {
  const luo = bringer(world.as("luo"));
  const noticed = async () =>
    Number((await world.owner.query("select count(*) as n from notice")).rows[0]?.n);
  const before = await noticed();
  const open = ["已发现待判定", "2024-05-07", "2024-05-07", "", ""];
  const one = await luo.brought("hazard", "未结.csv", csvOf([head, row("旧隐患未结", "", ...open)]));
  const tried = await luo.tried(one, { mode: "record" });
  expect(tried.counts, JSON.stringify(await luo.rows(one.id))).toMatchObject({ add: 1 });
  await luo.run(one.id, "all");
  expect(await noticed()).toBe(before);
  const waiting = await world.as("lin").list("hazard", { todo: "mine", q: "旧隐患未结" });
  expect(waiting.entries).toHaveLength(1);
});

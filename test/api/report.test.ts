import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { firstDay } from "../support/cast.ts";
import { cellsOf, unzipped } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (let at = 0; at < 3; at++) await world.hazardFound({ foundOn: firstDay });
  await world.hazardBroughtTo("closed", "general");
});

const period = firstDay.slice(0, 4);
const report = (format: "docx" | "xlsx", query: string) =>
  world.as("yang").raw({ method: "GET", url: `/api/analysis/report.${format}?${query}` });

test("the workbook holds the figures that the indicators tell, and says over which days", async () => {
  const { status, bytes } = await report("xlsx", `period=${period}`);
  expect(status).toBe(200);
  const rows = cellsOf(bytes, 1);
  const found = rows.find(([name]) => name === "发现隐患");
  const told = z
    .object({ counted: z.number() })
    .parse(
      mustDo(
        await world.as("yang").get(`/api/indicators/hazards-found?from=${period}-01-01&to=${period}-12-31`),
      ).body,
    );
  expect(found?.[2]).toBe(told.counted);
  expect(told.counted).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).toContain(`时段：${period}-01-01 至 ${period}-12-31`);
});

describe.each(["docx", "xlsx"] as const)("of the %s", (format) => {
  test("every part that another names is there, and is XML", async () => {
    const files = unzipped((await report(format, `period=${period}`)).bytes);
    const relations = [...files].filter(([name]) => name.endsWith(".rels"));
    for (const [name, xml] of relations) {
      const folder = name.replace("_rels/", "").split("/").slice(0, -1).join("/");
      for (const [, target = ""] of xml.matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target, `http://x/${folder === "" ? "" : `${folder}/`}`).pathname.slice(1);
        expect([name, path, files.has(path)]).toEqual([name, path, true]);
      }
    }
    expect([...files.keys()].some((name) => name.includes("charts/chart"))).toBe(true);
  });

  test.each(["2026-13", "later", "2199-Q1"])("there is none of the period %s", async (name) => {
    const { status, body } = await report(format, `period=${name}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ problems: [{ field: "period" }] });
  });
});

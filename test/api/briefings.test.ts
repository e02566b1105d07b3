import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { aBriefing } from "../support/briefing-journeys.ts";
import type { PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { cellsOf, unzipped } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const ofApril = { ...aBriefing, title: "2026年4月治本攻坚情况通报", period: "2026-04" };
const signing = { issueYear: "2026" };

const act = async (name: PersonName, id: string, done: string, input = {}) => {
  const { version } = (await world.as(name).entry("briefing", id)).entry;
  return world.as(name).act("briefing", id, done, { version, input });
};
const drawnUp = async (by: PersonName = "zhang", own = {}) =>
  entryIn(
    mustDo(
      await world.as(by).send("POST", "/api/registers/briefing/entries", {
        act: "drawUp",
        input: { ...ofApril, ...own },
      }),
    ),
  ).id;
const issued = async (own = {}) => {
  const id = await drawnUp("zhang", own);
  mustDo(await act("zhang", id, "sendToSign"));
  mustDo(await act("yang", id, "signAndIssue", signing));
  return id;
};
const valuesOf = async (name: PersonName, id: string) => (await world.as(name).entry("briefing", id)).entry;

const side = z.object({ value: z.number().nullable(), rank: z.number().optional(), opens: z.string() });
const compared = z.object({
  figures: z.object({
    figures: z.array(
      z.object({
        indicator: z.string(),
        place: z.object({ zh: z.string() }),
        sector: z.literal(true).optional(),
        asOf: z.string(),
        frozen: side,
        today: side,
        reproduced: z.boolean(),
        difference: z.number().nullable(),
        changed: z.array(z.string()),
      }),
    ),
  }),
});
const figuresOf = async (name: PersonName, id: string) => {
  const { body } = mustDo(await world.as(name).get(`/api/registers/briefing/entries/${id}/figures`));
  return compared.parse(body).figures.figures;
};
const paper = async (name: PersonName, id: string, format: "docx" | "xlsx") =>
  world.as(name).raw({ method: "GET", url: `/api/briefings/${id}/paper.${format}` });
const sheetNamed = async (name: PersonName, id: string, heading: string) => {
  const { bytes, status } = await paper(name, id, "xlsx");
  expect(status).toBe(200);
  for (let at = 1; at < 9; at++) {
    const rows = cellsOf(bytes, at);
    if (rows[0]?.[0] === heading) return rows;
  }
  throw new Error(`The workbook has no sheet ${heading}`);
};
/** A hazard found on a day and entered on it, so that it is known before what is drawn up later. */
const found = (day: string, place: string) => {
  on(day);
  return world.hazardFound({ foundOn: day, place });
};

test("a briefing keeps its figures: the papers hold them after these have changed, and its page tells today's beside them", async () => {
  await found("2026-04-10", "一号车间");
  const mistaken = await found("2026-04-11", "二号车间");
  on("2026-05-06");
  const id = await issued();
  on("2026-05-20");
  const { version } = (await world.as("mei").entry("hazard", mistaken)).entry;
  mustDo(await world.as("mei").act("hazard", mistaken, "annul", { version, input: { reason: "误登" } }));

  const [whole, ...places] = await figuresOf("zhang", id);
  expect(whole).toMatchObject({
    indicator: "hazards-found",
    asOf: "2026-05-05",
    frozen: { value: 2 },
    today: { value: 1 },
    reproduced: true,
    difference: -1,
  });
  expect(places.find(({ place }) => place.zh === "香格里拉市")).toMatchObject({
    frozen: { value: 2 },
    today: { value: 1 },
  });
  // Sectors are told apart from regions: the first of each indicator are the region and those below it.
  expect(places.slice(0, 3).map(({ sector }) => sector)).toEqual([undefined, undefined, undefined]);
  expect(places.filter(({ indicator }) => indicator === whole?.indicator).at(-1)?.sector).toBe(true);
  for (const { reproduced, indicator, place } of [whole, ...places].filter((one) => one !== undefined))
    expect([indicator, place.zh, reproduced]).toEqual([indicator, place.zh, true]);

  for (const reader of ["zhang", "gesang"] as const) {
    const rows = await sheetNamed(reader, id, "总体情况");
    expect(rows.find(([name]) => name === "发现隐患")?.[2]).toBe(2);
    const regions = await sheetNamed(reader, id, "各地区情况");
    expect(regions.find(([name]) => name === "香格里拉市")?.[1]).toBe(2);
  }
  const document = unzipped((await paper("zhang", id, "docx")).bytes).get("word/document.xml") ?? "";
  expect(document).toContain("通报〔2026〕1号");
  expect(document).toContain("数字截至 2026-05-05 24时");
  expect(document).toMatch(/发现隐患<.*?<w:t xml:space="preserve">项<.*?<w:t xml:space="preserve">2</);
  expect(document).toContain("逾期隐患逐条督办");
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});

test.each(["docx", "xlsx"] as const)(
  "of its %s every part that another names is there, with charts",
  async (format) => {
    await found("2026-04-10", "一号车间");
    on("2026-05-06");
    const files = unzipped((await paper("zhang", await issued(), format)).bytes);
    for (const [name, xml] of [...files].filter(([name]) => name.endsWith(".rels"))) {
      const folder = name.replace("_rels/", "").split("/").slice(0, -1).join("/");
      for (const [, target = ""] of xml.matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target, `http://x/${folder === "" ? "" : `${folder}/`}`).pathname.slice(1);
        expect([name, path, files.has(path)]).toEqual([name, path, true]);
      }
    }
    // By region, by sector, and the ranking.
    expect([...files.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(3);
  },
);

test("a draft says in its paper that it is one", async () => {
  on("2026-05-06");
  const document = unzipped((await paper("zhang", await drawnUp(), "docx")).bytes).get("word/document.xml");
  expect(document).toContain("拟稿");
  expect(document).not.toContain("〔2026〕");
});

test("those to whom it goes see it once it is issued, acknowledge it, and the office sees who has not", async () => {
  on("2026-05-06");
  const id = await drawnUp();
  mustDo(await act("zhang", id, "sendToSign"));
  const path = `/api/registers/briefing/entries/${id}`;
  for (const reader of ["gesang", "gao"] as const) {
    expect((await world.as(reader).get(path)).status).toBe(404);
    expect((await paper(reader, id, "xlsx")).status).toBe(404);
  }
  expect((await act("zhang", id, "signAndIssue", signing)).body.code).toBe("briefing-own-signature");
  mustDo(await act("yang", id, "signAndIssue", signing));
  expect((await world.as("he").get(path)).status).toBe(404);
  expect((await world.as("mei").get(path)).status).toBe(404);
  const { values, state, due } = await valuesOf("zhang", id);
  expect(state).toBe("circulated");
  expect(due?.on).toBe("2026-05-12");
  expect(values.awaited).toEqual([
    organisationId("xianggelila-anweiban"),
    organisationId("xianggelila-chanye-yuanqu"),
  ]);
  mustDo(await act("gesang", id, "acknowledge"));
  expect((await act("gesang", id, "acknowledge")).body.code).toBe("briefing-not-addressed");
  expect((await valuesOf("zhang", id)).values.awaited).toEqual([organisationId("xianggelila-chanye-yuanqu")]);
  mustDo(await act("gao", id, "acknowledgeLast"));
  const all = await valuesOf("zhang", id);
  expect([all.state, all.values.awaited]).toEqual(["acknowledged", undefined]);
});

test("its correction has the next number of the office and supersedes it; another office counts for itself", async () => {
  on("2026-05-06");
  const first = await issued();
  const second = await issued({ corrects: first, title: "2026年4月情况通报（更正）" });
  const [old, own] = [await valuesOf("zhang", first), await valuesOf("zhang", second)];
  expect([old.state, old.values.supersededBy, old.values.issueNumber]).toEqual([
    "superseded",
    second,
    "通报〔2026〕1号",
  ]);
  expect(own.values.issueNumber).toBe("通报〔2026〕2号");
  const again = await world.as("zhang").send("POST", "/api/registers/briefing/entries", {
    act: "drawUp",
    input: { ...ofApril, corrects: first },
  });
  expect(again.body.code).toBe("briefing-not-to-correct");
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});

test("two that are signed at once have two numbers", async () => {
  on("2026-05-06");
  const ids = [await drawnUp(), await drawnUp()];
  for (const id of ids) mustDo(await act("zhang", id, "sendToSign"));
  await Promise.all(ids.map((id) => act("yang", id, "signAndIssue", signing)));
  for (const id of ids)
    if ((await valuesOf("zhang", id)).state === "toSign")
      mustDo(await act("yang", id, "signAndIssue", signing));
  const numbers = await Promise.all(ids.map(async (id) => (await valuesOf("zhang", id)).values.issueNumber));
  expect(numbers.toSorted()).toEqual(["通报〔2026〕1号", "通报〔2026〕2号"]);
});

test("nobody types in figures or ranks, and none is drawn up of a period that still runs", async () => {
  on("2026-05-06");
  const opened = (input: object) =>
    world.as("zhang").send("POST", "/api/registers/briefing/entries", { act: "drawUp", input });
  expect((await opened({ ...ofApril, figures: [] })).body.code).toBe("input-invalid");
  expect((await opened({ ...ofApril, period: "2026-Q2" })).body.code).toBe("briefing-period-not-over");
  expect((await opened({ ...ofApril, indicators: ["clicks"] })).body.code).toBe("input-invalid");
});

test("what is few over people is told in no paper, nor what would give it away", async () => {
  on("2026-04-10");
  await world.hazardFound({ source: "staffReport", foundOn: "2026-04-10" });
  on("2026-05-06");
  const id = await issued({ indicators: ["staff-reported"] });
  const rows = (await sheetNamed("gesang", id, "总体情况")).flat();
  expect(rows).toContain("<3");
  const regions = await sheetNamed("gesang", id, "各地区情况");
  expect(regions.find(([name]) => name === "香格里拉市")?.[1]).toBe("<3");
  const [whole] = (await figuresOf("zhang", id)).filter(({ indicator }) => indicator === "staff-reported");
  expect(whole?.frozen.value).toBe(1);
  const told = await figuresOf("gesang", id);
  expect(told.map(({ frozen }) => frozen.value).filter((value) => value === 1)).toEqual([]);
});

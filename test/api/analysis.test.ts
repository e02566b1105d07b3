import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { type PivotAnswer, pivotAnswer } from "../../server/routes/pivot-shapes.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import { aHazard } from "../support/paths.ts";
import { storm } from "../support/storm.ts";
import { cellsOf } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let lastDay: string;
beforeAll(async () => {
  world = await newWorld();
  // What the storm does depends on who comes first; the park has something open in any case.
  const inPark = {
    ownership: "prefecture",
    highRisk: true,
    park: organisationId("xianggelila-chanye-yuanqu"),
  };
  mustDo(
    await world.as("luo").act("enterprise", enterpriseId("copper"), "amend", { version: 1, input: inPark }),
  );
  await world.hazardBroughtTo("rectifying");
  for (let at = 0; at < 3; at++) await world.hazardBroughtTo("closed", "general");
  await world.hazardBroughtTo("closed");
  await storm(world, { seed: 83, rounds: 160, atOnce: 4 });
  lastDay = dayInShanghai(world.clock.now);
});

const days = "from=2023-06-01";
async function pivot(name: PersonName, query: string): Promise<PivotAnswer> {
  const { status, body } = await world.as(name).get(`/api/analysis?${days}&${query}`);
  expect([query, status, body.problems]).toEqual([query, 200, undefined]);
  return pivotAnswer.parse(body);
}

type FigureView = PivotAnswer["rows"][number]["cells"][number];

/** Every figure of a table: in the middle, at the end of its lines, and those beside. */
const figuresOf = ({ columns, rows, whole }: PivotAnswer): readonly FigureView[] =>
  [
    ...columns.map(({ figure }) => figure),
    ...rows.flatMap(({ figure, before, yearBefore, cells }) => [figure, before, yearBefore, ...cells]),
    ...(whole === null ? [] : [whole.figure, whole.before, whole.yearBefore]),
  ].flatMap((figure) => figure ?? []);

const list = z.object({ total: z.number(), counted: z.object({ unseen: z.number() }) });

/** How many rows each list has, told once for each address. */
async function hold(name: PersonName, answer: PivotAnswer, sums: boolean) {
  const wanted = new Map<string, number | undefined>();
  for (const { opens, counted, opensOf, of } of figuresOf(answer)) {
    if (!sums) wanted.set(opens, counted);
    if (opensOf !== undefined) wanted.set(opensOf, of);
  }
  for (const [opens, counted] of wanted) {
    const { body } = mustDo(await world.as(name).get(`${opens}&count=exact&limit=1`));
    const { total, counted: told } = list.parse(body);
    // What is told by a field of entries is told of those in sight alone.
    const unseen = opens.includes("&") ? 0 : told.unseen;
    expect([opens, total + unseen]).toEqual([opens, counted]);
  }
  return wanted.size;
}

const tables = [
  "indicator=hazards-found&rows=region&columns=sector",
  "indicator=hazards-found&rows=kind&columns=quarter",
  "indicator=hazards-open&rows=month&columns=level",
  "indicator=hazards-overdue&rows=township&columns=year",
  "indicator=self-found-share&rows=organisation&only=nothing",
  "indicator=self-found-share&rows=sector&columns=region",
  "indicator=on-time-rate&rows=organisation&order=least",
  "indicator=dynamic-zero-rate&rows=park&columns=region",
  "indicator=repeated-share&rows=item",
  "indicator=hazards-found&rows=item",
  "indicator=days-to-close&rows=days",
  "indicator=days-to-close&rows=region&columns=level",
  "indicator=enterprises&rows=sector&columns=region",
] as const;

describe.each(["yang", "gesang", "lin", "duan", "gao", "mei"] as const)("of what %s sees", (name) => {
  test("every number of every table opens a list that has exactly as many rows", {
    timeout: 120_000,
  }, async () => {
    let opened = 0;
    for (const query of tables) {
      const answer = await pivot(name, query);
      opened += await hold(name, answer, query.includes("days-to-close&rows=region"));
    }
    expect(opened).toBeGreaterThan(tables.length);
  });
});

test("the storm left something in every table", async () => {
  const empty: string[] = [];
  for (const query of tables)
    if ((await pivot("yang", query)).rows.length === 0 && !query.includes("only=")) empty.push(query);
  expect(empty).toEqual([]);
  const { rows } = await pivot("yang", "indicator=days-to-close&rows=days");
  expect(rows.reduce((total, { figure }) => total + (figure?.counted ?? 0), 0)).toBeGreaterThan(3);
});

test("what stands at the end of a line is told apart: added up, worked out anew, or not at all", async () => {
  const totalOf = async (query: string) => (await pivot("yang", query)).total;
  expect(await totalOf("indicator=hazards-found&rows=region&columns=month")).toEqual({
    rows: "sum",
    columns: "sum",
  });
  expect(await totalOf("indicator=hazards-open&rows=region&columns=month")).toEqual({
    rows: "sum",
    columns: "none",
  });
  expect(await totalOf("indicator=self-found-share&rows=region")).toEqual({ rows: "anew", columns: "none" });
  expect(await totalOf("indicator=hazards-found&rows=item")).toEqual({ rows: "none", columns: "none" });
});

test("regions are told a level below the one that is looked at", async () => {
  const county = await pivot("yang", "indicator=hazards-found&rows=region");
  expect(county.by.rows.name).toBe("county");
  const [first] = county.rows;
  const below = await pivot("yang", `indicator=hazards-found&rows=region&region=${first?.code}`);
  expect(below.by.rows.name).toBe("township");
  expect(below.whole?.figure.counted).toBe(first?.figure?.counted);
  expect(below.cut).toEqual([{ name: "region", code: first?.code, words: first?.words }]);
});

test("who finds nothing of what is found there stands by how much others found", async () => {
  const own = await newWorld();
  for (const [who, firm] of [
    ["lin", "copper"],
    ["chen", "timber"],
    ["chen", "timber"],
  ] as const) {
    const input = aHazard({ organisation: enterpriseId(firm), source: "inspection" });
    mustDo(await own.as(who).open("hazard", { input }));
  }
  const query = "indicator=self-found-share&rows=organisation&only=nothing";
  const { rows, whole } = pivotAnswer.parse(mustDo(await own.as("yang").get(`/api/analysis?${query}`)).body);
  expect(rows[0]?.code).toBe(enterpriseId("timber"));
  expect(rows.every(({ figure }) => figure?.counted === 0 && (figure.of ?? 0) > 0)).toBe(true);
  const found = rows.map(({ figure }) => figure?.of ?? 0);
  expect(found).toEqual(found.toSorted((one, other) => other - one));
  expect(whole).toBeNull();
});

test("an enterprise's table is its own", async () => {
  const { rows } = await pivot("mei", "indicator=hazards-open&rows=organisation");
  expect(rows.map(({ code }) => code)).toEqual([enterpriseId("copper")]);
});

test.each([
  ["no such indicator", "indicator=happiness&rows=region", "indicator"],
  ["no such rows", "indicator=hazards-found&rows=colour", "rows"],
  ["no such columns", "indicator=hazards-found&rows=region&columns=colour", "columns"],
  ["rows as columns", "indicator=hazards-found&rows=sector&columns=sector", "columns"],
  ["two kinds of time", "indicator=hazards-found&rows=month&columns=year", "columns"],
  ["two kinds of place", "indicator=hazards-found&rows=county&columns=township", "columns"],
  ["enterprises day by day", "indicator=hazards-found&rows=organisation&columns=day", "columns"],
  ["items by columns", "indicator=hazards-found&rows=item&columns=month", "columns"],
  ["days of what takes none", "indicator=hazards-found&rows=days", "rows"],
  ["items of what cites none", "indicator=enterprises&rows=item", "rows"],
  ["kinds of what has none", "indicator=enterprises&rows=kind", "rows"],
  [
    "columns that nobody can read",
    "indicator=hazards-found&rows=region&columns=day&from=2026-01-01&to=2026-06-30",
    "columns",
  ],
  ["rows that nobody can read", "indicator=hazards-found&rows=day&from=2025-01-01&to=2026-06-30", "rows"],
  ["nothing of a number", "indicator=hazards-found&rows=region&only=nothing", "only"],
  [
    "a period that ends before it begins",
    "indicator=hazards-found&rows=region&from=2026-03-02&to=2026-03-01",
    "from",
  ],
  ["what will be known", "indicator=hazards-found&rows=region&asOf=2030-01-01", "asOf"],
])("there is no table of %s", async (_, query, field) => {
  for (const path of ["/api/analysis", "/api/analysis.xlsx"]) {
    const { status, body } = await world.as("yang").get(`${path}?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "malformed-request", problems: [{ field }] });
  }
});

test("a table is taken out as it stands, with the days and the place written in, and the log tells of it", async () => {
  const query = "indicator=self-found-share&rows=region&columns=level&region=533400";
  const shown = await pivot("yang", `${query}&asOf=${lastDay}`);
  const { status, bytes } = await world
    .as("yang")
    .raw({ method: "GET", url: `/api/analysis.xlsx?${days}&${query}&asOf=${lastDay}` });
  expect(status).toBe(200);
  const rows = cellsOf(bytes);
  const text = JSON.stringify(rows);
  expect(text).toContain("时段：2023-06-01 至");
  expect(text).toContain(`按 ${lastDay} 当时所知`);
  expect(text).toContain("迪庆");
  const body = rows.slice(-(shown.rows.length + 1));
  for (const [at, row] of shown.rows.entries()) {
    const figures = [...row.cells, row.figure].flatMap((figure) => [
      figure?.value ?? "",
      figure?.counted ?? "",
      figure?.of ?? "",
    ]);
    expect(body[at]?.slice(0, figures.length + 1)).toEqual([row.words.zh, ...figures]);
  }
  const { body: log } = await world.as("shen").get("/api/audit?event=figuresExported");
  expect(log.lines).toContainEqual(
    expect.objectContaining({
      says: expect.objectContaining({ zh: expect.stringContaining("企业自查发现占比") }),
    }),
  );
});

describe("a view of the analysis", () => {
  const view = { indicator: "hazards-open", rows: "region", columns: "level", chart: "stack" };
  const keep = (body: object) =>
    world
      .as("yang")
      .send("POST", "/api/searches", { register: "analysis", name: "未销号", notifies: false, ...body });

  test("is kept as a search is", async () => {
    const { status } = await keep({ filters: view });
    expect(status).toBe(201);
    const { body } = await world.as("yang").get("/api/searches");
    expect(body.searches).toContainEqual(expect.objectContaining({ register: "analysis", filters: view }));
  });

  test.each([
    ["that nothing could show", { filters: { ...view, rows: "colour" } }, "filters.rows"],
    ["of what the page does not know", { filters: { ...view, colour: "red" } }, "filters"],
    ["in a chart that is none", { filters: { ...view, chart: "cake" } }, "filters.chart"],
    ["that would tell of itself", { filters: view, notifies: true }, "notifies"],
  ])("is not kept %s", async (_, body, field) => {
    const answer = await keep(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems: [{ field: expect.stringContaining(field) }] });
  });
});

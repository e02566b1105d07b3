import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row } from "../../test/support/builders.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { FrozenFigure } from "../register/figures.ts";
import { report } from "./report.ts";
import { type ReportRules, reportDuties, reportFigures, reportsOn } from "./report-duty.ts";

const county = organisationId("xianggelila-anweiban");
const office = organisationId("zhou-anweiban");
const month = {
  title: "三年行动月报（2026年4月，香格里拉市安委办）",
  kind: "county-month",
  every: "month",
  organisation: county,
  receiver: office,
  period: "2026-04",
  periodFrom: "2026-04-01",
  periodTo: "2026-04-30",
  due: "2026-05-11",
  openUntil: "2026-05-31",
  asks: ["problems"],
} as const;
const figure = (asOf: string, value: number): FrozenFigure => ({
  indicator: "hazards-found",
  name: { zh: "发现隐患", en: "Hazards found" },
  formula: { unit: "item", counts: { count: "hazard.found", over: "period" } },
  cut: { region: "533401" },
  from: month.periodFrom,
  to: month.periodTo,
  asOf,
  value,
  counted: value,
});
const opened = [figure("2026-04-30", 3)];
const engine = { ...person("zhang"), role: "system" as const, region: "" };

function entryIn(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("report", idOfName("test-report"));
  const values = {
    ...month,
    region: "533401",
    figures: opened,
    openedOn: "2026-05-01",
    stateSince: "2026-05-01",
    ...(state === "toSend" ? {} : { sentBy: person("gesang").id, firstSentOn: "2026-05-06", problems: "无" }),
    ...own,
  };
  return { id: idOfName("test-report"), register: "report", version: 2, state, values };
}

type Tried = Partial<Pick<Row, "by" | "state" | "own" | "input" | "facts">> & { readonly on?: string };

function tryOn(
  act: string,
  { by = "gesang", state = "toSend", own, input = {}, facts = {}, on = "2026-05-06" }: Tried,
) {
  const actor = act === "open" || act === "lockWhenOver" ? engine : person(by);
  const [unit, receives] = [county, office].map((id) => organisationFact(campaign, id));
  const organisations = { ...(unit && { organisation: unit }), ...(receives && { receiver: receives }) };
  return decide({
    register: report,
    entry: entryIn(state, own),
    facts: plainFacts(
      {
        places: placeFacts(campaign, report, input),
        organisations: act === "open" ? organisations : {},
        figures: [figure("2026-05-05", 4)],
        ...facts,
      },
      on,
    ),
    act,
    input,
    actor,
    now: `${on}T01:00:00.000Z`,
  });
}

const resultOf = (decision: ReturnType<typeof tryOn>) =>
  "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;
const afterDoing = (act: string, tried: Tried) => {
  const decision = tryOn(act, tried);
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0].after.values;
};
const sent = { input: { problems: "无" } };

describe("opening a report", () => {
  test.each<Tried & { readonly story: string; readonly gives: string }>([
    { story: "the calendar opens it once the period is over", gives: "toSend" },
    { story: "not on the period's last day", on: "2026-04-30", gives: "report-period-not-closed" },
  ])("$story", ({ gives, ...tried }) => {
    expect(resultOf(tryOn("open", { state: "", input: month, ...tried }))).toBe(gives);
  });

  test("fills in the figures, the region and the key", () => {
    expect(
      afterDoing("open", { state: "", input: month, on: "2026-05-01", facts: { figures: opened } }),
    ).toMatchObject({
      figures: opened,
      region: "533401",
      reportKey: `county-month/${county}/2026-04`,
      dueOn: "2026-05-11",
      holder: county,
    });
  });
});

describe("sending it", () => {
  test.each<Tried & { readonly story: string; readonly gives: string }>([
    { story: "its unit sends it", gives: "submitted" },
    { story: "returned, it is sent again", state: "returned", gives: "submitted" },
    { story: "twice it is not sent", state: "submitted", gives: "act-not-open-in-this-state" },
    { story: "nor once it was accepted", state: "received", gives: "act-not-open-in-this-state" },
    { story: "nor once it is locked", state: "locked", gives: "act-not-open-in-this-state" },
    { story: "the office that receives it does not send it", by: "zhang", gives: "report-of-another-unit" },
    { story: "a bureau of the county may not", by: "luo", gives: "report-of-another-unit" },
    { story: "nor somebody of another county", by: "he", gives: "out-of-scope" },
    {
      story: "not before the period is over, wherever its clock stands",
      own: { periodTo: "2026-05-31" },
      gives: "report-period-not-closed",
    },
    { story: "what it asks in words must be there", input: {}, gives: "report-answer-missing" },
    {
      story: "figures are no input",
      input: { problems: "无", figures: opened },
      gives: "input-invalid",
    },
  ])("$story", ({ gives, ...tried }) => {
    expect(resultOf(tryOn("submit", { ...sent, ...tried }))).toBe(gives);
  });

  test("freezes the figures as they were counted for it, and keeps the first day on which it was sent", () => {
    const first = afterDoing("submit", sent);
    expect(first).toMatchObject({
      figures: [figure("2026-05-05", 4)],
      firstSentOn: "2026-05-06",
      sentOn: "2026-05-06",
    });
    const again = afterDoing("submit", { ...sent, state: "returned", on: "2026-05-20" });
    expect(again).toMatchObject({ firstSentOn: "2026-05-06", sentOn: "2026-05-20" });
  });

  test("what was written before is offered again and need not be written anew", () => {
    expect(resultOf(tryOn("submit", { state: "returned", input: {} }))).toBe("submitted");
  });
});

describe("what its unit and its receiver do then", () => {
  test.each<Tried & { readonly act: string; readonly story: string; readonly gives: string }>([
    { act: "withdraw", story: "the unit withdraws it", gives: "toSend" },
    {
      act: "withdraw",
      story: "not once it was accepted",
      state: "received",
      gives: "act-not-open-in-this-state",
    },
    { act: "withdraw", story: "another unit does not", by: "zhang", gives: "report-of-another-unit" },
    { act: "accept", story: "the office accepts it", by: "zhang", gives: "received" },
    {
      act: "accept",
      story: "not what was not sent",
      by: "zhang",
      state: "toSend",
      gives: "act-not-open-in-this-state",
    },
    { act: "accept", story: "nobody accepts at another office", gives: "report-received-elsewhere" },
    { act: "accept", story: "a leader does not", by: "yang", gives: "role-may-not" },
    {
      act: "accept",
      story: "nor whoever sent it, in another post",
      by: "zhang",
      own: { sentBy: person("zhang").id },
      gives: "report-own-acceptance",
    },
    {
      act: "sendBack",
      story: "the office returns it with a reason",
      by: "zhang",
      input: { reason: "请补充" },
      gives: "returned",
    },
    { act: "sendBack", story: "not without one", by: "zhang", gives: "input-invalid" },
    {
      act: "sendBack",
      story: "another office does not",
      input: { reason: "请补充" },
      gives: "report-received-elsewhere",
    },
    {
      act: "reopen",
      story: "what was accepted is reopened with a reason",
      by: "zhang",
      state: "received",
      input: { reason: "有误" },
      gives: "returned",
    },
    { act: "reopen", story: "not without one", by: "zhang", state: "received", gives: "input-invalid" },
    {
      act: "reopen",
      story: "not by the unit",
      state: "received",
      input: { reason: "有误" },
      gives: "report-received-elsewhere",
    },
    {
      act: "reopen",
      story: "never once it is locked",
      by: "zhang",
      state: "locked",
      input: { reason: "有误" },
      gives: "act-not-open-in-this-state",
    },
    { act: "lock", story: "the office locks it early", by: "zhang", state: "received", gives: "locked" },
    {
      act: "lock",
      story: "not what was not accepted",
      by: "zhang",
      state: "submitted",
      gives: "act-not-open-in-this-state",
    },
    { act: "lock", story: "not by the unit", state: "received", gives: "report-received-elsewhere" },
    {
      act: "lockWhenOver",
      story: "the calendar locks it",
      state: "received",
      on: "2026-06-01",
      gives: "locked",
    },
  ])("$act: $story", ({ act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, { state: "submitted", ...tried }))).toBe(gives);
  });

  test("neither acceptance nor lock touches the figures", () => {
    for (const [act, state] of [
      ["accept", "submitted"],
      ["lock", "received"],
    ] as const)
      expect(afterDoing(act, { by: "zhang", state }).figures).toEqual(opened);
  });
});

describe("which reports are owed", () => {
  const duties = reportDuties(campaign.pack, "zhou-anweiban");
  const rules: ReportRules = {
    since: "2026-04-01",
    campaign: campaign.pack.plan,
    calendar: campaign.calendar,
    clockOf: () => ({ within: 5, unit: "workingDay" }),
    receiver: office,
    idOf: (id) => id,
  };
  const owing = (kind: string) => duties.filter((duty) => duty.kind.id === kind).map(({ unit }) => unit.id);

  test("each month by the counties' offices and the park, each quarter by the departments too, never by who receives them", () => {
    expect(owing("county-month")).toEqual([
      "xianggelila-chanye-yuanqu",
      "xianggelila-anweiban",
      "deqin-anweiban",
      "weixi-anweiban",
    ]);
    expect(owing("campaign-quarter")).toEqual(expect.arrayContaining(["zhou-yingji", "deqin-anweiban"]));
    expect(owing("campaign-quarter")).not.toContain("zhou-anweiban");
  });

  test("once a period is over, each once, also after a gap, and nothing of a period before the first", () => {
    const [duty] = duties.filter(
      ({ kind, unit }) => kind.id === "county-month" && unit.id === "deqin-anweiban",
    );
    if (duty === undefined) throw new Error("No such duty");
    const told = (day: string) =>
      reportsOn(duty, day, rules).map(({ input }) => [input.period, input.due, input.openUntil]);
    expect(told("2026-04-30")).toEqual([]);
    expect(told("2026-05-01")).toEqual([["2026-04", "2026-05-11", "2026-05-31"]]);
    expect(told("2026-07-15").map(([period]) => period)).toEqual(["2026-04", "2026-05", "2026-06"]);
  });

  test.each([
    ["xianggelila-anweiban", { region: "533401" }],
    ["xianggelila-chanye-yuanqu", { region: "5334", park: organisationId("xianggelila-chanye-yuanqu") }],
    ["zhou-zhujian", { region: "5334", sectors: ["S07", "S08"] }],
  ])("what %s reports is its own", (unit, cut) => {
    const entry = entryIn("toSend", { organisation: organisationId(unit) });
    const wanted = reportFigures({
      entry,
      input: {},
      actor: engine,
      day: "2026-05-06",
      pack: campaign.pack,
      organisation: (id) => organisationFact(campaign, id),
      packId: (id) => campaign.organisations.get(id)?.id,
      isToldBySector: () => true,
    });
    expect(wanted[0]).toEqual({ indicator: "hazards-found", cut, from: "2026-04-01", to: "2026-04-30" });
  });
});

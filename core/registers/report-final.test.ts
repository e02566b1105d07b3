import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, parametersOn, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row } from "../../test/support/builders.ts";
import { verdicts } from "../../test/support/verdicts.ts";
import { provingIndicators } from "../campaign/plan-targets.ts";
import { decide } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { report } from "./report.ts";
import { reportDuties, reportFigures, reportsOn } from "./report-duty.ts";

const county = organisationId("xianggelila-anweiban");
const office = organisationId("zhou-anweiban");
const final = {
  title: "三年行动终期评估（2024—2026年，香格里拉市安委办）",
  kind: "campaign-final",
  every: "campaign",
  organisation: county,
  receiver: office,
  region: "533401",
  period: "2024-2026",
  periodFrom: "2024-01-01",
  periodTo: "2026-12-31",
  due: "2027-01-29",
  openUntil: "2027-12-31",
  asks: ["results", "problems", "standing"],
  openedOn: "2027-01-01",
  stateSince: "2027-01-01",
} as const;
const own = { organisation: office, region: "5334" };
const account = { results: "重大隐患动态清零", problems: "小微企业自查质量不高", standing: "月度带队自查" };
const monthly = { every: "month", kind: "county-month", period: "2026-12", periodFrom: "2026-12-01" };

type Tried = Partial<Pick<Row, "by" | "state" | "own" | "input">> & {
  readonly on?: string;
  readonly others?: readonly Values[];
};

const entryOf = (state: string, values: Values): Entry => ({
  id: idOfName("test-final"),
  register: "report",
  version: 2,
  state,
  values: { ...final, ...values },
});

function tryOn(
  act: string,
  { by = "gesang", state = "toSend", own: values = {}, input = {}, on = "2027-01-05", others = [] }: Tried,
) {
  const facts = {
    places: placeFacts(campaign, report, input),
    figures: [],
    verdicts,
    others: others.map((one) => entryOf("toSend", one)),
  };
  return decide({
    register: report,
    entry: entryOf(state, values),
    facts: plainFacts(facts, on),
    act,
    input,
    actor: person(by),
    now: `${on}T01:00:00.000Z`,
  });
}

const resultOf = (decision: ReturnType<typeof tryOn>) =>
  "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;

type Rows = readonly (Tried & { readonly act: string; readonly story: string; readonly gives: string })[];

const evaluating: Rows = [
  { act: "evaluate", story: "its unit hands it in", input: account, gives: "submitted" },
  { act: "evaluate", story: "returned, again", state: "returned", input: account, gives: "submitted" },
  {
    act: "evaluate",
    story: "not while the campaign runs",
    on: "2026-12-31",
    input: account,
    gives: "report-period-not-closed",
  },
  {
    act: "evaluate",
    story: "not without what goes into the standing mechanism",
    input: { results: "有", problems: "无" },
    gives: "report-answer-missing",
  },
  {
    act: "evaluate",
    story: "not by another unit",
    by: "luo",
    input: account,
    gives: "report-of-another-unit",
  },
  {
    act: "evaluate",
    story: "not what comes month by month",
    own: monthly,
    input: account,
    gives: "report-act-of-another-kind",
  },
  { act: "submit", story: "nor is it sent as that", gives: "report-act-of-another-kind" },
  {
    act: "evaluate",
    story: "the office's own is handed in to nobody",
    by: "zhang",
    own,
    input: account,
    gives: "report-act-of-another-kind",
  },
  {
    act: "accept",
    story: "not by who handed it in, in another post",
    by: "zhang",
    state: "submitted",
    own: { sentBy: person("zhang").id },
    gives: "report-own-acceptance",
  },
  { act: "accept", story: "by the office", by: "zhang", state: "submitted", gives: "received" },
  {
    act: "reopen",
    story: "while the office's own is open",
    by: "zhang",
    state: "received",
    input: { reason: "有误" },
    others: [own],
    gives: "returned",
  },
  {
    act: "reopen",
    story: "never once the campaign is closed, whoever has not handed in",
    by: "zhang",
    state: "received",
    input: { reason: "有误" },
    others: [{ organisation: organisationId("deqin-anweiban") }],
    gives: "report-campaign-concluded",
  },
  {
    act: "reopen",
    story: "a monthly one whatever became of the campaign",
    by: "zhang",
    state: "received",
    own: monthly,
    input: { reason: "有误" },
    gives: "returned",
  },
];

const closing: Rows = [
  { act: "conclude", story: "the office closes it", by: "zhang", own, input: account, gives: "concluded" },
  {
    act: "conclude",
    story: "not while the campaign runs",
    by: "zhang",
    own,
    on: "2026-12-31",
    input: account,
    gives: "report-period-not-closed",
  },
  {
    act: "conclude",
    story: "not without its account",
    by: "zhang",
    own,
    gives: "report-answer-missing",
  },
  {
    act: "conclude",
    story: "not over a unit that is missing",
    by: "zhang",
    own,
    input: account,
    others: [{}],
    gives: "report-evaluations-outstanding",
  },
  {
    act: "conclude",
    story: "but with the reason",
    by: "zhang",
    own,
    input: { ...account, missingUnits: "香格里拉市安委办：机构调整" },
    others: [{}],
    gives: "concluded",
  },
  { act: "conclude", story: "no unit does", input: account, gives: "report-act-of-another-kind" },
  {
    act: "conclude",
    story: "nor another office",
    own,
    input: account,
    gives: "out-of-scope",
  },
  {
    act: "conclude",
    story: "nor a leader",
    by: "yang",
    own,
    input: account,
    gives: "role-may-not",
  },
  {
    act: "conclude",
    story: "nobody types what the targets came to",
    by: "zhang",
    own,
    input: { ...account, verdicts },
    gives: "input-invalid",
  },
  ...["conclude", "evaluate", "reopen", "lock", "sendBack"].map((act) => ({
    act,
    story: "nothing follows",
    by: "zhang" as const,
    state: "concluded",
    own,
    gives: "act-not-open-in-this-state",
  })),
];

describe("the evaluation of a unit", () => {
  test.each(evaluating)("$act: $story", ({ act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });
});

describe("the closing of a campaign", () => {
  test.each(closing)("$act: $story", ({ act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  test("keeps what every target came to, who closed it and when", () => {
    const decision = tryOn("conclude", { by: "zhang", own, input: account });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[0].after.values).toMatchObject({
      verdicts,
      concludedOn: "2027-01-05",
      concludedBy: person("zhang").id,
      firstSentOn: "2027-01-05",
    });
  });
});

describe("which evaluations are owed", () => {
  const duties = reportDuties(campaign.pack, "zhou-anweiban").filter(({ kind }) => kind.every === "campaign");
  const openings = (day: string, since: string) =>
    duties.flatMap((duty) =>
      reportsOn(duty, day, {
        since,
        campaign: campaign.pack.plan,
        calendar: campaign.calendar,
        clockOf: (name) => parametersOn(campaign, day).clocks[name],
        receiver: office,
        idOf: (id) => id,
      }),
    );

  test("by every unit of the board once, and by the office that closes the campaign", () => {
    const units = duties.map(({ unit }) => unit.id);
    expect(units).toEqual(expect.arrayContaining(["zhou-anweiban", "deqin-anweiban", "zhou-yingji"]));
    expect(units).toContain("xianggelila-chanye-yuanqu");
    expect(new Set(units).size).toBe(units.length);
  });

  test("once its last day is over, and never where the installation began after it", () => {
    expect(openings("2026-12-31", "2026-04-01")).toEqual([]);
    const owed = openings("2027-01-01", "2026-04-01");
    expect(owed).toHaveLength(duties.length);
    expect(owed[0]?.input).toMatchObject({
      period: "2024-2026",
      periodFrom: "2024-01-01",
      periodTo: "2026-12-31",
      openUntil: "2027-12-31",
    });
    expect(openings("2027-06-01", "2026-04-01")).toEqual(owed);
    expect(openings("2027-06-01", "2027-02-01")).toEqual([]);
  });

  test("with every indicator that proves a target, over the whole campaign", () => {
    const wanted = reportFigures({
      entry: entryOf("toSend", {}),
      input: {},
      actor: person("gesang"),
      day: "2027-01-05",
      pack: campaign.pack,
      organisation: (id) => organisationFact(campaign, id),
      packId: (id) => campaign.organisations.get(id)?.id,
      isToldBySector: () => true,
    });
    expect(wanted.map(({ indicator }) => indicator)).toEqual(provingIndicators(campaign.pack));
    expect(wanted.length).toBeGreaterThan(5);
    for (const { cut, from, to } of wanted)
      expect({ cut, from, to }).toEqual({ cut: { region: "533401" }, from: "2024-01-01", to: "2026-12-31" });
  });
});

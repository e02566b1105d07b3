import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { afterDoing, assessmentEntry, county, ownScores, tryOn } from "../../test/support/assessments.ts";
import { campaign, hazardEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import type { PersonName } from "../../test/support/cast.ts";
import { assessment } from "../registers/assessment.ts";
import { hazard } from "../registers/hazard.ts";
import { inScope, scopeOf } from "../scope/scope.ts";
import { deltasOf } from "./cells.ts";
import { actsFor, decide, type Request } from "./decide.ts";
import { blankEntry, type Entry, placedOf } from "./entry.ts";
import { code, organisation, type RawInput, type Values } from "./field.ts";
import { inputOfRecord } from "./recorded.ts";
import { defineRegister } from "./register.ts";

interface Tried {
  readonly story: string;
  readonly act?: string;
  readonly by?: PersonName;
  readonly state?: string;
  readonly own?: Values;
  readonly input?: RawInput;
  readonly gives: string;
}

const unit = person("luo").organisation;
const named = { owningOrganisation: unit };
const nameless = { owningOrganisation: undefined, foundByOrganisation: undefined };

const requestOf = ({
  act = "restrict",
  by = "luo",
  state = "rectifying",
  own = named,
  input,
}: Tried): Request => ({
  register: hazard,
  entry: hazardEntry(state, own),
  facts: plainFacts(),
  act,
  input: input ?? { reason: "涉及举报人，先行核查" },
  actor: person(by),
  now: "2026-03-20T01:00:00.000Z",
});

test.each<Tried>([
  { story: "the head of a unit that it names restricts it", gives: "rectifying" },
  { story: "the head of the unit that holds it", own: { ...nameless, holder: unit }, gives: "rectifying" },
  {
    story: "what is at rest as well",
    state: "closed",
    own: { ...named, closedOn: "2026-03-19" },
    gives: "closed",
  },
  { story: "an inspector may not", by: "lin", gives: "role-may-not" },
  { story: "a leader may not", by: "yang", gives: "role-may-not" },
  { story: "who watches over the authorities may not", by: "ji", gives: "role-may-not" },
  { story: "the head of a unit that it does not name", own: nameless, gives: "restricts-from-outside" },
  { story: "nobody of another county", by: "he", gives: "out-of-scope" },
  { story: "without a reason", input: {}, gives: "input-invalid" },
  { story: "what is restricted already", own: { ...named, restricted: true }, gives: "restricted-already" },
  { story: "it is lifted", act: "liftRestriction", own: { ...named, restricted: true }, gives: "rectifying" },
  { story: "what nobody restricted", act: "liftRestriction", gives: "not-restricted" },
  {
    story: "by a unit that it no longer shows it to",
    act: "liftRestriction",
    own: { ...nameless, restricted: true },
    gives: "out-of-scope",
  },
])("restricting: $story → $gives", (tried) => {
  expect(resultOf(decide(requestOf(tried)))).toBe(tried.gives);
});

test("a screen offers the one that there is sense in", () => {
  const offered = (own: Values) =>
    actsFor(hazard, { ...requestOf({ story: "", own, gives: "" }), day: "2026-03-20" })
      .map(({ name }) => name)
      .filter((name) => name === "restrict" || name === "liftRestriction");
  expect(offered(named)).toEqual(["restrict"]);
  expect(offered({ ...named, restricted: true })).toEqual(["liftRestriction"]);
});

test("what is restricted is seen by those whom it names, its enterprise and who watches over the authorities", () => {
  const { id, values } = hazardEntry("rectifying", {
    ...named,
    organisation: person("mei").organisation,
    region: "533401",
    sector: "S04",
    restricted: true,
  });
  const sees = (name: PersonName) => inScope(scopeOf(person(name)), placedOf(hazard, { id, values }));
  expect((["luo", "lin", "mei", "su", "ji"] as const).filter((name) => !sees(name))).toEqual([]);
  expect((["yang", "gesang", "zhang", "zhou", "duan", "he", "bai"] as const).filter(sees)).toEqual([]);
});

test("whoever must act next is a party to it, though no field but the engine's names them", () => {
  const { id, values } = hazardEntry("rectifying", { ...nameless, holder: unit, restricted: true });
  expect(placedOf(hazard, { id, values }).parties).toEqual([{ organisation: unit, as: "holder" }]);
  expect(placedOf(hazard, { id, values: { ...values, restricted: undefined } }).parties).toEqual([]);
});

test("it is counted apart from the day of the act on, and again with the others once it is lifted", () => {
  const decision = decide(requestOf({ story: "", gives: "" }));
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  const [step] = decision.steps;
  const moved = deltasOf(step).map(({ measure, count, restricted }) => [measure, count, restricted]);
  expect(moved).toContainEqual(["hazard.found", -1, false]);
  expect(moved).toContainEqual(["hazard.found", 1, true]);
});

describe("a register whose entries are restricted until they stand in a state", () => {
  const words = { zh: "试", en: "Try" };
  const why = { zh: "公开以前不外传", en: "Kept until it is told" };
  const fields = { what: code({ words }), heldBy: organisation({ words, party: true }) } as const;
  const act = { words, law: [words], by: ["committeeOffice"] } as const;
  const trial = defineRegister({
    name: "trial",
    plural: "trials",
    words,
    law: [words],
    measures: [],
    fields,
    title: "what",
    list: ["number"],
    filters: [],
    states: {
      begun: { words, holder: "heldBy" },
      told: { words },
      ended: { words, final: true },
      dropped: { words, final: true },
    },
    acts: {
      open: { ...act, from: "new", to: "begun", takes: ["what", "heldBy"] },
      amend: { ...act, from: ["begun", "told"], to: "unchanged", takes: ["what"] },
      tell: { ...act, from: ["begun"], to: "told" },
      takeBack: { ...act, from: ["told"], to: "begun" },
      end: { ...act, from: ["told"], to: "ended" },
      drop: { ...act, from: ["begun"], to: "dropped" },
    },
    history: { states: ["begun", "told", "ended", "dropped"], by: ["committeeOffice"], takes: ["heldBy"] },
    restricting: { until: ["told", "ended"], why },
    numbering: { series: () => "trial", format: () => "1" },
    counts: { opened: { words, on: "openedOn" } },
  });
  const own = person("zhang").organisation;
  const known = organisationFact(campaign, own);
  const imported = "019cd542-0000-7000-8000-000000000000";

  /** What becomes of an entry by these acts, each with what is entered in it. */
  const after = (...done: readonly (readonly [string, RawInput?])[]): Entry =>
    done.reduce(
      (entry, [name, input = {}]) => {
        const facts = plainFacts({ organisations: known ? { heldBy: known } : {} });
        const now = "2026-03-20T01:00:00.000Z";
        const decision = decide({
          register: trial,
          entry,
          facts,
          act: name,
          input,
          actor: person("zhang"),
          now,
        });
        if ("refusal" in decision) throw new Error(`${name}: ${decision.refusal.code}`);
        return decision.steps[0].after;
      },
      blankEntry("trial", "id"),
    );
  const isRestricted = (...done: readonly (readonly [string, RawInput?])[]) =>
    after(...done).values.restricted;
  const begun = ["open", { what: "a", heldBy: own }] as const;
  const recorded = (state: string, days: RawInput = {}) =>
    ["record", inputOfRecord({ state, heldBy: own, ...days }, { import: imported, row: 1 })] as const;
  const ended = { closedOn: "2026-03-01" };

  test.each([
    ["opened", true, [begun]],
    ["amended before", true, [begun, ["amend", { what: "b" }]]],
    ["told", undefined, [begun, ["tell"]]],
    ["amended after", undefined, [begun, ["tell"], ["amend"]]],
    ["ended", undefined, [begun, ["tell"], ["end"]]],
    ["taken back", true, [begun, ["tell"], ["takeBack"]]],
    ["dropped", true, [begun, ["drop"]]],
    ["commented", true, [begun, ["comment", { comment: "请补充", audience: "everyone" }]]],
    ["recorded as begun", true, [recorded("begun")]],
    ["recorded as told", undefined, [recorded("told")]],
    ["recorded as ended", undefined, [recorded("ended", ended)]],
    ["recorded as dropped", true, [recorded("dropped", ended)]],
  ] as const)("once it is %s: %s", (_, is, done) => {
    expect(isRestricted(...done)).toBe(is);
  });

  test("nobody restricts an entry or lifts that, and whoever sees it reads why", () => {
    expect(Object.keys(trial.acts)).not.toContain("restrict");
    expect(Object.keys(trial.acts)).not.toContain("liftRestriction");
    expect(trial.allFields.restricted).toMatchObject({ why, column: true, derived: true });
  });
});

describe("an assessment", () => {
  const input = { unit: county, year: "2025" };
  const objected = { state: "objected", by: "yang" } as const;
  const verifiedUntil = { state: "verified", own: { objectionUntil: "2026-03-09" } };

  test.each([
    ["open", { state: "", input }, true],
    ["selfScore", { state: "selfScoring", by: "gesang", input: { selfScores: ownScores } }, true],
    ["sendBack", { input: { reason: "缺佐证" } }, true],
    ["verify", {}, true],
    ["agree", { state: "verified", by: "gesang" }, true],
    ["raiseObjection", { state: "verified", by: "gesang", input: { objection: "有误" } }, true],
    ["decide", { ...objected, input: { decision: "维持" } }, true],
    ["publish", verifiedUntil, undefined],
    ["publish", { state: "confirmed" }, undefined],
    ["void", { input: { reason: "重复" } }, true],
  ] as const)("once one does %s, it is kept from others: %j → %s", (act, tried, is) => {
    expect(afterDoing(act, tried).values.restricted).toBe(is);
  });

  test("is kept from others as well when the year begins it", () => {
    const engine = { ...person("zhang"), role: "system" } as const;
    const { acts } = assessment;
    expect(acts.openByCalendar?.by).toEqual(["system"]);
    const decision = tryOn("openByCalendar", { state: "", input, actor: engine });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[0].after.values.restricted).toBe(true);
  });

  const people = ["gesang", "zhang", "yang", "ji", "luo", "zhou", "duan", "gao", "he", "mei"] as const;
  const readers = (state: string, own: Values = {}) =>
    people.filter((name) =>
      inScope(scopeOf(person(name)), placedOf(assessment, assessmentEntry(state, own))),
    );
  const parties = ["gesang", "zhang", "yang", "ji"];

  test.each([
    ["selfScoring", parties],
    ["toVerify", parties],
    ["verified", parties],
    ["objected", parties],
    ["confirmed", parties],
    ["published", [...parties, "luo", "zhou"]],
    ["void", parties],
  ])("that stands %s is seen by %j", (state, seen) => {
    expect(readers(state)).toEqual(seen);
  });

  test("of a park is not read by the office of the county in which it lies before it is published", () => {
    const park = organisationId("xianggelila-chanye-yuanqu");
    const own = { unit: park, handledBy: park };
    expect(readers("verified", own)).toEqual(["zhang", "yang", "ji", "gao"]);
    expect(readers("published", own)).toEqual(["gesang", "zhang", "yang", "ji", "luo", "zhou", "gao"]);
  });

  test("is not decided on by a government that sees it by region alone", () => {
    const own = { appealTo: county };
    expect(resultOf(tryOn("decide", { ...objected, own, input: { decision: "维持" } }))).toBe("out-of-scope");
  });

  test("is counted apart until it is published", () => {
    const decision = tryOn("publish", { state: "confirmed" });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    const moved = deltasOf(decision.steps[0]).map(({ measure, count, restricted }) => [
      measure,
      count,
      restricted,
    ]);
    expect(moved).toContainEqual(["assessment.opened", -1, true]);
    expect(moved).toContainEqual(["assessment.opened", 1, false]);
    expect(moved).toContainEqual(["assessment.published", 1, false]);
  });
});

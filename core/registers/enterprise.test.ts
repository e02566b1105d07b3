import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { campaign, type Row, resultOf, tryOnEnterprise } from "../../test/support/builders.ts";
import { enterpriseId, enterprises, firstDay } from "../../test/support/cast.ts";
import type { Facts } from "../register/register.ts";
import { enterprise } from "./enterprise.ts";

const { registeredBy: _, ...known } = enterprises.copper;
const { creditCode: _code, ...codeless } = known;
const badCode = "91999999MA0000001X";

/** An organisation of the pack, as it is known of what a field holds. */
const named = (field: string, slug: string): Partial<Facts> => {
  const fact = organisationFact(campaign, organisationId(slug));
  return fact ? { organisations: { [field]: fact } } : {};
};
const supervised = (slug: string) => named("supervisedBy", slug);
const supervisedBy = (slug: string) => ({ supervisedBy: organisationId(slug) });
const bureau = "xianggelila-yingji";
const mention = {
  register: "enterprise",
  id: enterpriseId("foundry"),
  number: "QY533401-00002",
  title: known.name,
};

describe("an enterprise", () => {
  test.each<Row>([
    { story: "Lin registers it", by: "lin", gives: "operating" },
    { story: "Luo registers it", by: "luo", gives: "operating" },
    { story: "the committee's office registers it", by: "gesang", gives: "operating" },
    { story: "no enterprise registers itself", by: "mei", gives: "role-may-not" },
    { story: "Chen registers none here", by: "chen", gives: "out-of-scope" },
    { story: "Duan only those of his trade", by: "duan", input: { sector: "S05" }, gives: "out-of-scope" },
    {
      story: "its code is registered already",
      by: "lin",
      facts: { counts: { sameCreditCode: 1 } },
      gives: "credit-code-taken",
    },
    {
      story: "its code is none",
      by: "lin",
      input: { creditCode: "91999999MA000000IO" },
      gives: "input-invalid",
    },
    {
      story: "it lies where no division is",
      by: "lin",
      input: { region: "533401999" },
      gives: "input-invalid",
    },
    { story: "it is of no trade that is kept", by: "lin", input: { sector: "S99" }, gives: "input-invalid" },
    { story: "it has no name", by: "lin", input: { name: null }, gives: "input-invalid" },
    {
      story: "it has no code, and nobody says why",
      by: "lin",
      input: { creditCode: null },
      gives: "credit-code-or-reason",
    },
    {
      story: "it is somebody with a tractor",
      by: "lin",
      input: { creditCode: null, noCodeReason: "naturalPerson" },
      gives: "operating",
    },
    {
      story: "its code does not fit its check digit",
      by: "lin",
      input: { creditCode: badCode },
      gives: "operating",
    },
    {
      story: "its point has no system",
      by: "lin",
      input: { longitude: 99.7, latitude: 27.8 },
      gives: "coordinates-incomplete",
    },
    {
      story: "its point is whole",
      by: "lin",
      input: { longitude: 99.708712, latitude: 27.8258, coordinateSystem: "wgs84" },
      gives: "operating",
    },
    {
      story: "its point is swapped",
      by: "lin",
      input: { longitude: 27.8, latitude: 99.7, coordinateSystem: "wgs84" },
      gives: "input-invalid",
    },
    {
      story: "its bureau supervises it",
      by: "lin",
      input: supervisedBy(bureau),
      facts: supervised(bureau),
      gives: "operating",
    },
    {
      story: "its supervisor has no duty for its trade",
      by: "lin",
      input: supervisedBy("xianggelila-anweiban"),
      facts: supervised("xianggelila-anweiban"),
      gives: "owning-organisation-without-duty",
    },
    { story: "nobody knows its supervisor", by: "lin", input: supervisedBy(bureau), gives: "input-invalid" },
    {
      story: "it has a second trade",
      by: "lin",
      input: { otherSectors: ["S11", "S16"] },
      gives: "operating",
    },
    {
      story: "its second trade is none",
      by: "lin",
      input: { otherSectors: ["S99"] },
      gives: "input-invalid",
    },
    { story: "its class is none", by: "lin", input: { industryClass: "32C" }, gives: "input-invalid" },
    { story: "it is registered", by: "lin", state: "operating", gives: "act-not-open-in-this-state" },
  ])("is registered: $story", ({ by = "luo", state = "", input = {}, facts = {}, gives }) => {
    expect(resultOf(tryOnEnterprise("register", { by, state, input: { ...known, ...input }, facts }))).toBe(
      gives,
    );
  });

  test.each<Row>([
    { story: "Lin registers it", by: "lin", gives: "construction" },
    { story: "the committee's office registers it", by: "gesang", gives: "construction" },
    { story: "no enterprise registers itself", by: "mei", gives: "role-may-not" },
    { story: "without a code or a reason", input: { creditCode: null }, gives: "credit-code-or-reason" },
    { story: "twice", state: "construction", gives: "act-not-open-in-this-state" },
  ])("under construction is registered: $story", ({ by = "luo", state = "", input = {}, gives }) => {
    const row = { by, state, input: { ...known, ...input } };
    expect(resultOf(tryOnEnterprise("registerInConstruction", row))).toBe(gives);
  });

  test("whose code is taken is told by whom, as far as one may see it", () => {
    const counts = { sameCreditCode: 1 };
    const taken = (same: Facts["same"]) =>
      tryOnEnterprise("register", { state: "", input: known, facts: { counts, same } });
    expect(taken({ sameCreditCode: [mention] })).toHaveProperty("refusal.entries", [mention]);
    expect(taken({})).not.toHaveProperty("refusal.entries");
  });

  test.each<[string, Partial<Row>, readonly string[] | undefined]>([
    ["nothing", {}, undefined],
    ["a check digit that does not fit", { input: { creditCode: badCode } }, ["credit-code-doubtful"]],
    ["a name that is known", { facts: { same: { sameName: [mention] } } }, ["same-name-registered"]],
    ["a county instead of a township", { input: { region: "533401" } }, ["region-above-township"]],
    ["a high-risk sector that is not marked", { input: { highRisk: false } }, ["high-risk-unmarked"]],
    ["nothing of a sector of which some are", { input: { highRisk: false, sector: "S05" } }, undefined],
    ["a duty to insure without insurance", { input: { insuranceHighRisk: true } }, ["insurance-missing"]],
    [
      "an insurance that has run out",
      { input: { insuranceHighRisk: true, insuredTo: "2026-03-09" } },
      ["permit-expired"],
    ],
    [
      "nothing where it holds to this day",
      { input: { insuranceHighRisk: true, insuredTo: firstDay, safetyLicenceTo: firstDay } },
      undefined,
    ],
    ["a licence that has run out", { input: { safetyLicenceTo: "2026-03-09" } }, ["permit-expired"]],
  ])("is registered, and pointed out is %s", (_, { input = {}, facts = {} }, codes) => {
    const marked = { ...known, highRisk: true, ...input };
    const decision = tryOnEnterprise("register", { state: "", input: marked, facts });
    expect(resultOf(decision)).toBe("operating");
    const warned = "warnings" in decision ? decision.warnings?.map(({ code }) => code) : undefined;
    expect(warned).toEqual(codes);
  });

  test("keeps in sight that its code is doubtful until it has another", () => {
    const doubtful = tryOnEnterprise("register", { state: "", input: { ...known, creditCode: badCode } });
    expect(doubtful).toHaveProperty("steps.0.after.values.creditCodeDoubtful", true);
    const corrected = tryOnEnterprise("correctCode", {
      own: { creditCode: badCode, creditCodeDoubtful: true },
      input: { creditCode: known.creditCode, reason: "录入有误" },
    });
    expect(corrected).not.toHaveProperty("steps.0.after.values.creditCodeDoubtful");
    expect(tryOnEnterprise("register", { state: "", input: known })).not.toHaveProperty(
      "steps.0.after.values.creditCodeDoubtful",
    );
  });

  test.each<Row>([
    { story: "Lin corrects it", by: "lin", gives: "operating" },
    { story: "the committee's office corrects it", by: "gesang", gives: "operating" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "Chen corrects none here", by: "chen", gives: "out-of-scope" },
    { story: "it is another's", facts: { counts: { sameCreditCode: 1 } }, gives: "credit-code-taken" },
    { story: "without a reason", input: { reason: null }, gives: "input-invalid" },
    { story: "to none", input: { creditCode: null }, gives: "input-invalid" },
    { story: "of one that is closed", state: "closed", gives: "act-not-open-in-this-state" },
  ])("has its code corrected: $story", ({ by = "lin", state, input = {}, facts = {}, gives }) => {
    const row = {
      by,
      state: state ?? "operating",
      facts,
      input: { creditCode: badCode, reason: "录入有误", ...input },
    };
    expect(resultOf(tryOnEnterprise("correctCode", row))).toBe(gives);
  });

  test("that had no code has one, and no reason for having none", () => {
    const { creditCode: _none, ...own } = { ...codeless, creditCode: undefined, noCodeReason: "applying" };
    const decision = tryOnEnterprise("correctCode", {
      own: { ...own, creditCode: undefined },
      input: { creditCode: known.creditCode, reason: "已领证照" },
    });
    expect(decision).toHaveProperty("steps.0.changes", { creditCode: known.creditCode, noCodeReason: null });
  });

  test.each<Row>([
    { story: "Mei reports", by: "mei", gives: "operating" },
    { story: "Su reports", by: "su", gives: "operating" },
    { story: "while it is ordered to stop", by: "mei", state: "suspended", gives: "suspended" },
    { story: "Lin does not report for it", by: "lin", gives: "role-may-not" },
    { story: "Bai reports only of her own", by: "bai", gives: "out-of-scope" },
    { story: "not of its ownership", by: "mei", input: { ownership: "central" }, gives: "input-invalid" },
    {
      story: "not half a point",
      by: "mei",
      input: { longitude: 99.7 },
      gives: "coordinates-incomplete",
    },
    { story: "once it is closed", by: "mei", state: "closed", gives: "act-not-open-in-this-state" },
  ])(
    "reports what changed: $story",
    ({ by = "mei", state = "operating", input = { staffCount: 90 }, gives }) => {
      expect(resultOf(tryOnEnterprise("reportParticulars", { by, state, input }))).toBe(gives);
    },
  );

  test("may move its point, and may not lose a half of it", () => {
    const own = { longitude: 99.7, latitude: 27.8, coordinateSystem: "wgs84" };
    const moved = (input: Row["input"]) => resultOf(tryOnEnterprise("amend", { own, input: input ?? {} }));
    expect(moved({ longitude: 99.8 })).toBe("operating");
    expect(moved({ longitude: null })).toBe("coordinates-incomplete");
    expect(moved({ longitude: null, latitude: null, coordinateSystem: null })).toBe("operating");
  });

  test("whose trade changes still has a supervisor with the duty for it", () => {
    const facts = supervised("xianggelila-gongan");
    const own = supervisedBy("xianggelila-gongan");
    expect(resultOf(tryOnEnterprise("amend", { own, input: { sector: "S05" }, facts }))).toBe(
      "owning-organisation-without-duty",
    );
    const without = { sector: "S05", supervisedBy: null };
    expect(resultOf(tryOnEnterprise("amend", { own, input: without, facts }))).toBe("operating");
  });

  test.each<[string, string, Row["own"], string]>([
    ["the trade's own department", "zhou-wenlv", { sector: "S15" }, "operating"],
    ["that of a further sector", "zhou-wenlv", { sector: "S01", otherSectors: ["S15"] }, "operating"],
    ["one whose trades the plan does not say", "zhou-gongxin", { sector: "S04" }, "operating"],
    ["one of another trade", "zhou-wenlv", { sector: "S04" }, "trade-not-managed"],
    ["one that only supervises", "zhou-huanjing", { sector: "S04" }, "trade-not-managed"],
    ["one of another county", "weixi-wenlv", { sector: "S15" }, "supervision-outside-region"],
  ])("has as the department of its trade %s: %s", (_, slug, own, gives) => {
    const id = organisationId(slug);
    const facts = named("sectorDepartment", slug);
    const given = tryOnEnterprise("amend", { own, input: { sectorDepartment: id }, facts });
    expect(resultOf(given)).toBe(gives);
    // And what was so before the sector changed is looked at again.
    const kept = tryOnEnterprise("amend", { own: { ...own, sectorDepartment: id }, facts });
    expect(resultOf(kept)).toBe(gives);
  });

  test.each<[string, string, string]>([
    ["the park", "xianggelila-chanye-yuanqu", "operating"],
    ["what is no park", "zhou-yingji", "no-park-there"],
  ])("lies in %s", (_, slug, gives) => {
    const park = organisationId(slug);
    const facts = named("park", slug);
    expect(resultOf(tryOnEnterprise("amend", { input: { park }, facts }))).toBe(gives);
  });

  test("is supervised by none but who has its region", () => {
    const facts = supervised("xianggelila-gongan");
    const own = { ...supervisedBy("xianggelila-gongan"), sector: "S01" };
    expect(resultOf(tryOnEnterprise("amend", { own, input: { region: "533422" }, facts }))).toBe(
      "supervision-outside-region",
    );
  });

  test("is its own organisation, so that its people see it, and is numbered in its county", () => {
    const decision = tryOnEnterprise("register", { by: "luo", state: "", input: known });
    expect(decision).toMatchObject({
      steps: [
        {
          series: "enterprise/533401",
          after: { values: { organisation: enterpriseId("copper"), openedOn: firstDay } },
        },
      ],
    });
    expect(enterprise.numbering.format("enterprise/533401", 7)).toBe("QY533401-00007");
  });

  test.each<Row>([
    { story: "Lin amends", by: "lin", gives: "operating" },
    { story: "Luo amends", by: "luo", gives: "operating" },
    { story: "one that is stopped", by: "gesang", state: "stopped", gives: "stopped" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "Chen amends none here", by: "chen", gives: "out-of-scope" },
    { story: "its code stays", by: "lin", input: { creditCode: known.creditCode }, gives: "input-invalid" },
    { story: "one that is closed", by: "lin", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is amended: $story", ({ by = "lin", state = "operating", input = { address: "格咱乡" }, gives }) => {
    expect(resultOf(tryOnEnterprise("amend", { by, state, input }))).toBe(gives);
  });

  test.each(["name", "region", "sector"])("is amended without losing its %s", (field) => {
    const input = { address: null, [field]: null };
    expect(tryOnEnterprise("amend", { by: "lin", own: { ...known, address: "格咱乡" }, input })).toEqual({
      refusal: { code: "input-invalid", problems: [{ field, code: "required" }] },
    });
  });

  test("may lose an address", () => {
    const decision = tryOnEnterprise("amend", {
      by: "lin",
      own: { address: "格咱乡" },
      input: { address: null },
    });
    expect(decision).toHaveProperty("steps.0.changes", { address: null });
  });
});

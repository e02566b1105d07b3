import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import {
  campaign,
  enterpriseEntry,
  person,
  plainFacts,
  type Row,
  resultOf,
} from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { site } from "./site.ts";

const id = idOfName("test-site");
const asked = {
  name: "格咱采场（虚构）",
  kind: "mine",
  organisation: enterpriseId("copper"),
  region: "533401205",
  sector: "S01",
};
const entryIn = (state: string, own: Values = {}): Entry =>
  state === ""
    ? blankEntry("site", id)
    : { id, register: "site", version: 1, state, values: { ...asked, stateSince: firstDay, ...own } };

function tryOn(act: string, { by = "su", state = "inUse", own, input = {}, facts = {} }: Partial<Row>) {
  const entries = { organisation: enterpriseEntry("copper") };
  return decide({
    register: site,
    entry: entryIn(state, own),
    facts: plainFacts({ places: placeFacts(campaign, site, input), entries, ...facts }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const supervised = (slug: string): Partial<Row> => {
  const fact = organisationFact(campaign, organisationId(slug));
  const entries = { organisation: enterpriseEntry("copper") };
  return {
    input: { supervisedBy: organisationId(slug) },
    facts: { entries, organisations: fact ? { supervisedBy: fact } : {} },
  };
};

describe("a site", () => {
  test.each<Row>([
    ...(["su", "mei", "lin", "luo"] as const).map((by) => ({
      story: `${by} registers it`,
      by,
      gives: "inUse",
    })),
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "Bai only at her own enterprise", by: "bai", gives: "out-of-scope" },
    { story: "Chen registers none here", by: "chen", gives: "out-of-scope" },
    {
      story: "at an enterprise that is closed",
      facts: { entries: { organisation: enterpriseEntry("copper", "closed") } },
      gives: "enterprise-not-operating",
    },
    {
      story: "at an enterprise that was merged away",
      facts: { entries: { organisation: enterpriseEntry("copper", "merged") } },
      gives: "enterprise-not-operating",
    },
    { story: "at an enterprise that is nobody's to see", facts: { entries: {} }, gives: "input-invalid" },
    { story: "with half a point", input: { latitude: 27.8 }, gives: "coordinates-incomplete" },
    { story: "supervised by its bureau", ...supervised("xianggelila-yingji"), gives: "inUse" },
    {
      story: "supervised by whoever has no duty",
      ...supervised("xianggelila-anweiban"),
      gives: "owning-organisation-without-duty",
    },
    { story: "without a kind", input: { kind: null }, gives: "input-invalid" },
    { story: "twice", state: "inUse", gives: "act-not-open-in-this-state" },
  ])("is registered: $story", ({ by, state = "", input = {}, facts, gives }) => {
    expect(
      resultOf(tryOn("register", { by, state, input: { ...asked, ...input }, ...(facts ? { facts } : {}) })),
    ).toBe(gives);
  });

  test("of a known name is pointed out, and so is one that no township has", () => {
    const same = { sameName: [{ register: "site", id, number: "CS533401-00001", title: asked.name }] };
    const entries = { organisation: enterpriseEntry("copper") };
    const decision = tryOn("register", {
      state: "",
      input: { ...asked, region: "533401" },
      facts: { entries, same },
    });
    const warned = "warnings" in decision ? decision.warnings?.map(({ code }) => code) : undefined;
    expect(warned).toEqual(["same-name-registered", "region-above-township"]);
    expect(site.numbering.format("site/533401", 7)).toBe("CS533401-00007");
  });

  test.each<Row>([
    { story: "Su amends", gives: "inUse" },
    { story: "Lin amends one that is suspended", by: "lin", state: "suspended", gives: "suspended" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "not whose it is", input: { organisation: enterpriseId("foundry") }, gives: "input-invalid" },
    { story: "once it is closed", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is amended: $story", ({ by, state, input = { address: "格咱乡" }, gives }) => {
    expect(resultOf(tryOn("amend", { by, state, input }))).toBe(gives);
  });

  const because = { reason: "依据现场情况" };
  test.each<Row & { act: string }>([
    { act: "suspend", story: "Su", gives: "suspended" },
    { act: "suspend", story: "Luo", by: "luo", gives: "suspended" },
    { act: "suspend", story: "not the committee's office", by: "gesang", gives: "role-may-not" },
    { act: "suspend", story: "not without a reason", input: {}, gives: "input-invalid" },
    { act: "suspend", story: "not twice", state: "suspended", gives: "act-not-open-in-this-state" },
    { act: "resume", story: "Mei", by: "mei", state: "suspended", gives: "inUse" },
    { act: "resume", story: "Lin", by: "lin", state: "suspended", gives: "inUse" },
    {
      act: "resume",
      story: "not the committee's office",
      by: "gesang",
      state: "suspended",
      gives: "role-may-not",
    },
    { act: "resume", story: "not one in use", gives: "act-not-open-in-this-state" },
    {
      act: "resume",
      story: "not the enterprise what a department suspended",
      by: "mei",
      state: "suspended",
      own: { suspendedByDepartment: true },
      gives: "suspended-by-department",
    },
    {
      act: "resume",
      story: "a department what a department suspended",
      by: "luo",
      state: "suspended",
      own: { suspendedByDepartment: true },
      gives: "inUse",
    },
    { act: "close", story: "Mei", by: "mei", gives: "closed" },
    { act: "close", story: "Luo one that is suspended", by: "luo", state: "suspended", gives: "closed" },
    { act: "close", story: "not the committee's office", by: "gesang", gives: "role-may-not" },
    {
      act: "close",
      story: "not the enterprise what a department suspended",
      by: "mei",
      state: "suspended",
      own: { suspendedByDepartment: true },
      gives: "suspended-by-department",
    },
    { act: "close", story: "not twice", state: "closed", gives: "act-not-open-in-this-state" },
  ])("$act: $story", ({ act, by, state, own, input = because, gives }) => {
    expect(resultOf(tryOn(act, { by, state, own, input }))).toBe(gives);
  });

  test.each([
    ["lin", true],
    ["su", undefined],
  ] as const)("suspended by %s keeps whether a department did it: %s", (by, ordered) => {
    const decision = tryOn("suspend", { by, input: because });
    expect("steps" in decision && decision.steps[0].after.values.suspendedByDepartment).toBe(ordered);
  });
});

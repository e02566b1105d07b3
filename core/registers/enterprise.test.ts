import { describe, expect, test } from "vitest";
import { placeFacts } from "../../server/store/campaign.ts";
import {
  campaign,
  enterpriseEntry,
  person,
  plainFacts,
  type Row,
  resultOf,
} from "../../test/support/builders.ts";
import { enterpriseId, enterprises, firstDay } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry } from "../register/entry.ts";
import { enterprise } from "./enterprise.ts";

function tryOn(
  act: string,
  { by = "luo", state = "operating", own = {}, input = {}, facts = {} }: Partial<Row>,
) {
  const id = enterpriseId("copper");
  return decide({
    register: enterprise,
    entry: state === "" ? blankEntry("enterprise", id) : enterpriseEntry("copper", state, own),
    facts: plainFacts({ places: placeFacts(campaign, enterprise, input), ...facts }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const { registeredBy: _, ...known } = enterprises.copper;

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
    { story: "it is registered", by: "lin", state: "operating", gives: "act-not-open-in-this-state" },
  ])("is registered: $story", ({ by = "luo", state = "", input = {}, facts = {}, gives }) => {
    expect(resultOf(tryOn("register", { by, state, input: { ...known, ...input }, facts }))).toBe(gives);
  });

  test("is its own organisation, so that its people see it, and is numbered in its county", () => {
    const decision = tryOn("register", { by: "luo", state: "", input: known });
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
    expect(resultOf(tryOn("amend", { by, state, input }))).toBe(gives);
  });

  test.each(["name", "region", "sector"])("is amended without losing its %s", (field) => {
    const input = { address: null, [field]: null };
    expect(tryOn("amend", { by: "lin", own: { ...known, address: "格咱乡" }, input })).toEqual({
      refusal: { code: "input-invalid", problems: [{ field, code: "required" }] },
    });
  });

  test("may lose an address", () => {
    const decision = tryOn("amend", { by: "lin", own: { address: "格咱乡" }, input: { address: null } });
    expect(decision).toHaveProperty("steps.0.changes", { address: null });
  });

  const stops = ["lin", "luo", "mei"] as const;
  test.each<Row>([
    ...stops.map((by) => ({ story: `${by} stops`, by, gives: "stopped" })),
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "Su may not", by: "su", gives: "role-may-not" },
    { story: "Bai stops only her own", by: "bai", gives: "out-of-scope" },
    { story: "without a reason", by: "luo", input: {}, gives: "input-invalid" },
    { story: "twice", by: "luo", state: "stopped", gives: "act-not-open-in-this-state" },
  ])("is stopped: $story", ({ by = "luo", state = "operating", input = { reason: "停产检修" }, gives }) => {
    expect(resultOf(tryOn("stop", { by, state, input }))).toBe(gives);
  });

  test.each<Row>([
    { story: "Luo lets it", by: "luo", gives: "operating" },
    { story: "Mei may not by herself", by: "mei", gives: "role-may-not" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    { story: "without a reason", by: "luo", input: {}, gives: "input-invalid" },
    { story: "one that runs", by: "luo", state: "operating", gives: "act-not-open-in-this-state" },
  ])(
    "works again: $story",
    ({ by = "luo", state = "stopped", input = { reason: "整改验收合格" }, gives }) => {
      expect(resultOf(tryOn("resume", { by, state, input }))).toBe(gives);
    },
  );

  test.each<Row>([
    { story: "Luo closes it", by: "luo", gives: "closed" },
    { story: "the committee's office closes it", by: "gesang", state: "stopped", gives: "closed" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "Zhang of the prefecture may", by: "zhang", gives: "closed" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    { story: "without a reason", by: "luo", input: {}, gives: "input-invalid" },
    { story: "twice", by: "luo", state: "closed", gives: "act-not-open-in-this-state" },
  ])(
    "is closed down: $story",
    ({ by = "luo", state = "operating", input = { reason: "依法关闭" }, gives }) => {
      expect(resultOf(tryOn("closeDown", { by, state, input }))).toBe(gives);
    },
  );
});

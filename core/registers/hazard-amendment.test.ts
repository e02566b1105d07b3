import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";

const siteOf = (organisation: string): Entry => ({
  id: idOfName("test-site"),
  register: "site",
  version: 1,
  state: "inUse",
  values: { organisation, region: "533401103", sector: "S02" },
});
const own = siteOf(enterpriseId("copper"));
const others = siteOf(enterpriseId("foundry"));
const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

const byAuthority: Values = {
  foundBy: person("lin").id,
  foundByOrganisation: person("lin").organisation,
  owningOrganisation: person("lin").organisation,
};

describe("amending what was registered", () => {
  const input = { title: "井下移动式变电站未接地", reason: "名称有误" };
  test.each<Row>([
    { story: "Su, who found it", by: "su", gives: "found" },
    { story: "Mei, of the same enterprise", by: "mei", gives: "found" },
    { story: "Lin, of what she found", by: "lin", own: byAuthority, gives: "found" },
    { story: "Luo, of what his bureau found", by: "luo", own: byAuthority, gives: "found" },
    { story: "Lin may not touch what Su found", by: "lin", gives: "not-the-finder" },
    { story: "Su may not touch what Lin found", by: "su", own: byAuthority, gives: "not-the-finder" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "Chen is of another region", by: "chen", gives: "out-of-scope" },
    { story: "once it is judged", by: "su", state: "majorProposed", gives: "act-not-open-in-this-state" },
    { story: "never without a title", by: "su", input: { title: null }, gives: "input-invalid" },
    {
      story: "to another enterprise",
      by: "su",
      input: { organisation: enterpriseId("foundry") },
      gives: "input-invalid",
    },
    { story: "found tomorrow", by: "su", input: { foundOn: "2026-03-11" }, gives: "found-in-the-future" },
    {
      story: "at a site of another enterprise",
      by: "su",
      input: { site: others.id },
      facts: { entries: { site: others } },
      gives: "site-of-another-enterprise",
    },
    {
      story: "the description taken away",
      by: "su",
      own: { description: "接地线缺失" },
      input: { description: null },
      gives: "finding-taken-back",
    },
  ])("$story", ({ gives, input: given = {}, ...row }) => {
    expect(resultOf(tryOnHazard("amend", { ...row, input: { ...input, ...given } }))).toBe(gives);
  });

  test("settles anew whether it is stock, and where it lies", () => {
    const earlier = tryOnHazard("amend", {
      by: "su",
      input: { foundOn: "2023-12-31" },
      facts: { campaignFrom: "2024-01-01" },
    });
    expect(valuesOf(earlier)).toMatchObject({ foundOn: "2023-12-31", stock: "stock" });
    const there = { site: own.id };
    const moved = tryOnHazard("amend", { by: "su", input: there, facts: { entries: { site: own } } });
    expect(valuesOf(moved)).toMatchObject({ ...there, region: "533401103", sector: "S02" });
  });
});

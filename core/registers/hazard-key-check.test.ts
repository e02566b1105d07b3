import { describe, expect, test } from "vitest";
import { type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";

/** An item of a list that stands behind the criteria of S04, which begin on the day after `firstDay`'s hazard was found, or earlier. */
const keyCheckItem = (from: string, to?: string) => ({
  id: "ZD16/1",
  from: "2026-01-01",
  says: "虚构的检查事项",
  standsBehind: [{ sector: "S04", from, to }],
});
const judged = { criteriaItem: "ZD16/1", judgementReason: "符合该事项" };
const beside = keyCheckItem("2026-03-10");

describe.each(["proposeMajor", "proposeGeneral"])("by a key check item, %s", (act) => {
  const done = act === "proposeMajor" ? "majorProposed" : "generalProposed";
  test.each<Row & { readonly criteria?: ReturnType<typeof keyCheckItem> }>([
    { story: "where the criteria begin the day after", criteria: keyCheckItem("2026-03-11"), gives: done },
    {
      story: "where they ended the day before",
      criteria: keyCheckItem("2020-01-01", "2026-03-09"),
      gives: done,
    },
    { story: "of another sector's criteria", own: { sector: "S16" }, gives: done },
    { story: "beside criteria in force", gives: "key-check-item-beside-criteria" },
    { story: "that a self-check brought in", own: { criteriaItem: "ZD16/1" }, gives: done },
  ])("$story", ({ own = {}, criteria = beside, gives }) => {
    const given = { by: "su" as const, own: { sector: "S04", ...own }, input: judged };
    const facts = { criteria: { criteriaItem: criteria } };
    expect(resultOf(tryOnHazard(act, { ...given, facts }))).toBe(gives);
  });

  test("as the further item it stands back in the same way", () => {
    const criteria = { criteriaItem: { id: "GM/3-2", from: "2023-05-15" }, secondItem: beside };
    const input = { ...judged, criteriaItem: "GM/3-2", secondItem: "ZD16/1" };
    const given = { by: "su" as const, own: { sector: "S04" }, input, facts: { criteria } };
    expect(resultOf(tryOnHazard(act, given))).toBe("key-check-item-beside-criteria");
  });
});

test("a hazard keeps what the key check item said", () => {
  const facts = { criteria: { criteriaItem: keyCheckItem("2026-03-11") } };
  const decision = tryOnHazard("proposeMajor", { by: "su", own: { sector: "S04" }, input: judged, facts });
  expect("refusal" in decision ? decision.refusal : decision.steps[0].after.values).toMatchObject({
    criteriaItem: "ZD16/1",
    criteriaFrom: "2026-01-01",
    criteriaText: "虚构的检查事项",
  });
});

test("key check items bind nobody to cite one: an expert's opinion goes on standing in for criteria", () => {
  const item = { ...beside, article: "1", text: { zh: "项", en: "item" } };
  const input = { judgementReason: "可能造成群死群伤", expertOpinion: "符合重大事故隐患定义" };
  const given = { by: "su" as const, input, facts: { checklist: [item] } };
  expect(resultOf(tryOnHazard("proposeMajor", given))).toBe("majorProposed");
});

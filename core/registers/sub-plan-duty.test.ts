import { describe, expect, test } from "vitest";
import { campaign } from "../../test/support/builders.ts";
import { subPlanOpenings } from "./sub-plan-duty.ts";

describe("the sub-plans of the plan", () => {
  const rules = {
    since: "2026-04-01",
    calendar: campaign.calendar,
    pastDate: { within: 20, unit: "workingDay" },
    office: "office",
    idOf: (unit: string) => unit,
  } as const;
  const openings = (day = "2026-04-01") => subPlanOpenings(campaign.pack, day, rules);
  const inputOf = (key: string) => openings().find((opening) => opening.key === key)?.input;

  test("each county, the park and each department that the plan names owe one", () => {
    const keys = openings().map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith("r1-c1-p1/"))).toEqual(
      expect.arrayContaining([
        "r1-c1-p1/xianggelila-zhengfu",
        "r1-c1-p1/deqin-zhengfu",
        "r1-c1-p1/weixi-zhengfu",
        "r1-c1-p1/xianggelila-chanye-yuanqu",
      ]),
    );
    expect(keys.filter((key) => key.startsWith("r1-c1-p1/"))).toHaveLength(4);
    // Thirteen supervise, eleven manage a trade, and two of them do both.
    expect(keys.filter((key) => key.startsWith("r1-c2-p1/"))).toHaveLength(22);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("whoever has both duties details both, with the words of both clauses", () => {
    expect(inputOf("r1-c2-p1/zhou-fagai")).toMatchObject({
      details: ["supervision", "management"],
      provision: "工作要求1第2条款、工作要求3第2条款、工作要求4第2条款",
    });
    expect(inputOf("r1-c2-p1/zhou-gongan")).toMatchObject({ details: ["supervision"] });
    expect(inputOf("r1-c2-p1/zhou-lincao")).toMatchObject({ details: ["management"] });
    expect(inputOf("r1-c1-p1/deqin-zhengfu")).not.toHaveProperty("details");
  });

  test("what was due before is due some working days after the first use, and keeps its day", () => {
    expect(inputOf("r1-c1-p1/deqin-zhengfu")).toMatchObject({
      firstDueOn: "2024-12-31",
      due: "2026-04-30",
      receiver: "office",
    });
  });

  test("nothing is opened before the campaign", () => {
    expect(openings("2023-12-31")).toEqual([]);
  });
});

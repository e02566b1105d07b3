import fc from "fast-check";
import { expect, test } from "vitest";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld } from "../support/world.ts";

/** Enterprises of which many have one another's codes and names. */
const rows = fc.array(
  fc.record({
    name: fc.constantFrom("甲矿（虚构）", "乙厂（虚构）", "丙站（虚构）", "丁场（虚构）"),
    region: fc.constantFrom("533401103", "533401205", "533423101"),
    sector: fc.constantFrom("S04", "S05"),
    creditCode: fc.constantFrom(
      "",
      ...[1, 2, 3, 4, 5].map((at) => `91999999MA2${String(at).padStart(6, "0")}X`),
    ),
    noCodeReason: fc.constantFrom("", "applying"),
  }),
  { minLength: 5, maxLength: 40 },
);

const isGiven = ([, value]: [string, string]) => value !== "";

test("rows that come in together are taken and refused as if each had been entered by itself, in its turn", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const [together, apart] = [await newWorld(), await newWorld()];
      try {
        const luo = bringer(together.as("luo"));
        const names = ["name", "region", "sector", "creditCode", "noCodeReason"] as const;
        const cells = all.map((row) => names.map((name) => row[name]));
        const head = ["企业名称", "所属乡镇", "行业领域", "统一社会信用代码", "无信用代码原因"];
        const one = await luo.brought("enterprise", "together.csv", csvOf([head, ...cells]));
        await luo.tried(one, { columns: [...names], mode: "open", firstRow: 2 });
        const tried = await luo.rows(one.id);
        const alone: string[] = [];
        for (const row of all) {
          const input = Object.fromEntries(Object.entries(row).filter(isGiven));
          const answer = await apart.as("luo").open("enterprise", { input });
          alone.push(answer.status === 201 ? "add" : "refuse");
        }
        // A code that stands is the same enterprise: by itself it is refused, in a table it is changed, or says nothing new.
        const isTaken = tried.map(({ verdict }) => (verdict === "add" ? "add" : "refuse"));
        expect(isTaken).toEqual(alone);
      } finally {
        await together.stop();
        await apart.stop();
      }
    }),
    { numRuns: 12 },
  );
});

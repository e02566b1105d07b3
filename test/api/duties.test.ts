import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { enterpriseId } from "../support/cast.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.stop());

const answer = z.object({
  grade: z.string().nullable(),
  duties: z.array(z.object({ id: z.string(), by: z.string(), byGrade: z.boolean() })),
});
const copper = enterpriseId("copper");
const dutiesFor = async (name: "lin" | "mei") =>
  answer.parse(mustDo(await world.as(name).get(`/api/duties?organisation=${copper}`)).body);

async function grade(to: string): Promise<void> {
  const { version } = (await world.as("lin").entry("enterprise", copper)).entry;
  const input = { proposedGrade: to, proposedGradeBasis: "年度评定" };
  mustDo(await world.as("lin").act("enterprise", copper, "proposeGrade", { version, input }));
  mustDo(
    await world.as("luo").act("enterprise", copper, "confirmGrade", { version: version + 1, input: {} }),
  );
}

test("follow the grade, are the same for the enterprise and who supervises it, and say which the grade brings", async () => {
  const ungraded = await dutiesFor("lin");
  expect(ungraded.grade).toBeNull();
  expect(ungraded.duties.filter(({ byGrade }) => byGrade)).toEqual([]);
  await grade("D");
  const worst = await dutiesFor("mei");
  expect(worst).toEqual(await dutiesFor("lin"));
  expect(worst.grade).toBe("D");
  const brought = worst.duties.filter(({ byGrade }) => byGrade).map(({ id }) => id);
  expect(brought).toEqual(["grade-d-review", "grade-d-expert", "one-plan-per-firm"]);
  await grade("A");
  const best = (await dutiesFor("mei")).duties.filter(({ byGrade }) => byGrade);
  expect(best).toMatchObject([{ id: "grade-a-relief", by: "supervisor" }]);
});

test("of an enterprise out of sight are not told", async () => {
  expect((await world.as("fang").get(`/api/duties?organisation=${copper}`)).status).toBe(404);
});

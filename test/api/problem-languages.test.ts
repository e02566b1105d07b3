import { beforeAll, describe, expect, test } from "vitest";
import { httpProblems } from "../../server/http/problems.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

describe("a problem speaks", () => {
  test.each([
    ["Chinese when nothing is asked", {}, "zh"],
    ["Chinese when asked", { "accept-language": "zh-CN,en;q=0.5" }, "zh"],
    ["English when asked", { "accept-language": "en-GB,zh;q=0.5" }, "en"],
  ] as const)("%s", async (_, headers, language) => {
    const { body } = await world.nobody.get("/api/registers/hazard/entries", headers);
    expect(body.title).toBe(httpProblems["not-signed-in"].words[language]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { generalPath, majorPath } from "../support/paths.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

describe.each([
  ["major", majorPath],
  ["general", generalPath],
] as const)("a %s hazard", (path, steps) => {
  test("goes from finding to close-out by its acts, and every step is in its ledger", async () => {
    const id = await world.hazardBroughtTo("closed", path);
    const { entry } = await world.as("mei").entry("hazard", id);
    expect(entry).toMatchObject({ state: "closed", version: steps.length + 1, due: null });
    expect(entry.values.closedOn).toBe("2026-03-10");
    const { lines, verified } = await world.as("mei").ledger("hazard", id);
    expect(verified).toBe(true);
    expect(lines.map(({ act }) => act)).toEqual(["find", ...steps.map(({ act }) => act)]);
    expect(lines.map(({ state }) => state)).toEqual(["found", ...steps.map(({ to }) => to)]);
    expect(lines.map(({ version }) => version)).toEqual(lines.map((_, at) => at + 1));
  });
});

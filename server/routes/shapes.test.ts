import { expect, test } from "vitest";
import { instant } from "./shapes.ts";

test.each([
  ["2026-03-10T09:00:00+08:00", true],
  ["2026-03-10T01:00:00.000Z", true],
  ["2026-03-10T09:00:00", false],
  ["2026-03-10", false],
  ["9999-12-31T23:00:00Z", false],
  ["0000-01-01T00:00:00Z", false],
])("%s is an instant on which something can have been done: %s", (text, gives) => {
  expect(instant.safeParse(text).success).toBe(gives);
});

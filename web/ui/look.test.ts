import { expect, test, vi } from "vitest";

// The device's setting is asked for when the module is loaded.
vi.stubGlobal("matchMedia", () => ({ matches: false }));
const { choiceIn, lookOf } = await import("./first-look.ts");

test.each([
  ["device", true, "dark"],
  ["device", false, "light"],
  ["light", true, "light"],
  ["dark", false, "dark"],
] as const)("who chose %s sees, on a device that is dark: %s, the scheme %s", (chosen, isDark, scheme) => {
  expect(lookOf({ scheme: chosen, text: "large" }, isDark)).toEqual({ scheme, text: "large" });
});

test.each([[null], ["dark"], [{}], [{ scheme: "pink", text: 3 }], [[]]])(
  "what is stored as %j is no choice, and the usual look",
  (value) => {
    expect(choiceIn(value)).toEqual({ scheme: "device", text: "usual" });
  },
);

test("of a stored choice every part that holds is kept", () => {
  expect(choiceIn({ scheme: "dark", text: "tiny" })).toEqual({ scheme: "dark", text: "usual" });
  expect(choiceIn({ scheme: 1, text: "large" })).toEqual({ scheme: "device", text: "large" });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asShown,
  checkPersonal,
  heldText,
  maskOf,
  type PersonalKind,
  personalKinds,
  readHeld,
} from "./personal.ts";

const kinds = Object.keys(personalKinds).filter((name): name is PersonalKind => name in personalKinds);

describe("what is a number of its kind", () => {
  test.each<readonly [PersonalKind, unknown, string | undefined]>([
    ["phone", "13800138000", undefined],
    ["phone", "+8613800138000", undefined],
    ["phone", "0887-8220000", undefined],
    ["phone", "0887-8220000-801", undefined],
    ["phone", "400-123-4567", undefined],
    ["phone", "8220000", undefined],
    ["phone", "12800138000", "not-a-phone"],
    ["phone", "1380013800", "not-a-phone"],
    ["phone", "138****8000", "not-a-phone"],
    ["phone", "138 0013 8000", "not-a-phone"],
    ["phone", "", "required"],
    ["phone", 13800138000, "wrong-type"],
    // The example of GB 11643-1999, annex A, and its neighbours.
    ["idNumber", "11010519491231002X", undefined],
    ["idNumber", "440524188001010014", undefined],
    ["idNumber", "110105194912310021", "not-an-id-number"],
    ["idNumber", "11010519491331002X", "not-an-id-number"],
    ["idNumber", "99010519491231002X", "not-an-id-number"],
    ["idNumber", "11010519491231002x", "not-an-id-number"],
    ["idNumber", "110****002X", "not-an-id-number"],
    ["bankAccount", "6222020200112233", undefined],
    ["bankAccount", "6222 0202", "not-a-bank-account"],
    ["bankAccount", "****2233", "not-a-bank-account"],
  ])("%s %j: %s", (kind, value, gives) => {
    expect(checkPersonal(kind, value)).toBe(gives);
  });

  test("one digit changed, or two neighbours exchanged, is found in any identity number", () => {
    const valid = "11010519491231002X";
    const at = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 9 }), (place, digit) => {
        const changed = `${valid.slice(0, place)}${digit}${valid.slice(place + 1)}`;
        fc.pre(changed !== valid);
        expect(checkPersonal("idNumber", changed)).toBe("not-an-id-number");
      }),
    );
  });
});

describe("a mask", () => {
  test.each<readonly [PersonalKind, string, string]>([
    ["phone", "13800138000", "138****8000"],
    ["phone", "0887-8220000", "088****0000"],
    ["phone", "8220000", "****000"],
    ["idNumber", "11010519491231002X", "110****002X"],
    ["bankAccount", "6222020200112233", "****2233"],
  ])("of %s %s is %s", (kind, value, mask) => {
    expect(maskOf(kind, value)).toBe(mask);
  });

  test("shows no more than its kind allows, hides four characters of anything, and is no number of its kind", () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789X-") }));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anything, (kind, value) => {
        const mask = maskOf(kind, value);
        const [start = "", end = ""] = mask.split("****");
        const { first, last } = personalKinds[kind].shows;
        const signs = value.replace(/[^0-9X]/g, "");
        expect(start.length).toBeLessThanOrEqual(first);
        expect(end.length).toBeLessThanOrEqual(last);
        expect(start.length + end.length).toBeLessThanOrEqual(Math.max(0, signs.length - 4));
        expect(signs.startsWith(start) && signs.endsWith(end)).toBe(true);
        expect(checkPersonal(kind, mask)).toBeDefined();
        // What an entry holds of it reads back, and is shown as the mask.
        const held = heldText(7, mask);
        expect(readHeld(held)).toEqual({ version: 7, mask });
        expect(asShown(held)).toBe(mask);
        expect(checkPersonal(kind, held)).toBeDefined();
      }),
    );
  });
});

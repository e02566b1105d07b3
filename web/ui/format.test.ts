import fc from "fast-check";
import { expect, test } from "vitest";
import { formatInstant, formatYuan } from "./format.ts";

test.each([
  ["2026-11-24T01:41:59Z", "2026-11-24 09:41"],
  ["2026-12-31T16:00:00.000Z", "2027-01-01 00:00"],
  [0, "1970-01-01 08:00"],
])("%s is read in China as %s", (instant, read) => {
  expect(formatInstant(instant)).toBe(read);
});

test("instants since the last summer time read as Intl has them", () => {
  const intl = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  });
  const instants = fc.date({ min: new Date("1992-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(fc.property(instants, (at) => formatInstant(at.getTime()) === intl.format(at)));
});

test("yuan are grouped as Intl has them", () => {
  const yuan = fc.integer({ min: 0, max: 10 ** 14 }).map((fen) => fen / 100);
  fc.assert(
    fc.property(yuan, (amount) => {
      const decimals = Number.isInteger(amount) ? 0 : 2;
      const options = { minimumFractionDigits: decimals, maximumFractionDigits: 2 };
      expect(formatYuan(amount)).toBe(amount.toLocaleString("zh-CN", options));
    }),
  );
});

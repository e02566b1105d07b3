import { expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { newApplicationGuard } from "./application-guard.ts";

const now = new Date("2026-03-10T09:00:00+08:00");
const all = limits.applicationsAltogetherPerHour;

test("what was not written uses up nothing of what all may send", () => {
  const guard = newApplicationGuard();
  for (let at = 0; at < all * 2; at += 1) {
    expect(guard.mayApply(`10.0.${Math.trunc(at / 250)}.${at % 250}`, now)).toBe(true);
    guard.wroteNothing();
  }
  const written = Array.from({ length: all + 1 }, (_, at) =>
    guard.mayApply(`10.1.${Math.trunc(at / 250)}.${at % 250}`, now),
  );
  expect(written.filter((may) => may)).toHaveLength(all);
  expect(guard.mayApply("10.2.0.1", now)).toBe(false);
  guard.wroteNothing();
  expect(guard.mayApply("10.2.0.2", now)).toBe(true);
});

test("all addresses of an IPv6 network count as one", () => {
  const guard = newApplicationGuard();
  const sent = Array.from({ length: limits.applicationsPerHour + 1 }, (_, at) =>
    guard.mayApply(`2001:db8::${at.toString(16)}`, now),
  );
  expect(sent.at(-1)).toBe(false);
  expect(guard.mayApply("2001:db8:0:1::1", now)).toBe(true);
});

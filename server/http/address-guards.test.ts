import { expect, test } from "vitest";
import { accountsPerAddress } from "../../core/sign-in/rates.ts";
import { slowDowns } from "../../core/sign-in/slow-down.ts";
import { newClassGuard } from "./class-guard.ts";
import { newSignInGuard } from "./sign-in-guard.ts";

const now = new Date("2026-03-10T09:00:00+08:00");
const sameNetwork = (at: number) => `2001:db8::${at.toString(16)}`;
const another = "2001:db8:0:1::1";

test("whoever asks from all addresses of an IPv6 network asks as one", () => {
  const guard = newClassGuard({ reads: 1, writes: 1, exports: 1 });
  const asked = Array.from({ length: accountsPerAddress + 1 }, (_, at) =>
    guard.mayAsk("reads", { account: `account-${at}`, address: sameNetwork(at) }, now),
  );
  expect(asked.filter((may) => may)).toHaveLength(accountsPerAddress);
  expect(guard.mayAsk("reads", { account: "one-more", address: another }, now)).toBe(true);
});

test("whoever guesses from all addresses of an IPv6 network waits as one, and another network does not", () => {
  const guard = newSignInGuard();
  const guess = (at: number, address: string) =>
    guard.attempt({ username: `name-${at}`, address, known: false }, now);
  const { freeFailures } = slowDowns.address;
  for (let at = 0; at < freeFailures; at += 1) expect(guess(at, sameNetwork(at))).toBe(undefined);
  expect(guess(freeFailures, sameNetwork(freeFailures))?.first).toBe(true);
  expect(guess(freeFailures + 1, another)).toBe(undefined);
});

test("one account that is guessed at from a network has one count there", () => {
  const guard = newSignInGuard();
  const guess = (at: number) =>
    guard.attempt({ username: "lin", address: sameNetwork(at), known: true }, now);
  const { freeFailures } = slowDowns.pair;
  for (let at = 0; at < freeFailures; at += 1) expect(guess(at)).toBe(undefined);
  expect(guess(freeFailures)?.first).toBe(true);
});

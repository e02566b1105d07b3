import { expect, test } from "vitest";
import { beginning, password } from "../support/cast.ts";
import { newWorld } from "../support/world.ts";

const samples = 60;
const dayMs = 86_400_000;

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

// Nothing is held against a number of milliseconds, which a machine with other work to do would not keep: times of two kinds, taken in
// turn in one run, are held against each other. Without the work done for a name that nobody has, theirs are a tenth of the other.
test("a wrong password takes as long for a name that nobody has as for one that somebody has", async () => {
  const world = await newWorld({ proxies: ["127.0.0.1"] });
  await world.owner.query("update person set disabled = true where username = 'wang'");
  let at = 0;
  const timed = async (username: string) => {
    // A day later and from elsewhere each time: nobody is slowed down for guessing.
    at += 1;
    world.clock.now = new Date(beginning.getTime() + at * dayMs);
    const from = { "x-forwarded-for": `198.51.100.${at % 250}` };
    const begun = performance.now();
    const { status } = await world.nobody.send(
      "POST",
      "/api/session",
      { username, password: "no-such-password" },
      from,
    );
    const took = performance.now() - begun;
    expect(status).toBe(401);
    return took;
  };
  const kinds = { known: "lin", unknown: "nobody-at-all", disabled: "wang" };
  const times: Record<keyof typeof kinds, number[]> = { known: [], unknown: [], disabled: [] };
  for (const username of Object.values(kinds)) await timed(username);
  for (let count = 0; count < samples; count += 1) {
    times.known.push(await timed(kinds.known));
    times.unknown.push(await timed(`${kinds.unknown}-${count}`));
    times.disabled.push(await timed(kinds.disabled));
  }
  for (const other of [times.unknown, times.disabled]) {
    const ratio = median(other) / median(times.known);
    expect(ratio).toBeGreaterThan(2 / 3);
    expect(ratio).toBeLessThan(3 / 2);
  }
  // The right password of the closed account is no faster to be refused, either.
  expect((await world.nobody.send("POST", "/api/session", { username: "wang", password })).status).toBe(401);
});

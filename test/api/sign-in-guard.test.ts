import { beforeEach, expect, test } from "vitest";
import { slowDowns } from "../../core/sign-in/slow-down.ts";
import { beginning, password } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld({ proxies: ["127.0.0.1"] });
});

const later = (minutes: number) => {
  world.clock.now = new Date(beginning.getTime() + minutes * 60_000);
};
const desk = "192.0.2.1";
const elsewhere = "198.51.100.7";

const attempt = (username: string, secret: string, from: string) =>
  world.nobody.send("POST", "/api/session", { username, password: secret }, { "x-forwarded-for": from });

async function fail(username: string, from: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1)
    expect((await attempt(username, "wrong", from)).status).toBe(401);
}

test("whoever goes on guessing waits longer and longer, and is told for how long", async () => {
  await fail("lin", elsewhere, 10);
  let at = 0;
  for (const [minutes, seconds] of [
    [1, 60],
    [2, 120],
    [4, 240],
    [8, 480],
    [15, 900],
    [15, 900],
  ] as const) {
    const refused = await attempt("lin", password, elsewhere);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, String(seconds)]);
    expect(refused.body).toMatchObject({ code: "too-many-attempts", retryAfterSeconds: seconds });
    at += minutes;
    later(at);
    await fail("lin", elsewhere, 1);
  }
  later(at + 15);
  expect((await attempt("lin", password, elsewhere)).status).toBe(200);
  await fail("lin", elsewhere, 10);
});

test("an attacker elsewhere waits, and the person at their usual place does not", async () => {
  expect((await attempt("lin", password, desk)).status).toBe(200);
  for (const network of [1, 2, 3]) await fail("lin", `198.51.100.${network}`, 10);
  // Thirty failures from strange addresses: every other strange one waits, too.
  expect((await attempt("lin", password, elsewhere)).status).toBe(429);
  expect((await attempt("lin", password, desk)).status).toBe(200);
  await fail("lin", desk, 10);
  expect((await attempt("lin", password, desk)).status).toBe(429);
});

test("an address that tries one password on many accounts waits for all but those that are at home there", async () => {
  expect((await attempt("lin", password, elsewhere)).status).toBe(200);
  const { freeFailures } = slowDowns.address;
  const guesses = Array.from({ length: freeFailures }, (_, at) =>
    attempt(`guessed-${at}`, "wrong", elsewhere),
  );
  for (const { status } of await Promise.all(guesses)) expect(status).toBe(401);
  expect((await attempt("wang", password, elsewhere)).status).toBe(429);
  expect((await attempt("lin", password, elsewhere)).status).toBe(200);
  expect((await attempt("wang", password, desk)).status).toBe(200);
});

test("an account that is none is answered like one whose password is wrong", async () => {
  const answers = async (username: string) => {
    const told: unknown[] = [];
    for (let count = 0; count < 12; count += 1) {
      const { status, body, headers } = await attempt(username, "wrong", elsewhere);
      told.push([status, body.code, body.title, headers["retry-after"]]);
    }
    return told;
  };
  expect(await answers("nobody-of-that-name")).toEqual(await answers("lin"));
});

test("guesses that are sent at once are tried no oftener than one after the other", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => attempt("lin", "wrong", elsewhere)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test("sessions of one office behind one address hinder nobody there", async () => {
  for (const name of ["lin", "wang", "chen", "luo"]) {
    expect((await attempt(name, password, desk)).status).toBe(200);
    await fail(name, desk, 9);
    expect((await attempt(name, password, desk)).status).toBe(200);
  }
});

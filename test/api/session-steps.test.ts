import { expect, test } from "vitest";
import { z } from "zod";
import { strictRules } from "../../core/sign-in/rules.ts";
import { codeAt, secretAnswer } from "../support/authenticator.ts";
import { password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { mustDo, newWorld } from "../support/world.ts";

const cookieIn = (answer: Answer): string => {
  const given = [answer.headers["set-cookie"]].flat().map(String);
  return given.find((line) => line.startsWith("zhiben_session="))?.split(";")[0] ?? "";
};

test("each step of signing in goes on under a token that nobody knew before, and no earlier one opens anything", async () => {
  const world = await newWorld({ secondFactorFor: strictRules.secondFactorFor });
  const { nobody: browser } = world;
  await world.owner.query("update person set must_change_password = true where username = 'luo'");
  const tokens: string[] = [];
  const keep = (answer: Answer): Answer => {
    const cookie = cookieIn(mustDo(answer));
    expect(cookie).toMatch(/^zhiben_session=[\w-]{43}$/);
    tokens.push(cookie);
    return answer;
  };
  const planted = `zhiben_session=${"a".repeat(43)}`;
  tokens.push(planted);
  const send = (method: "POST" | "PUT", path: string, body: unknown) =>
    browser.send(method, path, body, { cookie: tokens.at(-1) ?? "" });
  expect(keep(await send("POST", "/api/session", { username: "luo", password })).body).toEqual({
    next: "change-password",
  });
  const own = "雪山脚下有一座小学校，春天";
  const changed = keep(await send("PUT", "/api/session/password", { old: password, password: own }));
  expect(changed.body).toEqual({ next: "set-second-factor" });
  const { secret } = secretAnswer.parse(
    mustDo(await send("POST", "/api/session/second-factor/secret", { password: own })).body,
  );
  keep(await send("PUT", "/api/session/second-factor", { code: codeAt(secret, world.clock.now) }));
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  expect(keep(await send("POST", "/api/session", { username: "luo", password: own })).body).toEqual({
    next: "enter-code",
  });
  keep(await send("POST", "/api/session/code", { code: codeAt(secret, world.clock.now) }));
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(tokens).toHaveLength(6);
  const last = tokens.pop() ?? "";
  for (const cookie of tokens) expect((await browser.get("/api/session", { cookie })).status).toBe(401);
  const signedIn = mustDo(await browser.get("/api/session", { cookie: last }));
  expect(z.object({ person: z.object({ name: z.string() }) }).parse(signedIn.body).person.name).toBe("洛桑");
  mustDo(await browser.send("DELETE", "/api/session", undefined, { cookie: last }));
  expect((await browser.get("/api/session", { cookie: last })).status).toBe(401);
});

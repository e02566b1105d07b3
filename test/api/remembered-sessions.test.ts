import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { strictRules } from "../../core/sign-in/rules.ts";
import { inTransaction } from "../../server/store/database.ts";
import { beginning, firstDay, password } from "../support/cast.ts";
import { type Answer, clientOf } from "../support/client.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld({ signInRules: strictRules });
});
afterEach(() => world.stop());

const page = "/api/registers/hazard/entries";

/** Lin at this server, with a hazard in sight that has been read before, so that the session is remembered. */
async function linReading() {
  const id = await world.hazardFound();
  const signedIn = mustDo(await world.nobody.send("POST", "/api/session", { username: "lin", password }));
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  const lin = clientOf(world.zhiben.app, async () => cookie);
  for (const path of [page, `${page}/${id}`]) mustDo(await lin.get(path));
  return { id, cookie, lin };
}

const outcomeOf = ({ status, body }: Answer) => [status, body.code ?? body.entries];

test("the session of a page is looked up by the statement that tells its scope, once it is remembered", async () => {
  const { lin, id } = await linReading();
  const asked = vi.spyOn(world.services.pool, "query");
  for (const path of [page, `${page}/${id}`]) mustDo(await lin.get(path));
  expect(asked).not.toHaveBeenCalled();
  // A route that does not prove it reads it first, as before.
  mustDo(await lin.get("/api/notices"));
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
});

const ofLin = "(select id from person where username = 'lin')";

describe.each(["a page", "an entry"])("%s of a remembered session", (asked) => {
  test.each([
    { story: "has ended", change: "delete from session", gives: "not-signed-in" },
    { story: "is locked", change: "update session set locked = true", gives: "session-locked" },
    {
      story: "is of an account that is closed",
      change: `update person set disabled = true where id = ${ofLin}`,
      gives: "not-signed-in",
    },
    {
      story: "is in a post that has ended",
      change: `update post set from_day = from_day - 9, to_day = '${firstDay}'::date - 1 where person = ${ofLin}`,
      gives: "not-signed-in",
    },
    {
      story: "has something of signing in left to do",
      change: "update session set next = 'change-password'",
      gives: "sign-in-unfinished",
    },
  ])("is refused at once where the session $story", async ({ change, gives }) => {
    const { lin, id } = await linReading();
    await world.owner.query(change);
    const answer = await lin.get(asked === "a page" ? page : `${page}/${id}`);
    expect(answer.body.code).toBe(gives);
  });

  test("is refused at once where too much time has passed", async () => {
    const { lin, id } = await linReading();
    world.clock.now = new Date(beginning.getTime() + 13 * 3_600_000);
    expect((await lin.get(asked === "a page" ? page : `${page}/${id}`)).body.code).toBe("not-signed-in");
  });
});

test("what a post covers counts from the next page on", async () => {
  const { lin, id } = await linReading();
  await world.owner.query(`update post set region = '533423' where person = ${ofLin}`);
  expect(outcomeOf(await lin.get(page))).toEqual([200, []]);
  expect((await lin.get(`${page}/${id}`)).status).toBe(404);
  await world.owner.query(`update post set region = '533401' where person = ${ofLin}`);
  expect((await lin.get(`${page}/${id}`)).status).toBe(200);
});

test("a session that is ended at one server is refused at every other, and told why", async () => {
  const { cookie, lin } = await linReading();
  const other = await world.startAnother();
  try {
    const elsewhere = clientOf(other.app, async () => cookie);
    mustDo(await elsewhere.get(page));
    const ended = mustDo(
      await clientOf(other.app, async () => undefined).send("POST", "/api/session", {
        username: "lin",
        password,
      }),
    );
    const newer = String(ended.headers["set-cookie"]).split(";")[0];
    mustDo(await clientOf(other.app, async () => newer).send("DELETE", "/api/session/others"));
    expect((await lin.get(page)).body.code).toBe("session-ended");
    expect((await elsewhere.get(page)).body.code).toBe("session-ended");
  } finally {
    await other.stop();
  }
});

test("where what is asked does not hold, nothing is committed", async () => {
  const proof = {
    name: "never",
    text: "select 1 as found where $1::boolean",
    values: [false],
    take: ({ found }: { found?: unknown }) => {
      if (found === null) throw new Error("not proven");
    },
  };
  const drawing = inTransaction(world.services.pool, { scope: { sees: "everything" }, proof }, async (tx) => {
    await tx.query("set local role zhiben_commit");
    await tx.query("insert into number_series (series, drawn) values ('unproven', 7)");
  });
  await expect(drawing).rejects.toThrow("not proven");
  const { rows } = await world.owner.query("select from number_series where series = 'unproven'");
  expect(rows).toEqual([]);
});

import { beforeAll, describe, expect, test } from "vitest";
import { registers } from "../../core/registers/index.ts";
import { endPostsThatAreOver } from "../../server/jobs/posts.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { hashPassword } from "../../server/store/people.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { cast, firstDay, type PersonName, password, personNames } from "../support/cast.ts";
import { clientOf, type EntryAnswer, entryIn } from "../support/client.ts";
import { countyBureau } from "../support/paths.ts";
import { signIn as cookieOf, mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

let drawn = 0;

/** Opens an account, which can sign in as soon as somebody gives it a password. */
async function accountOpened(own: Readonly<Record<string, unknown>> = {}) {
  drawn += 1;
  const username = `new-${drawn}`;
  const input = { username, name: "尼玛", unit: countyBureau, ...own };
  const { id } = entryIn(mustDo(await world.as("tang").open("account", { input })));
  await world.owner.query("update person set password_hash = $2 where id = $1", [
    id,
    await hashPassword(password),
  ]);
  return { id, username };
}

const inspecting = {
  role: "inspector",
  unit: countyBureau,
  covers: "533401",
  sectors: ["S04"],
  heldFrom: firstDay,
};

async function granted(account: string, own: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const input = { account, ...inspecting, ...own };
  return entryIn(mustDo(await world.as("min").open("post", { act: "grant", input }))).id;
}

const act = (name: PersonName, id: string, version: number, what: string, input = {}) =>
  world.as(name).act("post", id, what, { version, input });

/** A client with one session of somebody who is not of the cast. */
async function signedIn(username: string) {
  const cookie = await cookieOf(world.zhiben.app, username, password);
  return clientOf(world.zhiben.app, async () => cookie);
}

const signIn = (username: string) => world.nobody.send("POST", "/api/session", { username, password });
const namesIn = (entries: readonly EntryAnswer[]) => entries.map(({ values }) => values.holderName).sort();

describe("an inspector who comes", () => {
  test("can do nothing until the post is granted and confirmed, then sees the own region and sectors, and the ledger tells it all", async () => {
    const { id, username } = await accountOpened();
    expect((await signIn(username)).body.code).toBe("sign-in-failed");
    const post = await granted(id);
    expect((await signIn(username)).body.code).toBe("sign-in-failed");

    const waiting = await world.as("luo").get("/api/registers/post/entries?todo=mine");
    expect(waiting.body.entries).toContainEqual(expect.objectContaining({ id: post, state: "awaiting" }));
    mustDo(await act("luo", post, 1, "confirm"));
    const nima = await signedIn(username);
    const { body } = await nima.get("/api/session");
    expect(body.post).toMatchObject({ role: "inspector", region: "533401", sectors: ["S04"] });
    const enterprises = await nima.get("/api/registers/enterprise/entries");
    expect(enterprises.body.entries).toHaveLength(2);
    expect((await nima.get("/api/registers/post/entries")).body.entries).toHaveLength(1);

    const lines = await world.as("shen").get(`/api/registers/post/entries/${post}/ledger`);
    expect(lines.body.lines).toEqual([
      expect.objectContaining({ act: "grant", actor: expect.objectContaining({ name: cast.min.name }) }),
      expect.objectContaining({ act: "confirm", actor: expect.objectContaining({ name: cast.luo.name }) }),
    ]);
    expect(lines.body.verified).toBe(true);
  });

  test("keeps no post that was declined or withdrawn", async () => {
    const { id, username } = await accountOpened();
    mustDo(await act("luo", await granted(id), 1, "decline", { reason: "编制已满" }));
    mustDo(await act("min", await granted(id), 1, "withdraw", { reason: "误授" }));
    expect((await signIn(username)).body.code).toBe("sign-in-failed");
  });

  test("loses the post at once when it ends, and the head is told", async () => {
    const { id, username } = await accountOpened();
    const post = await granted(id);
    mustDo(await act("luo", post, 1, "confirm"));
    const nima = await signedIn(username);
    expect((await nima.get("/api/session")).status).toBe(200);
    mustDo(await act("min", post, 2, "end", { endsFrom: firstDay, reason: "调离" }));
    expect((await nima.get("/api/registers/enterprise/entries")).status).toBe(401);
    const told = await world.as("luo").get("/api/registers/post/entries?todo=mine");
    expect(told.body.entries).toContainEqual(expect.objectContaining({ id: post, state: "ended" }));
    mustDo(await act("luo", post, 3, "note"));
  });

  test("whose post was given until a day is out of it after that day, by the engine, and the head is told", async () => {
    const { id } = await accountOpened();
    const post = await granted(id, { heldUntil: "2026-03-20" });
    mustDo(await act("luo", post, 1, "confirm"));
    const on = (day: string) =>
      endPostsThatAreOver({ ...world.services, clock: () => new Date(`${day}T09:00:00+08:00`) });
    expect(await on("2026-03-20")).toBe(0);
    expect(await on("2026-03-21")).toBe(1);
    expect(await on("2026-03-22")).toBe(0);
    const { body } = await world.as("shen").get(`/api/registers/post/entries/${post}/ledger`);
    expect(body.lines).toHaveLength(3);
    expect(body.lines).toContainEqual(expect.objectContaining({ act: "expire", role: "system" }));
    expect(body.verified).toBe(true);
    const told = await world.as("luo").get("/api/registers/post/entries?todo=mine");
    expect(told.body.entries).toContainEqual(expect.objectContaining({ id: post, state: "ended" }));
  });

  test("is shut out when the account is disabled, and let in again with the posts that stand", async () => {
    const { id, username } = await accountOpened();
    mustDo(await act("luo", await granted(id), 1, "confirm"));
    const nima = await signedIn(username);
    expect((await nima.get("/api/session")).status).toBe(200);
    mustDo(await world.as("tang").act("account", id, "disable", { version: 1, input: { reason: "停职" } }));
    expect((await nima.get("/api/registers/enterprise/entries")).status).toBe(401);
    mustDo(await world.as("tang").act("account", id, "enable", { version: 2, input: { reason: "复职" } }));
    expect((await signIn(username)).status).toBe(200);
  });

  test("may be confirmed above, where the unit has nobody at its head", async () => {
    const unit = organisationId("xianggelila-anweiban");
    const { id } = await accountOpened({ unit });
    const post = await granted(id, { role: "committeeOffice", unit, sectors: null, everySector: true });
    expect((await act("gesang", post, 1, "confirm")).status).toBe(404);
    mustDo(await act("luo", post, 1, "confirm"));
  });

  test("cannot be two administrators, even where both were granted before either was confirmed", async () => {
    const { id } = await accountOpened();
    const input = { account: id, unit: countyBureau, heldFrom: firstDay };
    const grant = (role: string) => world.as("min").open("post", { act: "grant", input: { ...input, role } });
    const answers = await Promise.all([grant("auditor"), grant("systemAdministrator")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe("two-administrators-in-one");
  });

  test("has a name that nobody else has", async () => {
    const input = { username: "lin", name: "另一林", unit: countyBureau };
    const answer = await world.as("tang").open("account", { input });
    expect(answer.body.code).toBe("username-taken");
  });
});

describe("who sees accounts and posts", () => {
  const all = async (name: PersonName, register: string) =>
    (await world.as(name).get(`/api/registers/${register}/entries?count=exact&limit=1`)).body.total;

  test.each(["account", "post"])("the three administrators see every %s", async (register) => {
    const [tang, ning, shen] = await Promise.all(
      (["tang", "min", "shen"] as const).map((name) => all(name, register)),
    );
    expect(tang).toBeGreaterThanOrEqual(personNames.length);
    expect([ning, shen]).toEqual([tang, tang]);
  });

  test.each<[PersonName, number]>([
    ["lin", 1],
    ["mei", 2],
    ["su", 1],
    ["gesang", 1],
    ["ji", 1],
    ["gao", 1],
  ])("%s sees no more than %i", async (name, own) => {
    expect(await all(name, "post")).toBe(own);
    expect(await all(name, "account")).toBe(own);
  });

  test("a head sees those of the own bureau, and of no other", async () => {
    const { entries } = await world.as("he").list("post");
    expect(namesIn(entries)).toEqual([cast.chen.name, cast.he.name].sort());
  });

  test.each(["tang", "min", "shen"] as const)("%s sees no entry of any other register", async (name) => {
    const { body } = await world.as(name).get("/api/registers");
    expect(body.registers).toMatchObject([{ name: "account" }, { name: "post" }, { name: "partner-token" }]);
    for (const register of registers.filter(({ keeping }) => keeping === undefined)) {
      const list = await world.as(name).get(`/api/registers/${register.name}/entries?count=exact`);
      expect([list.status, list.body.code]).toEqual([404, "not-found"]);
    }
  });

  test("an officer finds neither by searching, nor in the lists of the own work", async () => {
    for (const query of [`q=${encodeURIComponent(cast.wang.name)}`, "todo=mine", "copied=mine"]) {
      const { body } = await world.as("lin").get(`/api/registers/account/entries?${query}`);
      expect(body.entries).toEqual([]);
    }
  });
});

test.each<[PersonName, string, string, string]>([
  ["tang", "account", "open", "input-invalid"],
  ["min", "account", "open", "role-may-not"],
  ["luo", "account", "open", "role-may-not"],
  ["min", "post", "grant", "input-invalid"],
  ["tang", "post", "grant", "role-may-not"],
  ["lin", "post", "grant", "role-may-not"],
  ["tang", "account", "setUp", "role-may-not"],
  ["min", "post", "setUp", "role-may-not"],
])("of %s who enters nothing in %s: %s gives %s", async (name, register, what, gives) => {
  const answer = await world.as(name).open(register, { act: what, input: {} });
  expect(answer.body.code).toBe(gives);
});

test("whoever can sign in is who the ledger says, and a row beside it is found", async () => {
  const verified = async () => {
    const { faults } = await verifyLedger(world.owner, world.services.algorithm, () => undefined);
    return faults.map(({ fault, what }) => `${fault} ${what}`);
  };
  expect(await verified()).toEqual([]);
  const lin = (await world.actor("lin")).id;
  await world.owner.query("update post set region = '5334' where person = $1", [lin]);
  expect(await verified()).toEqual(["people-differ post"]);
  await world.owner.query("update post set region = '533401' where person = $1", [lin]);
  await world.owner.query(
    "insert into person (id, username, name) values ('01890000-0000-7000-8000-000000000009', 'nobody', '无')",
  );
  expect(await verified()).toEqual(["people-differ person"]);
  await world.owner.query("delete from person where username = 'nobody'");
});

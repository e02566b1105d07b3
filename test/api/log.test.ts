import { beforeAll, expect, test } from "vitest";
import { failureOf, logInto } from "../../server/operation/log.ts";
import { cast, enterprises, password, personNames } from "../support/cast.ts";
import { aHazard } from "../support/paths.ts";
import { png, upload } from "../support/uploads.ts";
import { newWorld, signIn, type World } from "../support/world.ts";

const lines: string[] = [];
let world: World;
let token: string;
beforeAll(async () => {
  world = await newWorld({ log: logInto("debug", (line) => lines.push(line)) });
  token = await signIn(world.zhiben.app, "su", password);
  await busyStory();
});

const hazards = "/api/registers/hazard/entries";
const typed = { title: "段冶金在二号炉旁看见的裂缝", phone: "13900000042" };

/** Everything that people do with a hazard, and everything that goes wrong with what they send. */
async function busyStory(): Promise<void> {
  const su = world.as("su");
  await world.hazardBroughtTo("closed");
  await su.open("hazard", { input: aHazard({ title: typed.title }) });
  await su.open("hazard", { input: { title: typed.title, phone: typed.phone } });
  await world.as("chen").act("hazard", await world.hazardFound(), "proposeMajor", { version: 1, input: {} });
  await su.get(`${hazards}?search=${encodeURIComponent(typed.title)}`);
  await su.get(`/api/${encodeURIComponent(cast.mei.name)}/${typed.phone}`);
  await su.get(`/%zz${typed.phone}`);
  await su.raw({
    method: "POST",
    url: hazards,
    headers: { "content-type": "application/json" },
    payload: `{"title":"${typed.title}"`,
  });
  await world.nobody.send("POST", "/api/session", { username: "su", password: `${password}!` });
  await world.nobody.get(hazards, { authorization: `Bearer ${token}x` });
  await upload(world.as("su"), `${cast.mei.name}.png`, png());
  // PostgreSQL tells the whole row that it refuses: no line may hold it.
  await world.owner.query("alter table entry_hazard add constraint full_now check (version < 0) not valid");
  const failed = await su.open("hazard", { input: aHazard({ title: typed.title }) });
  expect(failed.status).toBe(500);
  await world.owner.query("alter table entry_hazard drop constraint full_now");
}

const personal = [
  ...personNames.map((name) => cast[name].name),
  ...personNames.map((name) => `测试执法证-${name}`),
  ...Object.values(enterprises).flatMap(({ name, creditCode }) => [name, creditCode]),
  ...Object.values(typed),
  password,
  "127.0.0.1",
];

test("no line of a busy story holds a name, a number, a password, an address or anything that was typed", () => {
  const said = lines.join();
  const held = personal.filter((value) => said.includes(value) || said.includes(encodeURIComponent(value)));
  expect(held).toEqual([]);
});

test("nor a session's token, nor a user name, nor anything in Chinese", () => {
  const [, value = ""] = token.split("=");
  expect(value).not.toBe("");
  const usernames = new RegExp(`"(${personNames.join("|")})"`);
  expect(
    lines.filter((line) => line.includes(value) || usernames.test(line) || /\p{Script=Han}/u.test(line)),
  ).toEqual([]);
});

test("each request is one line with its pattern, status, time and size", () => {
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === "request");
  expect(requests.length).toBeGreaterThan(20);
  for (const request of requests) {
    expect(request).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: expect.stringMatching(/^[A-Z]+$/),
      route: expect.stringMatching(/^(\/api\/[\w/:.-]*|\(none\))$/),
      status: expect.any(Number),
      ms: expect.any(Number),
      ...("bytes" in request ? { bytes: expect.any(Number) } : {}),
      event: "request",
    });
  }
});

test("an error of ours is told with its request, its code and its place", () => {
  const [failed, ...more] = lines
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === "request-failed");
  expect(more).toEqual([]);
  expect(failed).toMatchObject({
    level: "error",
    method: "POST",
    route: "/api/registers/:register/entries",
    failure: { name: "error", code: "23514", table: "entry_hazard", constraint: "full_now" },
  });
  expect(failed.failure.stack.join()).toContain("commit.ts");
  expect(failed.failure).not.toHaveProperty("message");
});

test("what a parser or the database quotes is left out, our own words are not, and a cause comes along", async () => {
  const quoted = [
    await world.owner.query("select $1::integer", [typed.title]).catch((error: unknown) => error),
    parseFailure(`${typed.title}`),
  ];
  for (const error of quoted) expect(JSON.stringify(failureOf(error))).not.toContain(typed.title);
  const ours = new Error("Nobody registers it", { cause: quoted[0] });
  expect(failureOf(ours)).toMatchObject({ message: "Nobody registers it", cause: { code: "22P02" } });
});

function parseFailure(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

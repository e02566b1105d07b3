import { once } from "node:events";
import http from "node:http";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { givePost } from "../../server/store/posts.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId, type PersonName, password } from "../support/cast.ts";
import { clientOf } from "../support/client.ts";
import { mustDo, newWorld, signIn, type World } from "../support/world.ts";

let world: World;
let address: string;
beforeAll(async () => {
  world = await newWorld();
  address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
});

const change = z.object({
  position: z.number(),
  register: z.string(),
  entry: z.string(),
  version: z.number(),
  act: z.string(),
});
type Change = z.output<typeof change>;
const changesAnswer = z.object({ epoch: z.uuid(), changes: z.array(change), next: z.number() });

async function changesOf(name: PersonName, after: number, limit = 200) {
  return changesAnswer.parse((await world.as(name).get(`/api/changes?after=${after}&limit=${limit}`)).body);
}

async function walk(name: PersonName, limit: number): Promise<readonly Change[]> {
  const walked: Change[] = [];
  for (let after = -1; ; ) {
    const { changes, next } = await changesOf(name, after, limit);
    walked.push(...changes);
    if (next === after) return walked;
    after = next;
  }
}

const openElsewhere = () =>
  world.as("yu").open("hazard", {
    input: {
      title: "外县隐患",
      organisation: enterpriseId("timber"),
      source: "inspection",
      foundOn: "2026-03-02",
    },
  });

test("positions are dense, each line has one, and each person walks all that is theirs in order", async () => {
  await Promise.all([
    world.hazardBroughtTo("closed"),
    world.hazardBroughtTo("closed", "general"),
    openElsewhere(),
    openElsewhere(),
  ]);
  await world.sequenced();
  const { rows } = await world.owner.query<{ lines: number; leaves: number; first: number; last: number }>(
    `select (select count(*) from ledger) + (select count(*) from audit) as lines, count(*) as leaves, min(position) as first, max(position) as last from leaf`,
  );
  const [counted] = rows;
  expect(counted).toMatchObject({ leaves: counted?.lines, first: 0, last: (counted?.lines ?? 0) - 1 });
  for (const name of ["su", "lin", "zhang", "yu"] as const) {
    const walked = await walk(name, 3);
    expect(walked).toEqual((await changesOf(name, -1)).changes);
    const positions = walked.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
    for (const { entry } of walked) {
      const versions = walked.filter((other) => other.entry === entry).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, at) => at + 1));
    }
  }
  const mine = await walk("su", 50);
  const theirs = await walk("yu", 50);
  expect(mine.length).toBeGreaterThan(15);
  // Each has their own enterprise's entries and hazards, and nothing of the other's.
  expect(theirs.filter(({ entry }) => mine.some((other) => other.entry === entry))).toEqual([]);
  expect(theirs.filter(({ register }) => register === "hazard")).toHaveLength(2);
});

/** Somebody who listens: what they have heard, and a way to wait until they have heard enough. */
async function listener(name: PersonName, headers: Readonly<Record<string, string>> = {}, query = "") {
  return listen(await signIn(world.zhiben.app, name, password), headers, query);
}

async function listen(cookie: string, headers: Readonly<Record<string, string>> = {}, query = "") {
  const request = http.get(`${address}/api/stream${query}`, { headers: { cookie, ...headers } });
  const [response]: http.IncomingMessage[] = await once(request, "response");
  if (response === undefined) throw new Error("No answer");
  let text = "";
  let heard: () => void = () => undefined;
  response.setEncoding("utf8");
  response.on("data", (part: string) => {
    text += part;
    heard();
  });
  response.on("error", () => undefined);
  const changes = (): Change[] =>
    [...text.matchAll(/^id: (.*)\nevent: change\ndata: (.*)\n\n/gm)].map(([, id, data = ""]) => {
      const told = change.parse(JSON.parse(data));
      expect(id).toBe(`${told.position}@${world.services.epoch}`);
      return told;
    });
  return {
    response,
    changes,
    /** Events of another name. */
    told: (name: string) =>
      [...text.matchAll(/^id: (.*)\nevent: (\w+)\ndata: (.*)\n\n/gm)]
        .filter(([, , event]) => event === name)
        .map(([, id, , data = ""]) => ({ id, ...JSON.parse(data) })),
    async until(enough: (changes: readonly Change[]) => boolean): Promise<readonly Change[]> {
      while (!enough(changes())) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
      return changes();
    },
    leave: () => request.destroy(),
  };
}

test("whoever listens hears of an act without asking again, and only of what is theirs", async () => {
  await world.sequenced();
  const lin = await listener("lin");
  expect(lin.response.headers["content-type"]).toMatch(/^text\/event-stream/);
  mustDo(await openElsewhere());
  const id = await world.hazardBroughtTo("majorConfirmed");
  const told = await lin.until((changes) => changes.some(({ act }) => act === "confirmMajor"));
  expect(told.map(({ entry, act }) => [entry, act])).toEqual([
    [id, "find"],
    [id, "proposeMajor"],
    [id, "confirmMajor"],
  ]);
  lin.leave();
});

test("whoever turns to another post hears nothing more of what was theirs in the post before", async () => {
  const zhang = await world.actor("zhang");
  await givePost(world.owner, zhang.id, {
    role: "departmentHead",
    organisation: organisationId("weixi-yingji"),
    level: "county",
    region: "533423",
    sectors: "all",
    from: "2025-01-01",
  });
  const cookie = await signIn(world.zhiben.app, "zhang", password);
  const office = await listen(cookie);
  const first = await world.hazardFound();
  await office.until((changes) => changes.some(({ entry }) => entry === first));
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from post where person = $1 and role = 'departmentHead'",
    [zhang.id],
  );
  const client = clientOf(world.zhiben.app, async () => cookie);
  mustDo(await client.send("PUT", "/api/session/post", { post: rows[0]?.id }));
  const ended = once(office.response, "end");
  const second = await world.hazardFound();
  await ended;
  expect(office.changes().filter(({ entry }) => entry === second)).toEqual([]);
});

test("a listener who comes back hears everything since, once", async () => {
  const before = await listener("su");
  const first = await world.hazardFound();
  const [last] = await before.until((changes) => changes.some(({ entry }) => entry === first));
  before.leave();
  // Lines of one instant stand in the order of their entries, so the two come as a set.
  const missed = [await world.hazardFound(), await world.hazardFound()].sort();
  const after = await listener("su", { "last-event-id": String(last?.position) });
  const told = await after.until((changes) => changes.length >= missed.length);
  expect(told.map(({ entry }) => entry).sort()).toEqual(missed);
  after.leave();
  const asked = await listener("su", {}, `?after=${last?.position}`);
  const again = await asked.until((changes) => changes.length >= missed.length);
  expect(again.map(({ entry }) => entry).sort()).toEqual(missed);
  asked.leave();
});

const otherEpoch = "0192f0c1-0000-7000-8000-000000000001";

test("whoever followed another epoch, or a position that no line holds, is told where the feed stands now", async () => {
  await changesOf("su", -1);
  await world.sequenced();
  const { epoch } = world.services;
  const { next: last } = await changesOf("su", -1);
  expect((await changesOf("su", last)).epoch).toBe(epoch);
  expect((await world.as("su").get(`/api/changes?after=${last}&epoch=${epoch}`)).status).toBe(200);
  for (const query of [
    `after=0&epoch=${otherEpoch}`,
    `after=${last + 1}`,
    `after=${last + 1}&epoch=${epoch}`,
  ])
    expect((await world.as("su").get(`/api/changes?${query}`)).body).toMatchObject({
      status: 409,
      code: "feed-rewound",
      epoch,
      last,
    });
  expect((await world.as("su").get("/api/changes?epoch=none")).status).toBe(400);
});

test("a listener learns the epoch first; one who comes back from another is told to begin anew, and let go", async () => {
  const { epoch } = world.services;
  // Signing in is a line of the audit log, so where the feed stands moves on with every listener.
  const place = z.object({ id: z.string(), epoch: z.literal(epoch), last: z.number() });
  const placeTold = (told: readonly unknown[]) => {
    const [{ id, last }] = z.tuple([place]).parse(told);
    expect(id).toBe(`${last}@${epoch}`);
    return last;
  };
  const joined = await listener("su");
  await vi.waitUntil(() => joined.told("joined").length > 0);
  const last = placeTold(joined.told("joined"));
  expect(last).toBeGreaterThan(0);
  joined.leave();
  const stale = [
    await listener("su", { "last-event-id": `0@${otherEpoch}` }),
    await listener("su", { "last-event-id": String(last + 1_000) }),
    await listener("su", {}, `?after=0&epoch=${otherEpoch}`),
  ];
  for (const { response, told, changes } of stale) {
    if (!response.readableEnded) await once(response, "end");
    expect(placeTold(told("rewound"))).toBeGreaterThanOrEqual(last);
    expect(changes()).toEqual([]);
  }
  // The id of that event brings whoever comes back with it into the present.
  const back = await listener("su", { "last-event-id": `${last}@${epoch}` });
  const id = await world.hazardFound();
  expect((await back.until((changes) => changes.length > 0)).map(({ entry }) => entry)).toEqual([id]);
  back.leave();
});

test("more may not listen than the server has room for, and one who leaves makes room", async () => {
  const listeners = [];
  for (let count = 0; count < 20; count += 1) listeners.push(await listener("su"));
  const cookie = await signIn(world.zhiben.app, "su", password);
  const more: http.IncomingMessage[] = [];
  for (let count = 20; count < limits.streamConnections; count += 1) {
    const [response] = await once(http.get(`${address}/api/stream`, { headers: { cookie } }), "response");
    more.push(response);
  }
  const full = await world.as("su").get("/api/stream");
  expect(full.body).toMatchObject({ code: "too-many-streams", status: 429 });
  for (const { leave } of listeners) leave();
  for (const response of more) response.destroy();
});

test("the whole ledger verifies after all of this, and does not once a line was touched", async () => {
  await world.sequenced();
  const { algorithm } = world.services;
  const verified = await verifyLedger(world.owner, algorithm, () => undefined);
  // Zhang's second post was given above behind the product's back.
  expect(verified.faults).toMatchObject([{ fault: "people-differ", what: "post" }]);
  expect(verified.lines).toBeGreaterThan(20);
  await world.owner.query("alter table ledger disable trigger ledger_only_grows");
  const { rows } = await world.owner.query<{ entry: string }>(
    `update ledger set text = replace(text, '"act":"confirmMajor"', '"act":"dismiss"')
      where (entry, version) in (select entry, version from ledger where act = 'confirmMajor' limit 1) returning entry`,
  );
  const broken = await verifyLedger(world.owner, algorithm, () => undefined);
  expect(broken.faults.filter(({ fault }) => fault !== "people-differ")).toMatchObject([
    { entry: rows[0]?.entry, version: 3, fault: "hash-differs" },
  ]);
  const shown = await world.as("mei").ledger("hazard", rows[0]?.entry ?? "");
  expect(shown.verified).toEqual({ version: 3, fault: "hash-differs" });
});

test("a ledger with a line that can no longer be read is shown without it, and says so", async () => {
  const id = await world.hazardBroughtTo("majorProposed");
  await world.owner.query("alter table ledger disable trigger ledger_only_grows");
  await world.owner.query("update ledger set text = 'gone' where entry = $1 and version = 2", [id]);
  const { lines, verified } = await world.as("mei").ledger("hazard", id);
  expect(lines.map(({ version }) => version)).toEqual([1]);
  expect(verified).toEqual({ version: 2, fault: "hash-differs" });
});

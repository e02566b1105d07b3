import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { firstDay, type PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

const unit = organisationId("xianggelila-yingji");
const office = organisationId("xianggelila-anweiban");
let world: World;
let leaver: string;
let posts: readonly { readonly id: string; readonly version: number }[];
let successors: readonly string[];

/** Somebody with two posts, and two accounts of those who could succeed. */
beforeEach(async () => {
  world = await newWorld();
  const [first, ...others] = await Promise.all(["likai", "jieyi", "jieer"].map(opened));
  leaver = first ?? "";
  successors = others;
  const inspector = await granted({ role: "inspector", unit }, "luo");
  const officer = await granted({ role: "committeeOffice", unit: office }, "luo");
  posts = [inspector, officer].map((id) => ({ id, version: 2 }));
});
afterEach(() => world.stop());

async function opened(username: string): Promise<string> {
  const input = { username, name: `${username}（虚构）`, unit };
  return entryIn(mustDo(await world.as("tang").open("account", { input }))).id;
}

async function awaiting(held: { role: string; unit: string }): Promise<string> {
  const input = { ...held, account: leaver, covers: "533401", everySector: true, heldFrom: firstDay };
  return entryIn(mustDo(await world.as("min").open("post", { act: "grant", input }))).id;
}

async function granted(held: { role: string; unit: string }, confirms: PersonName): Promise<string> {
  const id = await awaiting(held);
  mustDo(await world.as(confirms).act("post", id, "confirm", { version: 1, input: {} }));
  return id;
}

const handOver = (to: readonly (string | null | undefined)[], by: PersonName = "min", of = leaver) =>
  world.as(by).send("POST", `/api/accounts/${of}/handover`, {
    endsFrom: firstDay,
    reason: "调离",
    posts: posts.flatMap((post, at) => (to[at] === undefined ? [] : [{ ...post, successor: to[at] }])),
  });

const stateOf = async (id: string) => (await world.as("min").entry("post", id)).entry.state;
const succeeding = async (id: string) => {
  const { rows } = await world.owner.query<{ account: string; state: string; unit: string }>(
    "select account, state, unit from entry_post where data ->> 'succeeds' = $1",
    [id],
  );
  return rows;
};

test("everything of somebody who leaves goes to its successors at once, each to be confirmed in its organisation", async () => {
  const { status, body } = await handOver([successors[0], successors[1]]);
  expect([status, body]).toEqual([200, { handedOver: 2 }]);
  for (const [at, { id }] of posts.entries()) {
    expect(await stateOf(id)).toBe("ended");
    expect(await succeeding(id)).toEqual([
      { account: successors[at], state: "awaiting", unit: at === 0 ? unit : office },
    ]);
  }
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});

test("a post that nobody takes over ends beside the others", async () => {
  mustDo(await handOver([successors[0], null]));
  expect(await Promise.all(posts.map(({ id }) => stateOf(id)))).toEqual(["ended", "ended"]);
  expect(await succeeding(posts[1]?.id ?? "")).toEqual([]);
});

interface Refused {
  readonly story: string;
  readonly to: () => readonly (string | null | undefined)[];
  readonly by?: PersonName;
  readonly gives: readonly [number, string];
}

test.each<Refused>([
  { story: "one is left out", to: () => [successors[0]], gives: [409, "posts-left-out"] },
  { story: "one goes to the leaver", to: () => [successors[0], leaver], gives: [422, "succeeds-oneself"] },
  {
    story: "one goes to nobody's account",
    to: () => [successors[0], "0192f0c1-0000-7000-8000-00000000000f"],
    gives: [422, "input-invalid"],
  },
  {
    story: "a head asks, who sees the posts of the own unit alone",
    to: () => [successors[0], successors[1]],
    by: "luo",
    gives: [404, "not-found"],
  },
  {
    story: "the system administrator asks",
    to: () => [successors[0], successors[1]],
    by: "tang",
    gives: [403, "role-may-not"],
  },
  {
    story: "somebody elsewhere asks",
    to: () => [successors[0], successors[1]],
    by: "he",
    gives: [404, "not-found"],
  },
])("nothing is handed over where $story", async ({ to, by, gives }) => {
  const before = await fingerprint(world.owner);
  const { status, body } = await handOver(to(), by);
  expect([status, body.code]).toEqual(gives);
  expect(await fingerprint(world.owner)).toBe(before);
});

test("nothing is handed over where one moved on meanwhile, is somebody else's, or is named twice", async () => {
  const [first, second] = posts;
  const to = [successors[0], successors[1]];
  const before = await fingerprint(world.owner);
  posts = [first, { id: second?.id ?? "", version: 1 }].flatMap((post) => post ?? []);
  expect((await handOver(to)).body.code).toBe("stale-version");
  posts = [first, second].flatMap((post) => post ?? []);
  expect((await handOver(to, "min", successors[0])).status).toBe(404);
  posts = [first, first].flatMap((post) => post ?? []);
  expect((await handOver(to)).body.code).toBe("malformed-request");
  expect(await fingerprint(world.owner)).toBe(before);
});

describe("with a post that awaits confirmation", () => {
  let granting: string;

  beforeEach(async () => {
    granting = await awaiting({ role: "departmentHead", unit });
  });

  test("it is taken back beside the others, and can be confirmed no more", async () => {
    posts = [...posts, { id: granting, version: 1 }];
    expect(await handOver([successors[0], null, null])).toMatchObject({
      status: 200,
      body: { handedOver: 3 },
    });
    expect(await Promise.all(posts.map(({ id }) => stateOf(id)))).toEqual(["ended", "ended", "withdrawn"]);
    const late = await world.as("luo").act("post", granting, "confirm", { version: 2, input: {} });
    expect(late.body.code).toBe("act-not-open-in-this-state");
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  test.each<Refused>([
    { story: "it is left out", to: () => [successors[0], null], gives: [409, "posts-left-out"] },
    {
      story: "it is to go to a successor",
      to: () => [successors[0], null, successors[1]],
      gives: [422, "act-not-open-in-this-state"],
    },
  ])("nothing is handed over where $story", async ({ to, gives }) => {
    posts = [...posts, { id: granting, version: 1 }];
    const before = await fingerprint(world.owner);
    const { status, body } = await handOver(to());
    expect([status, body.code]).toEqual(gives);
    expect(await fingerprint(world.owner)).toBe(before);
  });

  test("whoever holds nothing else needs no day for it", async () => {
    for (const { id, version } of posts)
      mustDo(
        await world
          .as("min")
          .act("post", id, "end", { version, input: { endsFrom: firstDay, reason: "卸任" } }),
      );
    const only = { reason: "调离", posts: [{ id: granting, version: 1, successor: null }] };
    mustDo(await world.as("min").send("POST", `/api/accounts/${leaver}/handover`, only));
    expect(await stateOf(granting)).toBe("withdrawn");
  });

  test("one of both comes first where its head confirms it in the same moment, and it never counts for whoever is gone", async () => {
    posts = [...posts, { id: granting, version: 1 }];
    const [handed, confirmed] = await Promise.all([
      handOver([successors[0], null, null]),
      world.as("luo").act("post", granting, "confirm", { version: 1, input: {} }),
    ]);
    expect([handed.status, confirmed.status].sort()).toEqual([200, 409]);
    expect(await stateOf(granting)).toBe(handed.status === 200 ? "withdrawn" : "confirmed");
  });
});

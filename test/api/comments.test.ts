import { beforeAll, describe, expect, test } from "vitest";
import { scopeOf } from "../../core/scope/scope.ts";
import { inTransaction } from "../../server/store/database.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import type { PersonName } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const pathOf = (id: string) => `/api/registers/hazard/entries/${id}`;
const idOf = async (name: PersonName) => (await world.actor(name)).id;

interface Said {
  readonly by: PersonName;
  readonly text?: string;
  readonly audience?: string;
  readonly names?: readonly PersonName[];
  readonly version?: number;
}

async function say(
  id: string,
  { by, text = "请补拍接地点", audience = "everyone", names, version = 1 }: Said,
) {
  const mentions = names && (await Promise.all(names.map(idOf)));
  const input = { comment: text, audience, ...(mentions ? { mentions } : {}) };
  return world.as(by).act("hazard", id, "comment", { version, input });
}

async function readBy(name: PersonName, id: string, search = "") {
  return mustDo(await world.as(name).get(`${pathOf(id)}/comments${search}`)).body;
}

const noticesOf = async (name: PersonName, id: string) => {
  const { notices } = (await world.as(name).get("/api/notices")).body;
  return Array.isArray(notices) ? notices.filter(({ entry, kind }) => entry === id && kind === "named") : [];
};

const verified = async () =>
  (await verifyLedger(world.owner, world.services.algorithm, () => undefined)).faults;

test("what people say of an entry is read by everybody who sees it, the oldest first", async () => {
  const id = await world.hazardBroughtTo("rectifying");
  mustDo(await say(id, { by: "lin", names: ["mei"] }));
  mustDo(await say(id, { by: "mei", text: "已补拍 @林执行", names: ["lin"] }));
  for (const name of ["su", "lin", "yang"] as const)
    expect(await readBy(name, id)).toMatchObject({
      comments: [
        { text: "请补拍接地点", actor: { name: "林执行" }, mentions: [{ name: "梅厂长" }] },
        { text: "已补拍 @林执行", audience: "everyone", mentions: [{ name: "林执行" }] },
      ],
      next: null,
    });
  expect((await world.as("chen").get(`${pathOf(id)}/comments`)).status).toBe(404);
});

test("a long talk comes page by page", async () => {
  const id = await world.hazardFound();
  for (const text of ["一", "二", "三"]) mustDo(await say(id, { by: "su", text }));
  const first = await readBy("su", id, "?limit=2");
  expect(first).toMatchObject({ comments: [{ text: "一" }, { text: "二" }], next: 3 });
  expect(await readBy("su", id, "?limit=2&after=3")).toMatchObject({
    comments: [{ text: "三" }],
    next: null,
  });
});

test("the entry stays as it was, and neither entry nor list holds what was said", async () => {
  const id = await world.hazardFound();
  const before = (await world.as("su").entry("hazard", id)).entry;
  const answer = mustDo(await say(id, { by: "su", text: "只在记录里" }));
  const { entry } = await world.as("su").entry("hazard", id);
  expect(entry).toEqual({ ...before, version: 2 });
  expect(answer.text).not.toContain("只在记录里");
  expect((await world.as("su").get("/api/registers/hazard/entries?q=只在记录里")).body.entries).toEqual([]);
  const { rows } = await world.owner.query<{ row: string }>("select t::text as row from view_hazard t");
  expect(rows.some(({ row }) => row.includes("只在记录里"))).toBe(false);
});

test("eight who comment at once all succeed, and the chain holds", async () => {
  const id = await world.hazardFound();
  const people = ["su", "mei", "lin", "wang", "luo", "gesang", "zhang", "yang"] as const;
  const answers = await Promise.all(people.map((by) => say(id, { by, text: `${by} 说` })));
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
  expect(await world.ledgerOf(id)).toHaveLength(9);
  expect((await world.as("su").ledger("hazard", id)).verified).toBe(true);
});

test("an act on the version before a comment is done; after another act it is not", async () => {
  const id = await world.hazardFound();
  mustDo(await say(id, { by: "mei" }));
  const propose = { version: 1, input: { judgementReason: "标识缺失" } };
  expect((await world.as("su").act("hazard", id, "proposeGeneral", propose)).status).toBe(200);
  mustDo(await say(id, { by: "mei", version: 1 }));
  const late = await world
    .as("mei")
    .act("hazard", id, "dismiss", { version: 1, input: { reason: "已说明" } });
  expect(late).toMatchObject({ status: 409, body: { code: "stale-version", current: { version: 4 } } });
  const ahead = await world
    .as("mei")
    .act("hazard", id, "dismiss", { version: 9, input: { reason: "已说明" } });
  expect(ahead.status).toBe(409);
});

test("an act and comments in the same moment: all of them are done", async () => {
  const id = await world.hazardFound();
  const input = { judgementReason: "标识缺失" };
  const answers = await Promise.all([
    say(id, { by: "mei" }),
    world.as("su").act("hazard", id, "proposeGeneral", { version: 1, input }),
    say(id, { by: "lin" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

describe("a comment is refused", () => {
  test.each<{ story: string; said: Said; gives: string }>([
    { story: "to an administrator", said: { by: "shen" }, gives: "not-found" },
    { story: "to somebody elsewhere", said: { by: "chen" }, gives: "not-found" },
    { story: "without words", said: { by: "su", text: " " }, gives: "input-invalid" },
    {
      story: "of more than a thousand signs",
      said: { by: "su", text: "字".repeat(1_001) },
      gives: "input-invalid",
    },
    {
      story: "for a circle that there is not",
      said: { by: "su", audience: "friends" },
      gives: "input-invalid",
    },
    {
      story: "to an enterprise among the supervising side",
      said: { by: "mei", audience: "authorities" },
      gives: "audience-not-yours",
    },
    {
      story: "to a park among the supervising side",
      said: { by: "gao", audience: "authorities" },
      gives: "not-found",
    },
    {
      story: "that names somebody who does not see the entry",
      said: { by: "lin", names: ["mei", "chen"] },
      gives: "mentioned-may-not-see",
    },
    {
      story: "that names an enterprise's person among the supervising side",
      said: { by: "lin", names: ["mei"], audience: "authorities" },
      gives: "mentioned-may-not-see",
    },
    {
      story: "of an enterprise that names an authority which is no party",
      said: { by: "mei", names: ["ji"] },
      gives: "mentioned-may-not-see",
    },
  ])("$story", async ({ said, gives }) => {
    const id = await world.hazardFound();
    const answer = await say(id, said);
    const { refusal, code } = answer.body;
    expect(refusal ?? code).toBe(gives);
    expect(await world.ledgerOf(id)).toHaveLength(1);
  });
});

test("who is named hears of it by whom, and nobody else does", async () => {
  const id = await world.hazardFound();
  mustDo(await say(id, { by: "lin", names: ["mei", "lin"] }));
  expect(await noticesOf("mei", id)).toMatchObject([{ by: "林执行", words: { zh: "在评论中提到您" } }]);
  for (const name of ["su", "lin", "wang"] as const) expect(await noticesOf(name, id)).toEqual([]);
});

const whomMay = async (name: PersonName, id: string, search: string) => {
  const { people } = mustDo(await world.as(name).get(`${pathOf(id)}/mentionable?${search}`)).body;
  return Array.isArray(people) ? people.map((person) => String(person.name)) : [];
};

test("one is offered whom one may name, by the signs of their names", async () => {
  const id = await world.hazardBroughtTo("rectifying");
  expect(await whomMay("lin", id, "q=林")).toEqual([]);
  expect(await whomMay("wang", id, "q=林")).toEqual(["林执行"]);
  expect(await whomMay("lin", id, "q=厂长")).toEqual(["梅厂长"]);
  expect(await whomMay("lin", id, "q=厂长&audience=authorities")).toEqual([]);
  expect(await whomMay("lin", id, "q=杨")).toEqual(["杨副州"]);
  // From an enterprise only people of the parties are named, and nobody of another place or of administration by anybody.
  expect(await whomMay("mei", id, "q=杨")).toEqual([]);
  expect(await whomMay("mei", id, "q=苏")).toEqual(["苏安全"]);
  for (const sign of ["陈", "沈", "白"]) expect(await whomMay("lin", id, `q=${sign}`)).toEqual([]);
  expect((await world.as("chen").get(`${pathOf(id)}/mentionable`)).status).toBe(404);
});

describe("what the supervising side says among itself", () => {
  const secret = "疑似瞒报，拟突击检查";
  let id = "";
  beforeAll(async () => {
    id = await world.hazardBroughtTo("rectifying");
    mustDo(await say(id, { by: "lin", text: "各方可见" }));
    mustDo(await say(id, { by: "lin", text: secret, audience: "authorities", names: ["wang"] }));
    await world.sequenced();
  });

  test("is read by the supervising side, in the comments, the ledger and a proof", async () => {
    for (const name of ["wang", "luo", "gesang", "yang"] as const) {
      expect((await world.as(name).get(`${pathOf(id)}/comments`)).text).toContain(secret);
      expect((await world.as(name).get(`${pathOf(id)}/ledger`)).text).toContain(secret);
      expect((await world.as(name).get(`${pathOf(id)}/proof`)).text).toContain(secret);
    }
    expect(await noticesOf("wang", id)).toHaveLength(1);
  });

  const ways = (entry: string): readonly string[] => [
    pathOf(entry),
    `${pathOf(entry)}/comments`,
    `${pathOf(entry)}/ledger`,
    `${pathOf(entry)}/proof`,
    "/api/registers/hazard/entries?limit=200",
    `/api/registers/hazard/entries?q=${encodeURIComponent("瞒报")}`,
    "/api/changes?limit=200",
    "/api/notices",
    "/api/home",
  ];

  test("reaches an enterprise on no way", async () => {
    for (const name of ["mei", "su"] as const) {
      for (const path of ways(id)) {
        const answer: Answer = await world.as(name).get(path);
        expect(answer.status, path).toBe(200);
        expect(answer.text.includes(secret), path).toBe(false);
        expect(answer.text.includes(await idOf("wang")), path).toBe(false);
      }
      expect(await readBy(name, id)).toMatchObject({ comments: [{ text: "各方可见" }] });
    }
  });

  test("leaves a line that says that it is withheld, in a chain that holds", async () => {
    const { lines, verified: whole } = await world.as("mei").ledger("hazard", id);
    expect(whole).toBe(true);
    const changes = lines.at(-1)?.changes ?? [];
    expect(changes.find(({ field }) => field === "comment")).toMatchObject({ value: null, withheld: true });
    const open = lines.at(-2)?.changes ?? [];
    expect(open.find(({ field }) => field === "comment")).toMatchObject({ value: "各方可见" });
    expect(open.find(({ field }) => field === "comment")).not.toHaveProperty("withheld");
  });

  test("is held back by the database itself, whatever a statement asks", async () => {
    const heldFor = async (name: PersonName) => {
      const scope = scopeOf(await world.actor(name));
      const { rows } = await inTransaction(world.services.pool, scope, (tx) =>
        tx.query<{ value: unknown }>(
          "select value from value where entry = $1 and field = 'comment' order by version",
          [id],
        ),
      );
      return rows.map(({ value }) => value);
    };
    expect(await heldFor("mei")).toEqual(["各方可见"]);
    expect(await heldFor("lin")).toEqual(["各方可见", secret]);
  });
});

test("comments are erased as reasons are, and those that come after stay", async () => {
  const id = await world.hazardFound();
  mustDo(
    await world
      .as("su")
      .act("hazard", id, "proposeGeneral", { version: 1, input: { judgementReason: "标识缺失" } }),
  );
  mustDo(await say(id, { by: "lin", text: "尼玛次仁在场", names: ["mei"] }));
  mustDo(await world.as("mei").act("hazard", id, "dismiss", { version: 3, input: { reason: "已说明" } }));
  const eraseOf = async (version: number, ...erasureAsked: readonly string[]) => {
    const input = { erasureAsked, erasureBasis: "第四十七条第一款第一项：处理目的已实现" };
    mustDo(await world.as("luo").act("hazard", id, "requestErasure", { version, input }));
    mustDo(await world.as("gesang").act("hazard", id, "erase", { version: version + 1 }));
  };
  await eraseOf(4, "comment", "mentions");
  expect(await readBy("lin", id)).toMatchObject({ comments: [{ version: 3, text: null, mentions: [] }] });
  const [, , said] = await world.ledgerOf(id);
  expect(said?.changes.find(({ field }) => field === "comment")).toMatchObject({
    value: null,
    erasedOn: "2026-03-10",
  });
  mustDo(await say(id, { by: "lin", text: "后来的话" }));
  await eraseOf(7, "judgementReason");
  expect(await readBy("lin", id)).toMatchObject({ comments: [{ text: null }, { text: "后来的话" }] });
  await world.sequenced();
  expect(await verified()).toEqual([]);
});

describe("the last look", () => {
  const lookedPath = (id: string) => `${pathOf(id)}/looked`;
  const look = async (name: PersonName, id: string, version: number) =>
    world.as(name).send("PUT", lookedPath(id), { version });
  const lookOf = async (name: PersonName, id: string) => (await world.as(name).get(lookedPath(id))).body;

  test("is kept of each post by itself, until it says that it has seen more", async () => {
    const id = await world.hazardFound();
    expect(await lookOf("lin", id)).toEqual({ look: null });
    const first = { look: { version: 1, at: world.clock.now.toISOString() } };
    expect((await look("lin", id, 1)).body).toEqual(first);
    mustDo(await say(id, { by: "su" }));
    expect(await lookOf("lin", id)).toEqual(first);
    expect(await lookOf("wang", id)).toEqual({ look: null });
    expect((await look("lin", id, 2)).body).toMatchObject({ look: { version: 2 } });
    expect(await lookOf("lin", id)).toMatchObject({ look: { version: 2 } });
  });

  test("never goes back, and never beyond what there is", async () => {
    const id = await world.hazardFound();
    mustDo(await say(id, { by: "su" }));
    expect((await look("lin", id, 99)).body).toMatchObject({ look: { version: 2 } });
    expect((await look("lin", id, 1)).body).toMatchObject({ look: { version: 2 } });
  });

  test("is nobody's who does not see the entry, and a reading alone is no look", async () => {
    const id = await world.hazardFound();
    expect((await look("chen", id, 1)).status).toBe(404);
    expect((await world.as("chen").get(lookedPath(id))).status).toBe(404);
    await world.as("lin").entry("hazard", id);
    await lookOf("lin", id);
    const { rowCount } = await world.owner.query("select from last_looked where entry = $1", [id]);
    expect(rowCount).toBe(0);
  });
});

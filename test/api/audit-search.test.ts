import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { AuditEventName } from "../../core/ledger/audit.ts";
import { tendAudit } from "../../server/jobs/audit.ts";
import { signHead } from "../../server/store/checkpoints.ts";
import { becomeCommitter, inTransaction } from "../../server/store/database.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";
import { enterpriseId, password } from "../support/cast.ts";
import { type Answer, type Client, clientOf } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { rolesAndPeople } from "../support/roles.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
/** Hazards that were opened, the first with its number. */
let hazard: { id: string; number: string };

const edge =
  "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";

const words = z.object({ zh: z.string(), en: z.string() });
const line = z.object({
  entry: z.string(),
  version: z.int(),
  at: z.string(),
  event: z.string(),
  says: words,
  person: z.object({ name: z.string(), username: z.string() }).nullable(),
  roleWords: words,
  organisation: words.nullable(),
  address: z.string().nullable(),
  device: words.nullable(),
  facts: z.array(z.object({ name: z.string(), value: words })),
});
const page = z.object({ lines: z.array(line), next: z.string().nullable(), total: z.int().optional() });

const search = async (query: Readonly<Record<string, string>> = {}) =>
  page.parse(mustDo(await world.as("shen").get(`/api/audit?${new URLSearchParams(query)}`)).body);
const eventsFound = async (query: Readonly<Record<string, string>>) =>
  new Set((await search(query)).lines.map(({ event }) => event));

/** A client of another machine and browser, of which the first proxy tells. */
async function from(address: string, username: string): Promise<Client> {
  const headers = { "x-forwarded-for": address, "user-agent": edge };
  const response = await world.zhiben.app.inject({
    method: "POST",
    url: "/api/session",
    payload: { username, password },
    headers,
  });
  const cookie = `${response.cookies[0]?.name}=${response.cookies[0]?.value}`;
  const client = clientOf(world.zhiben.app, async () => cookie);
  return { ...client, get: (url, more) => client.get(url, { ...headers, ...more }) };
}

beforeAll(async () => {
  world = await newWorld({ proxies: ["127.0.0.1"] });
  const id = await world.hazardBroughtTo("found");
  const opened = mustDo(await world.as("lin").get(`/api/registers/hazard/entries/${id}`)).body;
  const { entry } = z
    .object({ entry: z.object({ id: z.string(), number: z.string(), values: z.unknown() }) })
    .parse(opened);
  hazard = entry;
  await world.sequenced();

  const duan = await from("203.0.113.7", "duan");
  mustDo(await duan.get(`/api/registers/hazard/entries/${id}/proof`));
  mustDo(await duan.get("/api/registers/hazard/entries.csv?level=major"));
  await world.nobody.send("POST", "/api/session", { username: "duan", password: "wrong" });
  await world.nobody.send("POST", "/api/session", { username: "nobody-of-that-name", password: "wrong" });
  await world.as("chen").send("POST", "/api/session/second-factor/secret", { password: "wrong" });
  const issued = mustDo(await world.as("tang").send("POST", "/api/accounts/bai/one-time-password"));
  const begun = { username: "bai", password: issued.body.password };
  mustDo(await world.nobody.send("POST", "/api/session", begun));
  const lin = world.as("lin");
  mustDo(await lin.send("POST", "/api/prints", { register: "hazard", entry: id }));
  mustDo(await lin.send("POST", "/api/prints", { register: "hazard", filter: { level: "major" }, rows: 1 }));
  const many = Array.from({ length: 100 }, (_, at) =>
    world.hazardFound(aHazard({ title: `第 ${at} 处隐患` })),
  );
  await Promise.all(many);
  mustDo(await lin.get("/api/registers/hazard/entries?limit=99"));
  mustDo(await lin.get("/api/registers/hazard/entries?limit=100"));
});

describe("the log tells", () => {
  test.each([
    ["signedIn", "登录系统"],
    ["signInFailed", "登录失败，原因：没有这个用户名，输入的用户名：nobody-of-that-name"],
    ["signInBegun", "登录第一步通过，尚需：修改一次性密码"],
    ["confirmationFailed", "办理“设置第二重验证”时，密码确认未通过：密码不正确"],
    ["proofExported", /^导出事故隐患 \S+ 的存证，含全过程记录 1 条$/],
    ["listExported", "导出“事故隐患” 0 行，筛选条件：隐患等级：重大"],
    ["printed", "打印“事故隐患”，1 行，筛选条件：隐患等级：重大（据浏览器报告）"],
    ["listRead", "一次查看“事故隐患”100 行，筛选条件：全部"],
  ] as const)("%s in a sentence, found by the event", async (event, says) => {
    const { lines } = await search({ event });
    expect(new Set(lines.map((found) => found.event))).toEqual(new Set([event]));
    // The clock stands still, so of several lines any may come first.
    const said = lines.map((found) => found.says.zh);
    expect(said).toContainEqual(typeof says === "string" ? says : expect.stringMatching(says));
  });

  test("a page in bulk once, and none that is a row short of it", async () => {
    expect((await search({ event: "listRead" })).lines).toHaveLength(1);
  });

  test("who it was, in which post, from where and by what", async () => {
    const [told] = (await search({ event: "proofExported" })).lines;
    expect(told).toMatchObject({
      person: { name: "段冶金", username: "duan" },
      roleWords: { zh: "行政执法人员" },
      organisation: { zh: expect.stringContaining("应急管理局") },
      address: "203.0.113.7",
      device: { zh: "Windows，Edge 浏览器" },
    });
  });
});

describe("a search finds", () => {
  test("by account all of its sessions and the failures to sign in to it", async () => {
    const { lines } = await search({ account: "duan" });
    const events = lines.map(({ event }) => event).toSorted();
    expect(events).toEqual(["listExported", "proofExported", "signInFailed", "signedIn"]);
    expect(new Set(lines.map(({ person }) => person?.username))).toEqual(new Set(["duan"]));
  });

  test("by account how its session ended, which the product did", async () => {
    const gone = await from("203.0.113.9", "gesang");
    mustDo(await gone.get("/api/session"));
    await world.owner.query("update person set disabled = true where username = 'gesang'");
    await tendAudit(world.services);
    await world.owner.query("update person set disabled = false where username = 'gesang'");
    const found = (await search({ account: "gesang" })).lines.map(({ event, person }) => [
      event,
      person?.username,
    ]);
    expect(found).toEqual([
      ["sessionEnded", undefined],
      ["signedIn", "gesang"],
    ]);
  });

  test("by address what was asked for from there and nothing else", async () => {
    expect(await eventsFound({ address: "203.0.113.7" })).toEqual(
      new Set(["signedIn", "proofExported", "listExported"]),
    );
    expect((await search({ address: "203.0.113.70" })).lines).toEqual([]);
  });

  test("by the number of an entry what was done about it", async () => {
    expect(await eventsFound({ number: hazard.number })).toEqual(new Set(["proofExported", "printed"]));
  });

  test.each([
    [{ from: "2026-03-10", to: "2026-03-10", event: "proofExported" }, 1],
    [{ from: "2026-03-11", event: "proofExported" }, 0],
    [{ to: "2026-03-09" }, 0],
  ])("by day, both included: %j", async (query, count) => {
    expect((await search(query)).lines).toHaveLength(count);
  });

  test("nothing where conditions that each find something do not meet", async () => {
    expect((await search({ account: "lin", address: "203.0.113.7" })).lines).toEqual([]);
    expect((await search({ account: "nobody-of-that-name" })).lines).toEqual([]);
  });

  test("every line once, page after page, as many as it says", async () => {
    const whole = await search({ limit: "200", count: "exact" });
    expect(whole.total).toBe(whole.lines.length);
    const keyOf = ({ entry, version }: z.output<typeof line>) => `${entry}/${version}`;
    const paged: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const found: z.output<typeof page> = await search({
        limit: "3",
        ...(next === "" ? {} : { cursor: next }),
      });
      paged.push(...found.lines.map(keyOf));
      next = found.next;
    }
    expect(paged).toEqual(whole.lines.map(keyOf));
    const times = whole.lines.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test("nothing at a place that is none", async () => {
    expect((await world.as("shen").get("/api/audit?cursor=WzFd")).body.code).toBe("bad-cursor");
  });
});

describe("a personal number that is shown", () => {
  test("is told by the name of its field with the reason, which is only committed to", async () => {
    const at = `/api/registers/enterprise/entries/${enterpriseId("copper")}`;
    const luo = world.as("luo");
    const { entry } = await luo.entry("enterprise", enterpriseId("copper"));
    mustDo(
      await luo.act("enterprise", entry.id, "amend", {
        version: entry.version,
        input: { principalPhone: "13988880001" },
      }),
    );
    mustDo(await luo.send("POST", `${at}/shown`, { fields: ["principalPhone"], reason: "核对举报线索" }));
    const [told] = (await search({ event: "numbersShown" })).lines;
    expect(told?.says.zh).toMatch(/^查看企业 \S+ 的完整号码：.+，理由：核对举报线索$/);
    expect(told).toMatchObject({ person: { username: "luo" } });
    const { rows } = await world.owner.query("select from audit where text like '%核对举报线索%'");
    expect(rows).toEqual([]);
  });
});

describe("a print", () => {
  const print = (body: object) => world.as("lin").send("POST", "/api/prints", body);

  test.each([
    [
      "of an entry that is not the person's to see",
      () => ({ register: "hazard", entry: enterpriseId("timber") }),
      404,
    ],
    ["of a register that there is not", () => ({ register: "nothing", filter: {}, rows: 1 }), 404],
    [
      "narrowed by what no list has",
      () => ({ register: "hazard", filter: { constructor: "x" }, rows: 1 }),
      400,
    ],
    ["of nothing", () => ({ register: "hazard" }), 400],
  ])("%s is refused", async (_, body, status) => {
    expect((await print(body())).status).toBe(status);
  });
});

describe("what is found goes out as a file", () => {
  const csv = async (query: Readonly<Record<string, string>>): Promise<Answer> =>
    world.as("shen").get(`/api/audit.csv?${new URLSearchParams(query)}`);

  test("with the lines of the search and no other, and is told of itself", async () => {
    const found = await search({ account: "duan" });
    const { text, headers } = mustDo(await csv({ account: "duan" }));
    const rows = text.trim().split("\r\n");
    expect(rows[0]).toContain("时间,账号,姓名,岗位,单位,事件,内容,客户端地址,设备");
    const told = rows.filter((row) => /^\d{4}-/.test(row));
    expect(told).toHaveLength(found.lines.length);
    for (const [at, { entry, version, says }] of found.lines.entries()) {
      expect(told[at]).toContain(`${entry},${version},`);
      expect(told[at]).toContain(says.zh);
    }
    expect(headers["x-total-count"]).toBe(String(found.lines.length));
    const [own] = (await search({ event: "auditExported" })).lines;
    expect(own?.says.zh).toBe(`导出审计日志 ${found.lines.length} 条，条件：账号：duan`);
    expect(own?.person?.username).toBe("shen");
  });

  test("as a workbook too", async () => {
    const answer = mustDo(await world.as("shen").get("/api/audit.xlsx?event=signedIn"));
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
  });

  test("or not at all where it cannot be told", async () => {
    await world.owner.query(
      "alter table audit add constraint full_disk check (act <> 'auditExported') not valid",
    );
    expect((await csv({ account: "duan" })).status).toBe(500);
    await world.owner.query("alter table audit drop constraint full_disk");
  });
});

describe("a line", () => {
  const proof = z.object({
    line,
    proof: z.looseObject({ status: z.string(), fault: z.string().optional(), lines: z.int().optional() }),
  });
  const theLine = async (event: AuditEventName) => {
    const [found] = (await search({ event })).lines;
    const path = `/api/audit/lines/${found?.entry}/${found?.version}`;
    return { path, prove: async () => proof.parse(mustDo(await world.as("shen").get(path)).body).proof };
  };

  test("is proven once a signed checkpoint stands over it, and waits before", async () => {
    const { prove } = await theLine("proofExported");
    expect(await prove()).toMatchObject({ status: "pending", lines: 3 });
    await world.sequenced();
    await inTransaction(world.services.pool, undefined, async (tx) => {
      await becomeCommitter(tx);
      await signHead(tx, world.services.signer, bytesDigestOf(world.services.algorithm), world.clock.now);
    });
    expect(await prove()).toMatchObject({ status: "verified", lines: 3 });
  });

  test("that somebody changed is told as broken, and found by the verification", async () => {
    const { path, prove } = await theLine("listExported");
    const [, , , , entry] = path.split("/");
    const tx = await world.owner.connect();
    const tamper = async (from: string, to: string) => {
      await tx.query("begin; set local session_replication_role = replica");
      await tx.query("update audit set text = replace(text, $2, $3) where entry = $1", [entry, from, to]);
      await tx.query("commit");
    };
    await tamper('"rows":0', '"rows":1');
    expect(await prove()).toMatchObject({ status: "broken", fault: "hash-differs" });
    const verified = mustDo(await world.as("shen").send("POST", "/api/audit/verifications", {})).body;
    expect(verified.faults).toMatchObject([{ entry, fault: "hash-differs" }]);
    await tamper('"rows":1', '"rows":0');
    tx.release();
    expect(await prove()).toMatchObject({ status: "verified" });
  });

  test("that there is not is not found", async () => {
    expect((await world.as("shen").get(`/api/audit/lines/${hazard.id}/1`)).status).toBe(404);
  });
});

describe("the verification of the whole log", () => {
  const verify = () => world.as("shen").send("POST", "/api/audit/verifications", {});

  test("tells how many lines hold, and is told of itself", async () => {
    const { lines, faults } = z
      .object({ lines: z.int(), faults: z.array(z.unknown()) })
      .parse(mustDo(await verify()).body);
    expect(faults).toEqual([]);
    expect((await search({ event: "auditVerified" })).lines[0]?.says.zh).toBe(
      `核验审计日志 ${lines} 条，发现异常 0 处`,
    );
  });

  test("is done once at a time", async () => {
    const tx = await world.owner.connect();
    await tx.query("begin; select pg_advisory_xact_lock(727005)");
    expect((await verify()).body.code).toBe("audit-verification-at-work");
    await tx.query("rollback");
    tx.release();
  });
});

test("how long the log is kept is told with its source, and what has gone", async () => {
  const { body } = mustDo(await world.as("shen").get("/api/audit/retention"));
  expect(body).toMatchObject({ keepDays: 184, toBeConfirmed: true, drops: [] });
  expect(body.source).toContain("网络安全法");
  expect(body.months).toContain("2026-03");
});

describe.each(rolesAndPeople.filter(({ role }) => role !== "auditor"))("$role", ({ name }) => {
  test.each([
    ["GET", "/api/audit"],
    ["GET", "/api/audit.csv"],
    ["GET", "/api/audit.xlsx"],
    ["GET", "/api/audit/retention"],
    ["GET", "/api/audit/lines/0192f0c1-0000-7000-8000-000000000001/1"],
    ["POST", "/api/audit/verifications"],
  ] as const)("may not ask %s %s", async (method, url) => {
    const client = world.as(name);
    const answer = method === "GET" ? await client.get(url) : await client.send(method, url, {});
    expect([answer.status, answer.body.code]).toEqual([403, "role-may-not"]);
  });
});

test("whoever is not signed in may not ask for the log", async () => {
  expect((await world.nobody.get("/api/audit")).status).toBe(401);
});

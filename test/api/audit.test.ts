import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Day } from "../../core/calendar/day.ts";
import { told } from "../../server/commands/audit.ts";
import { tendAudit } from "../../server/jobs/audit.ts";
import { auditMonths, dropAuditMonths, drops } from "../../server/store/audit-drop.ts";
import { type AuditQuery, type ReadLine, readAudit, verifyAudit } from "../../server/store/audit-log.ts";
import { signHead } from "../../server/store/checkpoints.ts";
import { becomeCommitter, inTransaction } from "../../server/store/database.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { beginning, password } from "../support/cast.ts";
import { clientOf } from "../support/client.ts";
import { mustDo, newWorld, signIn, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const holding = (cookie: string) => clientOf(world.zhiben.app, async () => cookie);

async function logged(query: AuditQuery = {}): Promise<readonly ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const line of readAudit(world.owner, query)) lines.push(line);
  return lines;
}

const facts = (lines: readonly ReadLine[]): readonly Readonly<Record<string, unknown>>[] =>
  lines.map(({ body, facts: said }) => ({ act: body.act, ...said }));
/** From where all of these requests come. */
const here = { address: "127.0.0.1", device: "other" };
const attempt = (username: string, secret: string) =>
  world.nobody.send("POST", "/api/session", { username, password: secret });

test("a session leaves a chain of its own: signed in, took out a proof, signed out", async () => {
  const id = await world.hazardBroughtTo("found");
  await world.sequenced();
  const lin = holding(await signIn(world.zhiben.app, "duan", password));
  mustDo(await lin.get(`/api/registers/hazard/entries/${id}`));
  mustDo(await lin.get(`/api/registers/hazard/entries/${id}/proof`));
  mustDo(await lin.send("DELETE", "/api/session"));
  const lines = await logged({ person: "duan" });
  const post = lines[0]?.facts.post;
  expect(post).toMatch(/^[0-9a-f-]{36}$/);
  expect(facts(lines)).toEqual([
    { act: "signedIn", post, ...here },
    {
      act: "proofExported",
      register: "hazard",
      entry: id,
      number: expect.stringContaining("-"),
      lines: 1,
      ...here,
    },
    { act: "signedOut", ...here },
  ]);
  expect(new Set(lines.map(({ body }) => body.entry)).size).toBe(1);
  expect(lines.map(({ body }) => [body.version, body.state])).toEqual([
    [1, "open"],
    [2, "open"],
    [3, "ended"],
  ]);
  expect(lines.map(told)[0]).toContain("登录 · Signed in  段冶金");
});

test("twenty requests of one session at once write twenty lines of one chain", async () => {
  const id = await world.hazardBroughtTo("found");
  await world.sequenced();
  const wang = holding(await signIn(world.zhiben.app, "wang", password));
  const asked = Array.from({ length: 20 }, () => wang.get(`/api/registers/hazard/entries/${id}/proof`));
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(200);
  const versions = (await logged({ person: "wang" })).map(({ body }) => body.version);
  expect(versions.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 21 }, (_, at) => at + 1),
  );
});

test.each([
  ["an unknown name", "nobody-of-that-name", password, { why: "unknownName" }],
  ["a wrong password", "tong", "wrong", { why: "wrongPassword" }],
  ["a disabled account", "gu", password, { why: "disabled" }],
  ["an account without a post", "fang", password, { why: "noPost" }],
])("%s is logged, though nobody is told why", async (_, username, secret, why) => {
  await world.owner.query("update person set disabled = true where username = 'gu'");
  await world.owner.query(
    "update post set to_day = '2025-01-01' where person = (select id from person where username = 'fang')",
  );
  expect((await attempt(username, secret)).body.code).toBe("sign-in-failed");
  const { rows } = await world.owner.query<{ id: string }>("select id from person where username = $1", [
    username,
  ]);
  const failures = facts(await logged()).filter((told) => told.username === username);
  const account = rows[0] ? { account: rows[0].id } : {};
  expect(failures).toEqual([{ act: "signInFailed", username, ...here, ...account, ...why }]);
});

test("whoever is made to wait is logged once, however often they try", async () => {
  for (let tries = 0; tries < 14; tries += 1) await attempt("yu", "wrong");
  const yu = facts(await logged({ person: "yu" }));
  expect(yu.map(({ why }) => why)).toEqual(Array(10).fill("wrongPassword"));
  const throttled = facts(await logged()).filter(({ why }) => why === "throttled");
  expect(throttled).toEqual([{ act: "signInFailed", why: "throttled", username: "yu", ...here }]);
});

test("what was typed and where from is only committed to in the line", async () => {
  await attempt("a-password-by-mistake", "x");
  const { rows } = await world.owner.query<{ text: string }>("select text from audit");
  for (const { text } of rows) expect(text).not.toMatch(/a-password-by-mistake|127\.0\.0\.1/);
});

test("a sign-in that cannot be logged does not happen", async () => {
  await world.owner.query("alter table audit add constraint full_disk check (act <> 'signedIn') not valid");
  const { rows: before } = await world.owner.query("select token_hash from session order by 1");
  expect((await attempt("chen", password)).status).toBe(500);
  await world.owner.query("alter table audit drop constraint full_disk");
  expect((await world.owner.query("select token_hash from session order by 1")).rows).toEqual(before);
});

test("sessions that let nobody in any more are ended with a line that says why", async () => {
  const cookie = await signIn(world.zhiben.app, "bai", password);
  world.clock.now = new Date(beginning.getTime() + 13 * 3_600_000);
  expect(await tendAudit(world.services)).toBeGreaterThan(0);
  expect((await holding(cookie).get("/api/session")).status).toBe(401);
  expect(facts(await logged({ person: "bai" })).map(({ act, why }) => [act, why])).toEqual([
    ["signedIn", undefined],
    ["sessionEnded", "expired"],
  ]);
  expect(await tendAudit(world.services)).toBe(0);
});

describe.each(["zhiben_request", "zhiben_commit"])("the role %s", (role) => {
  test.each([
    ["read", "select from audit"],
    ["read a month of", "select from audit_2026_03"],
    ["ask who did what from where in", "select audit_lines_from('127.0.0.1')"],
    ["change", "update audit set hash = hash"],
    ["remove from", "delete from audit"],
    ["remove from a month of", "delete from audit_2026_03"],
    ["empty", "truncate audit"],
    ["drop a month of", "drop table audit_2026_03"],
    ["write past the months of", "insert into audit_without_month select * from audit_without_month"],
  ])("may not %s the audit log", async (_, statement) => {
    const tx = await world.owner.connect();
    await tx.query(`begin; set local role ${role}`);
    await expect(tx.query(statement)).rejects.toMatchObject({ code: "42501" });
    await tx.query("rollback");
    tx.release();
  });
});

test.each(["update audit set hash = hash", "delete from audit_2026_03", "truncate audit"])(
  "a trigger stops the owner too from: %s",
  async (statement) => {
    await expect(world.owner.query(statement)).rejects.toMatchObject({ code: "42501" });
  },
);

test("a month that was made another way is guarded all the same", async () => {
  const tx = await world.owner.connect();
  await tx.query(
    "begin; create table audit_2031_01 partition of audit for values from ('2031-01-01') to ('2031-02-01')",
  );
  await tx.query(
    "insert into audit_2031_01 select entry, 99, register, act, actor, '2031-01-05', day, text, prev_hash, hash from audit limit 1",
  );
  await expect(tx.query("delete from audit_2031_01")).rejects.toMatchObject({ code: "42501" });
  await tx.query("rollback");
  tx.release();
});

/** What is wrong, but for the account and the post that were ended above behind the product's back. */
const verified = async () =>
  (await verifyLedger(world.owner, world.services.algorithm, () => undefined)).faults.filter(
    ({ fault }) => fault !== "people-differ",
  );

test("a line of the audit log that was altered or taken away is found", async () => {
  await world.sequenced();
  expect(await verified()).toEqual([]);
  const line = (await logged()).find(({ body }) => body.act === "signedIn");
  const alter = async (statement: string) => {
    const tx = await world.owner.connect();
    await tx.query("begin; set local session_replication_role = replica");
    await tx.query(statement, [line?.body.entry]);
    const { faults } = await verifyAudit(tx, world.services.algorithm);
    await tx.query("rollback");
    tx.release();
    return faults.map(({ fault }) => fault);
  };
  expect(
    await alter("update audit set text = replace(text, 'signedIn', 'signedOut') where entry = $1"),
  ).toEqual(["hash-differs"]);
  expect(await alter("update audit set at = at + interval '1 s' where entry = $1")).toEqual([
    "columns-differ",
  ]);
  expect(await alter("update value set value = '\"::1\"' where entry = $1 and version = 1")).toEqual([
    "commitment-differs",
  ]);
  expect((await alter("delete from audit where entry = $1")).at(0)).toBe("leaf-without-line");
});

describe("dropping months past their retention", () => {
  const request = (before: string, today: Day) => ({
    before,
    today,
    now: world.clock.now,
    keepDays: 184,
    algorithm: world.services.algorithm,
  });
  const drop = (before: string, today: Day) =>
    inTransaction(world.owner, undefined, (tx) => dropAuditMonths(tx, request(before, today)));
  const sign = () =>
    inTransaction(world.services.pool, undefined, async (tx) => {
      await becomeCommitter(tx);
      await signHead(tx, world.services.signer, bytesDigestOf(world.services.algorithm), world.clock.now);
    });

  test("is refused before their time, and before a signed checkpoint stands over them", async () => {
    await expect(drop("2026-04", "2026-10-01")).rejects.toMatchObject({ code: "audit-retained" });
    await attempt("lin", "wrong");
    await world.sequenced();
    await expect(drop("2026-04", "2026-10-02")).rejects.toMatchObject({ code: "audit-not-signed" });
    expect(await drops(world.owner)).toEqual([]);
  });

  test("leaves the tree whole and says in the ledger what went; a session over two months goes on", async () => {
    world.clock.now = new Date("2026-03-31T23:59:00+08:00");
    const cookie = await signIn(world.zhiben.app, "lin", password);
    world.clock.now = new Date("2026-04-01T00:01:00+08:00");
    mustDo(await holding(cookie).send("DELETE", "/api/session"));
    await world.sequenced();
    await sign();
    const before = await logged();
    const march = before.filter(({ body }) => body.day < "2026-04-01");
    const dropped = await drop("2026-04", "2026-10-02");
    expect(dropped).toMatchObject({ before: "2026-04", lines: march.length });
    expect(dropped?.months).toContain("2026-03");
    expect((await auditMonths(world.owner)).map(({ name }) => name)).toEqual(["2026-04", "2026-05"]);
    expect(facts(await logged())).toEqual(facts(before.slice(march.length)));
    const { rows } = await world.owner.query(
      "select from value v where not exists (select from entry e where e.id = v.entry)",
    );
    // Of each line that stands, the address alone.
    expect(rows).toHaveLength((await logged()).filter(({ facts: { address } }) => address).length);
    await world.sequenced();
    expect(await verified()).toEqual([]);
    expect(await drop("2026-04", "2026-10-02")).toBeUndefined();
  });

  test("takes no line with it that came to a month after its leaves were gone through", async () => {
    const sequencer = await world.owner.connect();
    await sequencer.query("select pg_advisory_lock(727002)");
    const dropping = drop("2026-05", "2026-12-01").catch((error: unknown) => error);
    await vi.waitFor(async () => {
      const waiting = "select from pg_locks where objid = 727002 and not granted";
      const { rows } = await world.services.pool.query(waiting);
      expect(rows).toHaveLength(1);
    });
    await sequencer.query(
      `insert into audit select gen_random_uuid(), version, register, act, actor, at, day, text, prev_hash, hash
        from audit where day < '2026-05-01' limit 1`,
    );
    await sequencer.query("select pg_advisory_unlock(727002)");
    expect(await dropping).toMatchObject({ code: "audit-not-signed" });
    await sequencer.query("begin; set local session_replication_role = replica");
    await sequencer.query(
      "delete from audit a where not exists (select from leaf f where f.entry = a.entry)",
    );
    await sequencer.query("commit");
    sequencer.release();
  });

  test("accounts for no line that went another way", async () => {
    const tx = await world.owner.connect();
    await tx.query("begin; set local session_replication_role = replica; delete from audit");
    const { faults } = await verifyAudit(tx, world.services.algorithm);
    await expect(dropAuditMonths(tx, request("2026-05", "2026-12-01"))).rejects.toMatchObject({
      code: "audit-incomplete",
    });
    await tx.query("rollback");
    tx.release();
    expect(faults.map(({ fault }) => fault)).toEqual(["dropped-lines-differ"]);
  });
});

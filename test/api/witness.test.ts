import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readNote, readSignatureLines, signersOf } from "../../core/ledger/note.ts";
import { type Submission, submissionText } from "../../core/ledger/witness.ts";
import { limits } from "../../core/limits.ts";
import { checkSignature, sha256 } from "../../server/signing.ts";
import { trustLog, witnessedLogs } from "../../server/store/witnessed.ts";
import { aLog } from "../support/a-log.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let address: string;
beforeAll(async () => {
  world = await newWorld();
  address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
});
// A minute later in each, so that no test uses up what the next may ask.
beforeEach(() => {
  world.clock.now = new Date(world.clock.now.getTime() + 61_000);
});

interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${address}/api/witness/add-checkpoint`, { method: "POST", body, headers });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
  };
}
const submit = (submission: Submission) => post(submissionText(submission));
const codeOf = ({ text }: Answered): unknown => JSON.parse(text).code;

let count = 0;
/** A log of its own for a test, which the witness trusts and has cosigned up to that size. */
async function trusted(size = 0) {
  count += 1;
  const log = aLog("ed25519", "11".repeat(32), `zhiben.example/${count}`);
  await trustLog(world.owner, log.key, undefined);
  if (size > 0) expect((await submit(log.submit(0, size))).status).toBe(200);
  return log;
}
const standsAt = async (origin: string) =>
  (await witnessedLogs(world.owner)).find((log) => log.origin === origin)?.size;

test("a witness answers its cosignature, which holds under its key and names the time", async () => {
  const log = await trusted(5);
  const submission = log.submit(5, 9);
  const answer = await submit(submission);
  expect(answer).toMatchObject({ status: 200, type: "text/plain; charset=utf-8" });
  const signatures = readSignatureLines(answer.text) ?? [];
  const { key } = world.services.witness;
  const text = readNote(submission.note)?.text ?? "";
  expect(signersOf({ text, signatures }, [key], { sha256, checkSignature }).signers).toEqual([
    { key, seconds: Math.floor(world.clock.now.getTime() / 1_000) },
  ]);
  expect(key.name).toMatch(/^zhiben\/[0-9a-f-]{36}\/witness$/);
  expect(await standsAt(log.key.name)).toBe(9);
});

test.each<readonly [string, (log: ReturnType<typeof aLog>) => Submission, number, string]>([
  [
    "what is no checkpoint",
    (log) => ({ ...log.submit(5, 9), note: "a\n\n— a AAAAAAA=\n" }),
    400,
    "malformed-submission",
  ],
  [
    "an unknown log",
    () => aLog("ed25519", "33".repeat(32), "zhiben.example/unknown").submit(0, 9),
    404,
    "unknown-log",
  ],
  [
    "a stranger's signature under the log's name",
    (log) => aLog("ed25519", "22".repeat(32), log.key.name).submit(5, 9),
    403,
    "not-signed-by-log",
  ],
  ["a proof from beyond the tree", (log) => log.submit(10, 9), 400, "malformed-submission"],
  ["another tree of the same size", (log) => log.submit(5, 5, { fork: 2 }), 409, "other-root"],
  ["another past", (log) => log.submit(5, 9, { fork: 2 }), 422, "inconsistent"],
])("a witness refuses %s, and stands where it stood", async (_, make, status, code) => {
  const log = await trusted(5);
  const answer = await submit(make(log));
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
  expect(answer.type).toMatch(/^application\/problem\+json/);
  expect(await standsAt(log.key.name)).toBe(5);
});

test("whoever starts elsewhere is told where the witness stands, as the protocol has it", async () => {
  const log = await trusted(5);
  for (const [from, to] of [
    [0, 9],
    [4, 9],
    [6, 9],
    [4, 4],
  ] as const)
    expect(await submit(log.submit(from, to))).toEqual({
      status: 409,
      type: "text/x.tlog.size",
      text: "5\n",
    });
  expect((await submit((await trusted()).submit(3, 9))).text).toBe("0\n");
});

test("the same checkpoint again gets the same line within the hour, and a newer one after it", async () => {
  const log = await trusted(5);
  const first = await submit(log.submit(5, 5));
  const second = await submit(log.submit(5, 5));
  expect(second).toEqual(first);
  world.clock.now = new Date(world.clock.now.getTime() + 3_700_000);
  const third = await submit(log.submit(5, 5));
  expect(third.status).toBe(200);
  expect(third.text).not.toBe(first.text);
  const { rows } = await world.owner.query<{ line: string }>(
    "select line from witnessed_checkpoint where origin = $1 order by at",
    [log.key.name],
  );
  expect(rows.map(({ line }) => line)).toEqual([first.text, third.text]);
});

// The race of the protocol's note: both proofs are good, but one must be judged by what the other left.
test("of two submissions at once the smaller tree never comes to stand after the larger", async () => {
  for (let round = 0; round < 12; round += 1) {
    const log = await trusted(5);
    const [near, far] = [log.submit(5, 6), log.submit(5, 9)];
    const answers = await Promise.all([submit(near), submit(far), submit(far), submit(near)]);
    const cosigned = answers.filter(({ status }) => status === 200);
    // The first was cosigned, and the others are told of where the witness stands since.
    const told = new Set(answers.filter(({ status }) => status !== 200).map(({ text }) => text));
    const size = await standsAt(log.key.name);
    expect(cosigned).toHaveLength(1);
    expect([...told]).toEqual([`${size}\n`]);
    const { rows } = await world.owner.query<{ size: number }>(
      "select distinct size from witnessed_checkpoint where origin = $1 order by size",
      [log.key.name],
    );
    expect(rows.map((row) => row.size)).toEqual([5, size]);
  }
});

describe("a body that is no submission is refused", () => {
  const good = submissionText(aLog().submit(5, 9));
  test.each<readonly [string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ["empty", "", {}, 400, "malformed-submission"],
    ["cut short", good.slice(0, -3), {}, 400, "malformed-submission"],
    ["cut in the proof", good.slice(0, 30), {}, 400, "malformed-submission"],
    ["of bytes", Uint8Array.from([0, 255, 1, 254, 10, 10]), {}, 400, "malformed-encoding"],
    ["in UTF-16", new Uint8Array(Buffer.from(good, "utf16le")), {}, 400, "malformed-submission"],
    [
      "in GBK",
      new Uint8Array(Buffer.concat([Buffer.from(good), Buffer.from([0xd6, 0xce])])),
      {},
      400,
      "malformed-encoding",
    ],
    ["with a byte order mark", `\ufeff${good}`, {}, 400, "malformed-submission"],
    ["with carriage returns", good.replaceAll("\n", "\r\n"), {}, 400, "malformed-submission"],
    ["with a nought byte", good.replace("old", "o\0d"), {}, 400, "malformed-submission"],
    ["that says it is JSON", good, { "content-type": "application/json" }, 400, "malformed-json"],
    ["that is JSON", "{}", { "content-type": "application/json" }, 400, "malformed-submission"],
    ["too large", good + "x".repeat(limits.witnessBodyBytes), {}, 413, "body-too-large"],
  ])("%s", async (_, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
  });

  test("whatever type a good one says that it is, it is cosigned", async () => {
    for (const type of ["text/plain", "application/octet-stream", "application/x-www-form-urlencoded"]) {
      const log = await trusted();
      const answer = await post(submissionText(log.submit(0, 3)), { "content-type": type });
      expect({ type, status: answer.status }).toEqual({ type, status: 200 });
    }
    const log = await trusted();
    const bytes = new Uint8Array(Buffer.from(submissionText(log.submit(0, 3))));
    expect((await post(bytes)).status).toBe(200);
  });
});

test("whoever asks without end is told to wait, and may ask again a minute later", async () => {
  const ask = () => post("");
  for (let asked = 0; asked < limits.submissionsPerMinute; asked += 1) expect((await ask()).status).toBe(400);
  expect(codeOf(await ask())).toBe("too-many-submissions");
  world.clock.now = new Date(world.clock.now.getTime() + 61_000);
  expect((await ask()).status).toBe(400);
});

test("what was witnessed only grows, for the owner too", async () => {
  const log = await trusted(5);
  for (const statement of [
    "update witnessed_checkpoint set note = note",
    "delete from witnessed_checkpoint",
    "truncate witnessed_checkpoint",
    "delete from witnessed_log",
    "truncate witnessed_log cascade",
    `update witnessed_log set size = 4 where origin = '${log.key.name}'`,
    `update witnessed_log set size = null, root = null where origin = '${log.key.name}'`,
    `update witnessed_log set root = repeat('a', 64) where origin = '${log.key.name}'`,
  ])
    await expect(world.owner.query(statement), statement).rejects.toMatchObject({ code: "42501" });
});

test.each([
  ["zhiben_request", "insert into witnessed_checkpoint select * from witnessed_checkpoint"],
  ["zhiben_request", "update witnessed_log set size = size"],
  ["zhiben_request", "insert into cosignature select * from cosignature"],
  ["zhiben_request", "insert into handing select * from handing"],
  ["zhiben_commit", "update witnessed_log set keys = '{}'"],
  ["zhiben_commit", "insert into witnessed_log select * from witnessed_log"],
  ["zhiben_commit", "delete from witnessed_checkpoint"],
  ["zhiben_commit", "update cosignature set line = line"],
  ["zhiben_commit", "delete from handing"],
])("the role %s may not %s", async (role, statement) => {
  const tx = await world.owner.connect();
  try {
    await tx.query(`begin; set local role ${role}`);
    await expect(tx.query(statement)).rejects.toMatchObject({ code: "42501" });
  } finally {
    await tx.query("rollback");
    tx.release();
  }
});

import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readCheckpoint } from "../../core/ledger/checkpoint.ts";
import { readNote, signersOf, type VerifierKey } from "../../core/ledger/note.ts";
import { readSubmission, submissionText } from "../../core/ledger/witness.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { HandingFailed, handOutCheckpoints } from "../../server/jobs/witnessing.ts";
import { checkSignature, sha256 } from "../../server/signing.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";
import { readHandings } from "../../server/store/handing.ts";
import { growTree } from "../../server/store/tree.ts";
import { trustLog, witnessedLogs } from "../../server/store/witnessed.ts";
import { submissionToNewest } from "../../server/witnesses/hand-out.ts";
import { noWitnesses, type Witness, type Witnesses } from "../../server/witnesses/settings.ts";
import type { PersonName } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let log: World;
let province: World;
let address: string;
beforeAll(async () => {
  [log, province] = [await newWorld(), await newWorld({ founded: "sha256" })];
  address = `${await province.zhiben.app.listen({ host: "127.0.0.1", port: 0 })}/api/witness`;
  await trustLog(province.owner, log.services.signer.key, "迪庆州");
});

const minutesLater = (minutes: number, ...worlds: readonly World[]) => {
  for (const { clock } of worlds) clock.now = new Date(clock.now.getTime() + minutes * 60_000);
};
// So that every test finds every recipient due.
beforeEach(() => minutesLater(61, log, province));

const witnessOver = (url: string, world = province): Witness => ({
  name: "省厅",
  key: world.services.witness.key,
  url,
});
const only = (...witnesses: readonly Witness[]): Witnesses => ({ ...noWitnesses, witnesses });

/** Hands out once; what the operator heard. */
async function handOut(witnesses = only(witnessOver(address)), world = log): Promise<readonly string[]> {
  const heard: string[] = [];
  await handOutCheckpoints(world.services, witnesses, (error) => {
    expect(error).toBeInstanceOf(HandingFailed);
    heard.push(error instanceof Error ? error.message : "");
  });
  return heard;
}

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

/** A hazard more, and the head signed over it. */
async function grow(world = log): Promise<string> {
  const id = await world.hazardFound();
  await world.sequenced();
  await signCheckpoint(world.services);
  return id;
}

const newest = async (world = log) => (await world.nobody.get("/api/checkpoint")).body;
function signersIn(note: unknown, keys: readonly VerifierKey[]) {
  const read = readNote(String(note));
  return read ? signersOf(read, keys, { sha256, checkSignature }).signers.map(({ key }) => key) : [];
}
const sizeOf = (note: unknown) => readCheckpoint(readNote(String(note))?.text ?? "")?.size;
const standsAt = async () => (await witnessedLogs(province.owner))[0]?.size;

describe("over HTTP", () => {
  test("the newest checkpoint is cosigned, and handed on with the cosignature ever after", async () => {
    const id = await grow();
    expect(await handOut()).toEqual([]);
    const { checkpoint, witnessed, witnesses } = await newest();
    const { key } = province.services.witness;
    expect(signersIn(checkpoint, [key, log.services.signer.key])).toEqual([log.services.signer.key, key]);
    expect(witnessed).toBe(checkpoint);
    expect(witnesses).toMatchObject([{ size: sizeOf(checkpoint), at: province.clock.now.toISOString() }]);
    expect(await standsAt()).toBe(sizeOf(checkpoint));
    const { body } = await log.as("su").get(`/api/registers/hazard/entries/${id}/proof`);
    expect(body).toMatchObject({ status: "proven", proof: { checkpoint } });
  });

  test("a proof goes by the witnessed checkpoint, even when a newer one stands unwitnessed", async () => {
    const id = await grow();
    await handOut();
    const { checkpoint } = await newest();
    const later = await grow();
    const proofOf = async (entry: string) =>
      (await log.as("su").get(`/api/registers/hazard/entries/${entry}/proof`)).body;
    expect(await proofOf(id)).toMatchObject({ proof: { checkpoint } });
    // What came after it can only be proven by the newer one.
    const { proof } = await proofOf(later);
    expect(proof).not.toMatchObject({ checkpoint });
  });

  test("what was cosigned already is not handed in again", async () => {
    await grow();
    await handOut();
    minutesLater(61, log, province);
    const { rows: before } = await province.owner.query("select * from witnessed_checkpoint");
    expect(await handOut()).toEqual([]);
    expect((await province.owner.query("select * from witnessed_checkpoint")).rows).toEqual(before);
  });

  test("a cosignature that never arrived is fetched again from the size that the witness tells", async () => {
    await grow();
    const lost = await submissionToNewest(
      { pool: log.owner, algorithm: "sha256" },
      async () => (await standsAt()) ?? 0,
    );
    if (lost === undefined) throw new Error("No checkpoint");
    const body = submissionText(lost.submission);
    expect((await fetch(`${address}/add-checkpoint`, { method: "POST", body })).status).toBe(200);
    await grow();
    expect(await handOut()).toEqual([]);
    const { checkpoint, witnessed } = await newest();
    expect(witnessed).toBe(checkpoint);
  });

  test.each([
    ["that does not know us", async () => witnessOver(await stranger(), strangerWorld), /尚未信任/],
    ["that answers under another key", async () => witnessOver(address, strangerWorld), /不是有效的见证签名/],
    ["that is a page of something else", async () => witnessOver(`${address}/elsewhere`), /尚未信任/],
  ])("a witness %s gives no cosignature, and the operator hears it", async (_, make, says) => {
    await grow();
    const witness = await make();
    const heard = await handOut(only(witness));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(says);
    expect(signersIn((await newest()).checkpoint, [witness.key])).toEqual([]);
    const handings = await readHandings(log.owner);
    expect(handings.map(({ problem }) => problem)).toContain(heard[0]);
  });

  let strangerWorld: World;
  beforeAll(async () => {
    strangerWorld = await newWorld({ founded: "sha256" });
  });
  const stranger = async () => {
    const { app } = strangerWorld.zhiben;
    return `${await app.listen({ host: "127.0.0.1", port: 0 })}/api/witness`;
  };

  test("a witness that is down disturbs nothing, is asked less and less often, and catches up", async () => {
    await trustLog(strangerWorld.owner, log.services.signer.key, undefined);
    await grow();
    const port = await closedPort();
    const url = `http://127.0.0.1:${port}/api/witness`;
    const down = only(witnessOver(url, strangerWorld), witnessOver(address));
    const heard = await handOut(down);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^省厅 http:.*: 无法联系见证方.*ECONNREFUSED/);
    expect((await newest()).witnessed).toBe((await newest()).checkpoint);
    const handing = async () =>
      (await readHandings(log.owner)).find(({ recipient }) => recipient.endsWith(url));
    const waits: number[] = [];
    const waitOut = async () => {
      const { nextAt } = (await handing()) ?? { nextAt: log.clock.now };
      waits.push((nextAt.getTime() - log.clock.now.getTime()) / 60_000);
      log.clock.now = nextAt;
    };
    for (let round = 0; round < 5; round += 1) {
      await waitOut();
      await handOut(down);
    }
    expect(waits).toEqual([10, 20, 40, 60, 60]);
    const back = createServer(strangerWorld.zhiben.app.routing).listen(port, "127.0.0.1");
    await waitOut();
    expect(await handOut(down)).toEqual([]);
    back.close();
    back.closeAllConnections();
    expect(await handing()).toMatchObject({ failures: 0, problem: null, doneAt: log.clock.now });
    const both = [province, strangerWorld].map(({ services }) => services.witness.key);
    expect(signersIn((await newest()).checkpoint, both)).toHaveLength(2);
  });

  test("of several servers at once one hands out", async () => {
    await grow();
    const asked = Array.from({ length: 6 }, () =>
      handOutCheckpoints(log.services, only(witnessOver(address)), () => undefined),
    );
    const due = await Promise.all(asked);
    expect(due.reduce((sum, one) => sum + one)).toBe(1);
    expect((await newest()).witnessed).toBe((await newest()).checkpoint);
  });

  test("where a server dies at it, another goes on after a while", async () => {
    await grow();
    const name = `省厅 ${address}`;
    await log.owner.query("update handing set next_at = $2 where recipient = $1", [
      name,
      new Date(log.clock.now.getTime() + 5 * 60_000),
    ]);
    await handOut();
    expect((await newest()).witnessed).not.toBe((await newest()).checkpoint);
    minutesLater(5, log);
    await handOut();
    expect((await newest()).witnessed).toBe((await newest()).checkpoint);
  });
});

describe("all that was signed", () => {
  test("is listed page by page, the newest first, for anybody", async () => {
    await grow();
    await grow();
    const sizes: number[] = [];
    let next: unknown = Number.MAX_SAFE_INTEGER;
    while (next !== null) {
      const { body } = await log.nobody.get(`/api/checkpoints?limit=2&before=${next}`);
      const page = Array.isArray(body.checkpoints) ? body.checkpoints : [];
      expect(page.length).toBeLessThanOrEqual(2);
      for (const { size, note } of page) {
        expect(sizeOf(note)).toBe(size);
        sizes.push(size);
      }
      next = body.next;
    }
    const { rows } = await log.owner.query<{ size: number }>(
      "select size from checkpoint order by size desc",
    );
    expect(sizes).toEqual(rows.map(({ size }) => size));
  });

  test("is shown to be one history to whoever kept an older checkpoint", async () => {
    const { body } = await log.nobody.get("/api/checkpoints?limit=200");
    const kept: readonly { size: number }[] = Array.isArray(body.checkpoints) ? body.checkpoints : [];
    const [to, from] = [kept[0]?.size ?? 0, kept.at(-1)?.size ?? 0];
    const answer = await log.nobody.get(`/api/checkpoints/consistency?from=${from}&to=${to}`);
    expect(answer.body).toMatchObject({ from, to });
    expect(answer.body.path).not.toEqual([]);
    for (const [query, status] of [
      [`from=${to}&to=${from}`, 400],
      [`from=${from}&to=${to + 1}`, 404],
      ["from=-1&to=1", 400],
      ["from=1", 400],
    ] as const)
      expect({
        query,
        status: (await log.nobody.get(`/api/checkpoints/consistency?${query}`)).status,
      }).toEqual({ query, status });
  });
});

describe("by a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-handing-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const overFolder = () => only({ name: "公证处", key: province.services.witness.key, folder });

  test("the newest checkpoint lies ready with its proof, by its size and as the latest", async () => {
    await grow();
    expect(await handOut(overFolder())).toEqual([]);
    const size = sizeOf((await newest()).checkpoint);
    expect((await readdir(folder)).sort()).toEqual([`${size}.checkpoint`, "latest.checkpoint"]);
    const text = await readFile(join(folder, "latest.checkpoint"), "utf8");
    expect(await readFile(join(folder, `${size}.checkpoint`), "utf8")).toBe(text);
    expect(readSubmission(text)?.oldSize).toBe(await standsAt());
  });

  test("what somebody put back is taken in once, and what is no cosignature set aside", async () => {
    const size = sizeOf((await newest()).checkpoint);
    const submission = readSubmission(await readFile(join(folder, "latest.checkpoint"), "utf8"));
    if (submission === undefined) throw new Error("No submission");
    const body = submissionText(submission);
    const line = await (await fetch(`${address}/add-checkpoint`, { method: "POST", body })).text();
    await writeFile(join(folder, `${size}.cosigned`), submission.note + line);
    await writeFile(join(folder, "unsigned.cosigned"), submission.note);
    await writeFile(join(folder, "noise.cosigned"), Uint8Array.from([0, 255, 10, 10]));
    const heard = await handOut(overFolder());
    expect(heard[0]).toMatch(/noise\.cosigned, unsigned\.cosigned/);
    expect((await newest()).witnessed).toBe((await newest()).checkpoint);
    expect((await readdir(folder)).filter((name) => !/checkpoint$/.test(name)).sort()).toEqual([
      `${size}.accepted`,
      "noise.refused",
      "unsigned.refused",
    ]);
    minutesLater(61, log);
    expect(await handOut(overFolder())).toEqual([]);
  });

  test("a folder that is not there is said to be so", async () => {
    const missing = only({ name: "公证处", key: province.services.witness.key, folder: join(folder, "no") });
    expect((await handOut(missing))[0]).toMatch(/无法联系见证方.*ENOENT/);
  });
});

describe("a log whose past was changed behind its back", () => {
  const digest = bytesDigestOf("sha256");

  /** As somebody would who has the database, the owner's rights, the private key and the data folder. */
  async function rewrite(world: World, change: string): Promise<void> {
    const { owner } = world;
    for (const table of ["leaf", "tree_node", "checkpoint", "cosignature"])
      await owner.query(`alter table ${table} disable trigger all`);
    await owner.query("delete from cosignature; delete from checkpoint; delete from tree_node");
    await owner.query(change);
    const { rows } = await owner.query<{ hash: string }>("select hash from leaf order by position");
    await growTree(
      owner,
      0,
      rows.map(({ hash }) => hash),
      digest,
    );
    await world.services.remembered.replace(undefined);
    await signCheckpoint(world.services);
  }

  async function witnessedLog(): Promise<World> {
    const world = await newWorld({ founded: "sha256" });
    await trustLog(province.owner, world.services.signer.key, undefined);
    await grow(world);
    expect(await handOut(undefined, world)).toEqual([]);
    minutesLater(61, world);
    return world;
  }
  /** How often those who answer for the whole installation, and those of a county, were told. */
  async function refusalsTold(world: World) {
    const told = async (name: PersonName) => {
      const { body } = await world.as(name).get("/api/notices");
      return z.object({ notices: z.array(z.object({ kind: z.string() })) }).parse(body).notices;
    };
    const count = async (name: PersonName) =>
      (await told(name)).filter(({ kind }) => kind === "witnessRefused").length;
    return { zhang: await count("zhang"), gesang: await count("gesang") };
  }
  const seen = async (world: World) =>
    (await witnessedLogs(province.owner)).find(({ origin }) => origin === world.services.signer.key.name);

  test.each([
    ["rewritten", "update leaf set hash = repeat('a', 64) where position = 3", false],
    ["rewritten, and has grown since", "update leaf set hash = repeat('a', 64) where position = 3", true],
  ])("is refused by its witness where it was %s", async (_, change, grows) => {
    const world = await witnessedLog();
    const before = await seen(world);
    await rewrite(world, change);
    if (grows) await grow(world);
    const heard = await handOut(undefined, world);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/疑似历史记录被改写.*run zhiben verify/);
    expect(await seen(world)).toEqual(before);
    expect((await newest(world)).witnessed).toBeNull();
    expect(await refusalsTold(world)).toEqual({ zhang: 1, gesang: 0 });
  });

  test("is refused where it was taken back to old data, and the operator hears how far it was", async () => {
    const world = await witnessedLog();
    const before = await seen(world);
    await rewrite(world, "delete from leaf where position = (select max(position) from leaf)");
    const heard = await handOut(undefined, world);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(new RegExp(`可能已被回退到旧数据.*\\(${before?.size}\\)`));
    expect(await refusalsTold(world)).toEqual({ zhang: 1, gesang: 0 });
    expect(await seen(world)).toEqual(before);
  });
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sm3 } from "sm-crypto-v2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { handOutCheckpoints } from "../../server/jobs/witnessing.ts";
import { sha256 } from "../../server/signing.ts";
import { noWitnesses, readWitnesses } from "../../server/witnesses/settings.ts";
import { zhiben } from "../support/command.ts";
import { newWorld, type World } from "../support/world.ts";

// An installation with SM3 and SM2, and one with SHA-256 and Ed25519, which witness each other.
let prefecture: World;
let province: World;
let folder: string;
beforeAll(async () => {
  [prefecture, province] = [await newWorld({ founded: "sm3" }), await newWorld({ founded: "sha256" })];
  folder = await mkdtemp(join(tmpdir(), "zhiben-sm-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const witnessKey = ({ services }: World) => verifierKeyText(services.witness.key, sha256);
const logKey = ({ services }: World) => verifierKeyText(services.signer.key, sha256);

async function closedHazard(world: World): Promise<string> {
  const id = await world.hazardBroughtTo("closed");
  await world.sequenced();
  await signCheckpoint(world.services);
  return id;
}

async function proofFileOf(world: World, id: string): Promise<string> {
  const { text } = await world.as("su").get(`/api/registers/hazard/entries/${id}/proof`);
  const file = join(folder, `${id}.json`);
  await writeFile(file, text);
  return file;
}

describe("an installation with SM3", () => {
  let id: string;
  let file: string;
  beforeAll(async () => {
    id = await closedHazard(prefecture);
    file = await proofFileOf(prefecture, id);
  });

  test("chains its lines by SM3, as another implementation of it has it", async () => {
    const { rows } = await prefecture.owner.query<{ text: string; hash: string }>(
      "select text, hash from ledger order by entry, version",
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { text, hash } of rows) expect(hash).toBe(sm3(text));
    expect((await zhiben(prefecture, ["verify"])).out).toMatch(/异常 faults 0\n$/);
  });

  test("signs its checkpoints by SM2, and its proofs hold offline under that key alone", async () => {
    expect(logKey(prefecture)).toMatch(/^zhiben\/[0-9a-f-]{36}\+[0-9a-f]{8}\+/);
    expect(prefecture.services.signer.key).toMatchObject({ kind: "sm2" });
    const good = await zhiben(undefined, ["verify", file, "--key", logKey(prefecture)]);
    expect(good).toMatchObject({ code: 0 });
    expect(good.out).toMatch(/存证核验通过/);
    const stranger = await zhiben(undefined, ["verify", file, "--key", logKey(province)]);
    expect(stranger).toMatchObject({ code: 1 });
    expect(stranger.out).toMatch(/^not-signed /);
  });

  test("and a word changed in one is found", async () => {
    const changed = join(folder, "changed.json");
    await writeFile(changed, (await readFile(file, "utf8")).replace("majorConfirmed", "generalConfirmed"));
    const found = await zhiben(undefined, ["verify", changed, "--key", logKey(prefecture)]);
    expect(found).toMatchObject({ code: 1 });
    expect(found.out).toMatch(/previous-hash-differs/);
  });
});

describe.each([
  ["Ed25519 witnesses SM2", () => [prefecture, province] as const, "ed25519-cosignature"],
  ["SM2 witnesses Ed25519", () => [province, prefecture] as const, "sm2-cosignature"],
])("%s", (name, pair, kind) => {
  test("over HTTP, and the proof says so to whoever demands it", async () => {
    const [log, witness] = pair();
    const { app } = witness.zhiben;
    const url = `${await app.listen({ host: "127.0.0.1", port: 0 })}/api/witness`;
    const trusted = await zhiben(witness, ["witness", "trust", logKey(log), "--name", "对方"]);
    expect(trusted).toMatchObject({ code: 0 });
    expect(witness.services.witness.key.kind).toBe(kind);
    const id = await closedHazard(log);
    const errors: unknown[] = [];
    const witnesses = [{ name: "见证方", key: witness.services.witness.key, url }];
    await handOutCheckpoints(log.services, { ...noWitnesses, witnesses }, (error) => errors.push(error));
    expect(errors).toEqual([]);
    const file = await proofFileOf(log, id);
    const verify = (...more: readonly string[]) =>
      zhiben(undefined, ["verify", file, "--key", logKey(log), ...more]);
    const held = await verify("--witness", witnessKey(witness), "--least", "1");
    expect(held).toMatchObject({ code: 0 });
    expect(held.out).toContain(`签名 · signed by ${witnessKey(witness)}  2026-`);
    // A witness that did not sign is missed; one alone is enough where one is demanded.
    expect(await verify("--witness", witnessKey(log))).toMatchObject({ code: 1 });
    const both = ["--witness", witnessKey(log), "--witness", witnessKey(witness)];
    expect((await verify(...both)).out).toMatch(/见证不足：要求 2 个，实有 1 个/);
    expect(await verify(...both, "--least", "1")).toMatchObject({ code: 0 });
    expect(await verify(...both, "--least", "3")).toMatchObject({ code: 2 });
    expect(await verify("--least", "x")).toMatchObject({ code: 2 });
  });

  test("by files that somebody carries, there and back", async () => {
    const [log, witness] = pair();
    await closedHazard(log);
    const file = join(folder, `${name}.checkpoint`);
    expect(await zhiben(log, ["witness", "write", file])).toMatchObject({ code: 0 });
    // The witness stands further on, and says from where it wants the proof.
    const told = await zhiben(witness, ["witness", "cosign", file]);
    expect(told).toMatchObject({ code: 1 });
    const size = /--from (\d+)/.exec(told.out)?.[1] ?? "";
    expect(await zhiben(log, ["witness", "write", file, "--from", size])).toMatchObject({ code: 0 });
    expect(await zhiben(witness, ["witness", "cosign", file])).toMatchObject({ code: 0 });
    const settings = join(folder, `${kind}.json`);
    await writeFile(settings, JSON.stringify({ witnesses: [{ name: "见证方", key: witnessKey(witness) }] }));
    const cosigned = join(folder, `${name}.cosigned`);
    const environment = { ZHIBEN_WITNESSES: settings };
    expect(await zhiben(log, ["witness", "accept", cosigned], environment)).toMatchObject({ code: 0 });
    const { body } = await log.nobody.get("/api/checkpoint");
    expect(body.witnessed).toBe(body.checkpoint);
    expect(body.checkpoint).toBe(await readFile(cosigned, "utf8"));
    expect(await zhiben(log, ["witness", "accept", file], environment)).toMatchObject({ code: 1 });
    const listed = await zhiben(log, ["witness", "list"]);
    expect(listed.out).toContain(witnessKey(witness));
    expect((await zhiben(witness, ["witness", "list"])).out).toMatch(
      new RegExp(`对方  ${log.services.signer.key.name}  \\d+`),
    );
  });
});

describe("whom a witness does not trust", () => {
  test.each<readonly [string, () => readonly string[], RegExp]>([
    ["itself", () => ["trust", logKey(prefecture)], /自己不能见证自己/],
    ["what is no key", () => ["trust", "zhiben"], /不是公钥/],
    [
      "a second key of a log that goes with another hash",
      () => [
        "trust",
        verifierKeyText(
          { ...prefecture.services.signer.key, name: province.services.signer.key.name },
          sha256,
        ),
      ],
      /另一种杂凑算法/,
    ],
    ["nobody in particular", () => ["trust"], /用法：zhiben witness/],
    ["what it does not know how to do", () => ["bless"], /用法：zhiben witness/],
  ])("%s", async (_, given, says) => {
    const said = await zhiben(prefecture, ["witness", ...given()]);
    expect(said).toMatchObject({ code: 2 });
    expect(said.err).toMatch(says);
  });
});

test("the key that the command shows is the one that a running witness signs by", async () => {
  for (const world of [prefecture, province])
    expect((await zhiben(world, ["witness", "key"])).out).toBe(`${witnessKey(world)}\n`);
  const { body } = await prefecture.nobody.get("/api/checkpoint");
  expect(body.witnessKey).toBe(witnessKey(prefecture));
  expect((await readWitnesses(undefined, undefined)).witnesses).toEqual([]);
});

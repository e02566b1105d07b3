import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { readCheckpoint } from "../../core/ledger/checkpoint.ts";
import {
  keyIdOf,
  readNote,
  readVerifierKey,
  type VerifierKey,
  verifierKeyText,
} from "../../core/ledger/note.ts";
import { verifyProof } from "../../core/ledger/proof.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { type ProofFile, proofFile } from "../../server/proof-shape.ts";
import { checkSignature, sha256, signerWith } from "../../server/signing.ts";
import { PastRewritten } from "../../server/store/checkpoints.ts";
import { bytesDigestOf, digestOf } from "../../server/store/digests.ts";
import type { PersonName } from "../support/cast.ts";
import { wholePlan } from "../support/paths.ts";
import { newWorld, type World } from "../support/world.ts";

const checks = {
  digest: digestOf("sha256"),
  bytesDigest: bytesDigestOf("sha256"),
  sha256,
  checkSignature,
};
let world: World;
let id: string;
let proof: ProofFile;

const ask = (name: PersonName, entry = id) =>
  world.as(name).get(`/api/registers/hazard/entries/${entry}/proof`);
const keysOf = ({ keys }: ProofFile): readonly VerifierKey[] =>
  keys.flatMap((key) => readVerifierKey(key, sha256) ?? []);
const faultOf = (given: ProofFile, keys = keysOf(proof)) => {
  const found = verifyProof(given, keys, checks);
  return "fault" in found ? found.fault : "holds";
};

/** What the one page says that a third party can read, run as they would. */
async function pageSays(
  given: ProofFile,
  key = proof.keys[0] ?? "",
): Promise<{ holds: boolean; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-proof-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "proof.json");
  await writeFile(file, JSON.stringify(given));
  const page = fileURLToPath(new URL("../../docs/verify-proof.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [page, file, key], { encoding: "utf8" });
  return { holds: status === 0, said: stdout + stderr };
}

beforeAll(async () => {
  world = await newWorld();
  id = await world.hazardBroughtTo("closed");
  await world.hazardBroughtTo("closed", "general");
  await world.sequenced();
  proof = proofFile.parse((await ask("su")).body.proof);
});

test("a closed hazard's proof holds, line by line, under the installation's public key", async () => {
  const found = verifyProof(proof, keysOf(proof), checks);
  if ("fault" in found) throw new Error(found.fault);
  const ledger = await world.ledgerOf(id);
  expect(found.lines.map(({ version, act }) => ({ version, act }))).toEqual(
    ledger.map(({ version, act }) => ({ version, act })),
  );
  const { rows } = await world.owner.query<{ leaves: number }>("select max(size) as leaves from checkpoint");
  expect(found.checkpoint.size).toBe(rows[0]?.leaves);
  expect(found.signers).toHaveLength(1);
  // What was entered in words is proven with it.
  const { entry } = await world.as("su").entry("hazard", id);
  const planned = proof.values.findLast(({ field }) => field === "planMeasures");
  expect(planned?.value).toBe(entry.values.planMeasures);
  expect(planned?.value).toBe(wholePlan.planMeasures);
});

test("the page that anybody can read finds that it holds, and shows the words that were entered", async () => {
  const page = await readFile(new URL("../../docs/verify-proof.mjs", import.meta.url), "utf8");
  expect(page.split("\n").length).toBeLessThanOrEqual(80);
  const { entry } = await world.as("su").entry("hazard", id);
  const { holds, said } = await pageSays(proof);
  expect({ holds, said }).toMatchObject({ holds: true, said: expect.stringContaining("close → closed") });
  expect(entry.values.planMeasures).toBe(wholePlan.planMeasures);
  expect(said).toContain(JSON.stringify(wholePlan.planMeasures));
  const stranger = signerWith(keysOf(proof)[0]?.name ?? "", "ed25519", "11".repeat(32));
  expect(await pageSays(proof, verifierKeyText(stranger.key, sha256))).toMatchObject({ holds: false });
});

describe("a proof that somebody altered does not hold:", () => {
  const line = (change: (line: ProofFile["lines"][number]) => object) => (given: ProofFile) => ({
    ...given,
    lines: given.lines.map((one, at) => (at === 2 ? { ...one, ...change(one) } : one)),
  });
  test.each<readonly [string, (given: ProofFile) => ProofFile, string]>([
    [
      "a word in a line",
      line(({ text }) => ({ text: text.replace(/"day":"\d{4}/, '"day":"2019') })),
      "previous-hash-differs",
    ],
    [
      "a line left out",
      (given) => ({ ...given, lines: given.lines.filter((_, at) => at !== 2) }),
      "version-gap",
    ],
    [
      "the last lines in another order",
      (given) => ({ ...given, lines: given.lines.toReversed() }),
      "version-gap",
    ],
    ["another place in the ledger", line(({ position }) => ({ position: position + 1 })), "not-in-the-tree"],
    ["a path cut short", line(({ path }) => ({ path: path.slice(1) })), "not-in-the-tree"],
    ["a path that is no base64", line(() => ({ path: ["?"] })), "not-in-the-tree"],
    [
      "what a value said",
      (given) => ({ ...given, values: given.values.map((value) => ({ ...value, value: "没有这回事" })) }),
      "commitment-differs",
    ],
    [
      "another entry's name",
      (given) => ({ ...given, entry: "00000000-0000-7000-8000-000000000001" }),
      "other-entry",
    ],
    ["another register", (given) => ({ ...given, register: "enterprise" }), "other-register"],
    [
      "the size that was signed",
      (given) => ({ ...given, checkpoint: given.checkpoint.replace(/\n\d+\n/, "\n7\n") }),
      "signature-broken",
    ],
    ["all of its lines left out", (given) => ({ ...given, lines: [], values: [] }), "no-lines"],
    ["no checkpoint", (given) => ({ ...given, checkpoint: "" }), "checkpoint-malformed"],
  ])("%s", async (_, alter, fault) => {
    expect(faultOf(proof)).toBe("holds");
    expect(faultOf(alter(proof))).toBe(fault);
    expect(await pageSays(alter(proof))).toMatchObject({ holds: false });
  });

  test("a checkpoint that only a stranger signed", () => {
    const note = readNote(proof.checkpoint);
    const [own] = keysOf(proof);
    if (note === undefined || own === undefined) throw new Error("No checkpoint");
    const stranger = signerWith(own.name, "ed25519", "11".repeat(32));
    const forged = { ...proof, keys: [], checkpoint: proof.checkpoint };
    expect(faultOf(forged, [stranger.key])).toBe("not-signed");
    expect(keyIdOf(stranger.key, sha256)).not.toBe(keyIdOf(own, sha256));
  });
});

test("asking again signs nothing anew, where a checkpoint covers the entry", async () => {
  const signed = async () => (await world.owner.query("select size from checkpoint")).rowCount;
  const before = await signed();
  expect((await ask("lin")).body.status).toBe("proven");
  await world.sequenced();
  expect((await ask("mei")).body.status).toBe("proven");
  expect(await signed()).toBe(before);
});

describe("who is given a proof", () => {
  test("nobody who may not see the entry: as if it did not exist", async () => {
    for (const name of ["yu", "chen"] as const) {
      const answer = await ask(name);
      expect({ name, status: answer.status, code: answer.body.code }).toEqual({
        name,
        status: 404,
        code: "not-found",
      });
    }
  });

  test("nobody who is not signed in", async () => {
    expect((await world.nobody.get(`/api/registers/hazard/entries/${id}/proof`)).status).toBe(401);
  });
});

test("a line that has no place yet is waited for", async () => {
  await world.owner.query("select pg_advisory_lock(727002)");
  const waiting = await world.hazardFound();
  const answer = await ask("su", waiting);
  expect(answer.body).toEqual({ status: "pending", waiting: 1 });
  await world.owner.query("select pg_advisory_unlock_all()");
});

test("anybody may keep the newest checkpoint; it names no entry and no person", async () => {
  const { body } = await world.nobody.get("/api/checkpoint");
  const note = readNote(String(body.checkpoint));
  expect(note && readCheckpoint(note.text)?.origin).toMatch(/^zhiben\/[0-9a-f-]{36}$/);
  expect(body.keys).toEqual(proof.keys);
});

test("nothing is signed once the past has been rewritten, and no proof given", async () => {
  const { owner, services } = world;
  await signCheckpoint(services);
  await owner.query("alter table leaf disable trigger leaf_only_grows");
  await owner.query("alter table tree_node disable trigger tree_node_only_grows");
  await owner.query("update leaf set hash = repeat('a', 64) where position = 20");
  // Whoever rewrites thoroughly mends the tree above it too: from 32 lines on, the node above this leaf is stored.
  await owner.query("update tree_node set hash = repeat('a', 64) where level = 4 and index = 1");
  await world.hazardFound();
  await world.sequenced();
  const { rows: before } = await owner.query("select * from checkpoint order by size");
  await expect(signCheckpoint(services)).rejects.toThrow(PastRewritten);
  expect((await ask("su")).body).toMatchObject({ status: 409, code: "ledger-broken" });
  expect((await owner.query("select * from checkpoint order by size")).rows).toEqual(before);
});

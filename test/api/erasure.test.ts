import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { readVerifierKey } from "../../core/ledger/note.ts";
import { verifyProof } from "../../core/ledger/proof.ts";
import { proofFile } from "../../server/proof-shape.ts";
import { checkSignature, sha256 } from "../../server/signing.ts";
import { bytesDigestOf, digestOf } from "../../server/store/digests.ts";
import { cleanErasedTables, removeErasedFiles } from "../../server/store/erasure.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const ground = { erasureBasis: "第四十七条第一款第一项：处理目的已实现" };

/** A dismissed hazard that names somebody in its title and its reasons and on a photo, as its version is then. */
async function hazardNaming(name: string, photo: string, key = "one"): Promise<string> {
  const input = aHazard({ title: `${name}违章`, description: `现场见${name}`, photos: [photo] });
  const { id } = entryIn(mustDo(await world.as("su").open("hazard", { input }, `${key}-${photo}`)));
  mustDo(
    await world
      .as("su")
      .act("hazard", id, "proposeGeneral", { version: 1, input: { judgementReason: `${name}在场` } }),
  );
  mustDo(
    await world.as("mei").act("hazard", id, "dismiss", { version: 2, input: { reason: `${name}已说明` } }),
  );
  return id;
}

const photoOf = async (name: string) =>
  fileIn(mustDo(await upload(world.as("su"), `${name}.png`, png(name))));

async function erase(id: string, erasureAsked: readonly string[], version = 3) {
  const input = { erasureAsked, ...ground };
  mustDo(await world.as("luo").act("hazard", id, "requestErasure", { version, input }));
  return world.as("gesang").act("hazard", id, "erase", { version: version + 1 });
}

const named = ["title", "description", "photos", "judgementReason", "reason"];

/** Every row of every table, in words. */
async function dump(): Promise<string> {
  const { rows } = await world.owner.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const held = await world.owner.query<{ row: string }>(`select t::text as row from only ${name} t`);
    parts.push(...held.rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

const verified = async () =>
  (await verifyLedger(world.owner, world.services.algorithm, () => undefined)).faults;
const bytesOf = (hash: string) => text(world.services.files.read(hash));

test("what was erased stands nowhere any more, and chain, tree, fold and proof are whole", async () => {
  const name = "尼玛次仁";
  const photo = await photoOf(name);
  const id = await hazardNaming(name, photo.id);
  await hazardNaming("旁人", (await photoOf("旁人")).id);
  expect((await dump()).includes(name)).toBe(true);
  expect(await bytesOf(photo.hash)).not.toBe("");

  const entry = entryIn(mustDo(await erase(id, named)));
  expect(entry.values).toMatchObject({ erased: named.toSorted() });
  expect(entry.values).not.toHaveProperty("title");
  expect(entry.title).toBe(entry.number);

  // As a yes or no, so that a failure does not print every table.
  expect((await dump()).includes(name)).toBe(false);
  expect((await dump()).includes("旁人违章")).toBe(true);
  await expect(bytesOf(photo.hash)).rejects.toMatchObject({ code: "ENOENT" });
  expect((await world.as("su").get(`/api/registers/hazard/entries/${id}/files/${photo.id}`)).status).toBe(
    404,
  );
  await world.sequenced();
  expect(await verified()).toEqual([]);

  const { lines, verified: whole } = await world.as("mei").ledger("hazard", id);
  expect(whole).toBe(true);
  const [found, proposed, dismissed] = lines;
  const told = (line: typeof found, field: string) => line?.changes.find((change) => change.field === field);
  expect(told(found, "title")).toMatchObject({ value: null, sealed: true, erasedOn: "2026-03-10" });
  expect(told(found, "source")).not.toHaveProperty("erasedOn");
  expect(told(proposed, "judgementReason")).toMatchObject({ value: null, erasedOn: "2026-03-10" });
  expect(dismissed).toMatchObject({ reason: null, reasonErasedOn: "2026-03-10" });

  const { proof } = (await world.as("mei").get(`/api/registers/hazard/entries/${id}/proof`)).body;
  const read = proofFile.parse(proof);
  const keys = read.keys.flatMap((key) => readVerifierKey(key, sha256) ?? []);
  const checks = { digest: digestOf("sha256"), bytesDigest: bytesDigestOf("sha256"), sha256, checkSignature };
  expect(verifyProof(read, keys, checks)).not.toHaveProperty("fault");
  expect(JSON.stringify(read)).not.toContain(name);
  const { entries } = await world.as("lin").list("hazard");
  expect(entries.find((listed) => listed.id === id)?.title).toBe(entry.number);
});

test("a file that another entry holds stays until that one is erased too", async () => {
  const photo = await photoOf("同一张");
  const one = await hazardNaming("同一张", photo.id, "one");
  const other = await hazardNaming("同一张", photo.id, "other");
  mustDo(await erase(one, ["photos"]));
  expect(await bytesOf(photo.hash)).not.toBe("");
  expect((await world.as("su").get(`/api/registers/hazard/entries/${other}/files/${photo.id}`)).status).toBe(
    200,
  );
  mustDo(await erase(other, ["photos"]));
  await expect(bytesOf(photo.hash)).rejects.toMatchObject({ code: "ENOENT" });
});

test("what a crash left undone is done later, but not to bytes that came again in the meantime", async () => {
  const [gone, again] = [await photoOf("甲"), await photoOf("乙")];
  const { owner } = world;
  await owner.query("insert into unfinished_erasure values ($1, 1, $2), ($1, 1, $3)", [
    gone.id,
    gone.hash,
    again.hash,
  ]);
  await owner.query("delete from upload where id = $1", [gone.id]);
  expect(await removeErasedFiles(world.services.pool, world.services.files)).toBe(1);
  await expect(bytesOf(gone.hash)).rejects.toMatchObject({ code: "ENOENT" });
  expect(await bytesOf(again.hash)).not.toBe("");
});

test("the tables are cleaned once after an erasure, and hold no dead row then", async () => {
  mustDo(await erase(await hazardNaming("多吉", (await photoOf("多吉")).id), ["title"]));
  expect(await cleanErasedTables(world.services.pool, world.connection)).toBe(true);
  expect(await cleanErasedTables(world.services.pool, world.connection)).toBe(false);
});

test("erasing asks for a second person, and a second request for something that still stands", async () => {
  const id = await hazardNaming("央宗", (await photoOf("央宗")).id);
  const input = { erasureAsked: ["title"], ...ground };
  mustDo(await world.as("luo").act("hazard", id, "requestErasure", { version: 3, input }));
  const own = await world.as("luo").act("hazard", id, "erase", { version: 4 });
  expect([own.status, own.body.code]).toEqual([422, "requester-may-not-erase"]);
  mustDo(await world.as("gesang").act("hazard", id, "erase", { version: 4 }));
  const again = await world.as("luo").act("hazard", id, "requestErasure", { version: 5, input });
  expect([again.status, again.body.code]).toEqual([422, "nothing-to-erase"]);
  mustDo(await erase(id, ["description"], 5));
  expect(entryIn(await world.as("luo").get(`/api/registers/hazard/entries/${id}`)).values.erased).toEqual([
    "description",
    "title",
  ]);
  expect(await verified()).toEqual([]);
});

test("an erase that is repeated under its key is done once", async () => {
  const id = await hazardNaming("卓玛", (await photoOf("卓玛")).id);
  const input = { erasureAsked: ["title"], ...ground };
  mustDo(await world.as("luo").act("hazard", id, "requestErasure", { version: 3, input }));
  const twice = [1, 2].map(() => world.as("gesang").act("hazard", id, "erase", { version: 4 }, "erase-once"));
  for (const answer of await Promise.all(twice)) expect(entryIn(mustDo(answer)).version).toBe(5);
});

describe("the role that writes", () => {
  test.each([
    ["delete a sealed value", "delete from value"],
    ["change one", "update value set value = '1'"],
    ["delete an upload", "delete from upload"],
    [
      "say that something is to be cleaned",
      "insert into unfinished_erasure values (gen_random_uuid(), 1, 'x')",
    ],
  ])("may not %s by itself", async (_, statement) => {
    const tx = await world.owner.connect();
    await tx.query("begin; set local role zhiben_commit");
    await expect(tx.query(statement)).rejects.toMatchObject({ code: "42501" });
    await tx.query("rollback");
    tx.release();
  });

  test("erases nothing by a line that says nothing of it; who only reads may not even ask", async () => {
    const id = await hazardNaming("扎西", (await photoOf("扎西")).id);
    const count = async () =>
      (
        await world.owner.query<{ count: number }>("select count(*) as count from value where entry = $1", [
          id,
        ])
      ).rows[0]?.count;
    const before = await count();
    const tx = await world.owner.connect();
    await tx.query("begin; set local role zhiben_commit");
    for (const version of [1, 2, 3, 4])
      await tx.query("select erase_values(array[$1]::uuid[], array[$2]::integer[])", [id, version]);
    await tx.query("commit");
    await tx.query("begin; set local role zhiben_request");
    const refused = tx.query("select erase_values('{}', '{}')");
    await expect(refused).rejects.toMatchObject({ code: "42501" });
    await tx.query("rollback");
    tx.release();
    expect(before).toBeGreaterThan(4);
    expect(await count()).toBe(before);
  });
});

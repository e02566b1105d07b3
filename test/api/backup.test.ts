import { existsSync, readFileSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { verifyChain } from "../../core/ledger/line.ts";
import { assemble } from "../../server/start.ts";
import { digestOf } from "../../server/store/digests.ts";
import { openFileStore } from "../../server/store/files.ts";
import { readInstallation } from "../../server/store/found.ts";
import { sequence } from "../../server/store/sequencer.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { backUp, type EmptyPlace, newPlace, restoreInto, settle } from "../support/backups.ts";
import { password } from "../support/cast.ts";
import { clientOf, entryIn } from "../support/client.ts";
import { contentsOf } from "../support/contents.ts";
import { aHazard } from "../support/paths.ts";
import { testPack } from "../support/template.ts";
import { fileIn, pdf, png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, signIn, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const state of ["closed", "rectifying", "majorConfirmed"]) await world.hazardBroughtTo(state);
  mustDo(await upload(world.as("su"), "现场.png", png("现场")));
  mustDo(await upload(world.as("su"), "方案.pdf", pdf()));
  mustDo(await upload(world.as("su"), "同一张.png", png("现场")));
  // Characters that the COPY format writes in its own way.
  await world.hazardFound({ title: "反斜线\\与制表符", description: 'a\tb\nc\\N\\.\r"治本"' });
  await settle(world);
});

/** The product on a restored place, as a start would put it together. */
async function startOn({ connection, dataDir }: EmptyPlace) {
  const errors: unknown[] = [];
  const zhiben = await assemble({
    connection,
    filesFolder: join(dataDir, "files"),
    exportsFolder: join(dataDir, "exports"),
    keysFolder: join(dataDir, "keys"),
    algorithm: "sha256",
    pages: undefined,
    pack: testPack,
    demonstration: false,
    secondFactorFor: [],
    clock: () => world.clock.now,
    onProgress: () => undefined,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => zhiben.stop());
  const as = (name: string) => clientOf(zhiben.app, () => signIn(zhiben.app, name, password));
  return { zhiben, as, errors };
}

test("what was restored is what was backed up: every row, every attachment, and it verifies", async () => {
  const { file, manifest } = await backUp(world);
  const place = await newPlace();
  await restoreInto(place, file);
  expect(await contentsOf(place.owner)).toEqual(await contentsOf(world.owner));
  expect(manifest.attachments).toMatchObject({ count: 2, lost: [] });
  for (const part of await readdir(world.filesFolder))
    for (const hash of await readdir(join(world.filesFolder, part)))
      expect(readFileSync(join(place.dataDir, "files", part, hash))).toEqual(
        readFileSync(join(world.filesFolder, part, hash)),
      );
  const { faults, entries } = await verifyLedger(place.owner, "sha256", () => undefined);
  expect(faults).toEqual([]);
  const { rows } = await world.owner.query<{ stand: number }>("select count(*)::integer as stand from entry");
  expect(entries).toBe(rows[0]?.stand);
  expect((await readdir(place.dataDir)).sort()).toEqual(["files", "keys"]);
});

test("the product goes on where it was: the next act continues chain, numbers and positions, within everybody's scope", async () => {
  const id = await world.hazardBroughtTo("rectifying");
  await world.sequenced();
  const { file, manifest } = await backUp(world);
  const place = await newPlace();
  await restoreInto(place, file);
  const { zhiben, as, errors } = await startOn(place);
  const { entry } = await as("su").entry("hazard", id);
  const amended = await as("su").act("hazard", id, "recordProgress", {
    version: entry.version,
    input: { progress: "恢复后继续" },
  });
  mustDo(amended);
  const next = entryIn(mustDo(await as("su").open("hazard", { input: aHazard() })));
  const highest = await world.owner.query<{ number: string }>(
    "select max(number) as number from entry_hazard",
  );
  expect(String(next.number) > String(highest.rows[0]?.number)).toBe(true);
  while ((await sequence(zhiben.services.pool, "sha256")) > 0);
  const { lines, verified } = await as("su").ledger("hazard", id);
  expect(verified).toBe(true);
  expect(lines.at(-1)?.position).toBeGreaterThan(manifest.ledger.lastPosition);
  const { rows } = await place.owner.query(
    `select count(*) as leaves, max(position) + 1 as dense, (select count(*) from ledger)
      + (select count(*) from audit) - (select count(*) from unsequenced) as lines from leaf`,
  );
  expect(rows[0]).toMatchObject({ dense: rows[0].leaves, lines: rows[0].leaves });
  for (const [name, more] of [
    ["su", 1],
    ["lin", 1],
    ["yu", 0],
  ] as const) {
    const { total = 0 } = await world.as(name).list("hazard", { count: "exact" });
    expect((await as(name).list("hazard", { count: "exact" })).total).toBe(total + more);
  }
  const { rows: active } = await zhiben.services.pool.query<{ active: boolean }>(
    `select bool_and(row_security_active(t)) as active
      from unnest(array['entry', 'entry_hazard', 'entry_enterprise', 'entry_self_check', 'ledger', 'value', 'party', 'notice']) t`,
  );
  expect(active).toEqual([{ active: true }]);
  await expect(place.owner.query("update ledger set text = ''")).rejects.toThrow("only grows");
  await expect(zhiben.services.pool.query("delete from ledger")).rejects.toThrow("permission denied");
  expect(errors).toEqual([]);
});

test("a restore begins a new epoch, says so in the installation's own chain, and ends every sign-in", async () => {
  mustDo(await world.as("su").get("/api/session"));
  const { file, manifest } = await backUp(world);
  const place = await newPlace();
  await restoreInto(place, file);
  const before = await readInstallation(world.owner);
  const after = await readInstallation(place.owner);
  expect(after).toMatchObject({ id: before?.id, pack: before?.pack });
  expect(after?.epoch).not.toBe(before?.epoch);
  const { rows } = await place.owner.query<{ text: string; hash: string }>(
    "select text, hash from ledger where entry = $1 order by version",
    [after?.id],
  );
  expect(verifyChain(rows, digestOf("sha256"))).toBeUndefined();
  expect(rows.map(({ text }) => JSON.parse(text))).toMatchObject([
    { act: "found" },
    { act: "restore", changes: { epoch: after?.epoch, lastPosition: manifest.ledger.lastPosition } },
  ]);
  expect((await world.owner.query("select from session")).rowCount).toBeGreaterThan(0);
  expect((await place.owner.query("select from session")).rowCount).toBe(0);
});

test("whoever followed acts that the restore undid is told so, and does not go on as if nothing were", async () => {
  const { file } = await backUp(world);
  await world.hazardFound();
  await world.sequenced();
  const { body: followed } = await world.as("su").get("/api/changes?limit=200");
  const place = await newPlace();
  await restoreInto(place, file);
  const { zhiben, as } = await startOn(place);
  while ((await sequence(zhiben.services.pool, "sha256")) > 0);
  const { epoch } = zhiben.services;
  // The restore's own line took the position of the hazard that is no more: the epoch alone tells.
  const again = await as("su").get(`/api/changes?after=${followed.next}&epoch=${followed.epoch}`);
  expect(again.body).toMatchObject({ code: "feed-rewound", epoch });
  const anew = await as("su").get(`/api/changes?after=-1&epoch=${epoch}`);
  expect(anew.status).toBe(200);
});

test("a backup is one picture, however many acts are done beside it", async () => {
  const acts = { go: true, done: 0 };
  const acting = (async () => {
    for (; acts.go; acts.done += 1) await world.hazardFound();
  })();
  const pictures = [];
  for (let count = 0; count < 3; count += 1) pictures.push(await backUp(world));
  acts.go = false;
  await acting;
  expect(acts.done).toBeGreaterThan(0);
  for (const { file, manifest } of pictures) {
    const place = await newPlace();
    await restoreInto(place, file);
    expect((await verifyLedger(place.owner, "sha256", () => undefined)).faults).toEqual([]);
    const { rows } = await place.owner.query<{
      waiting: number;
      placed: number;
      lines: number;
      last: number;
    }>(
      `select (select count(*) from unsequenced) as waiting, (select count(*) from leaf) as placed,
        (select count(*) from ledger) + (select count(*) from audit) as lines, (select max(position) from leaf) as last`,
    );
    const [{ waiting, placed, lines, last } = { waiting: 0, placed: 0, lines: 0, last: 0 }] = rows;
    expect(waiting + placed).toBe(lines);
    expect(last).toBe(manifest.ledger.lastPosition);
  }
});

test("an attachment that is missing or damaged is named, and the rest is backed up all the same", async () => {
  const own = await newWorld();
  const kept = [];
  for (const text of ["一", "二", "三"])
    kept.push(fileIn(mustDo(await upload(own.as("su"), `${text}.png`, png(text)))).hash);
  const [one = "", two = "", three = ""] = kept;
  const fileOf = (hash: string) => join(own.filesFolder, hash.slice(0, 2), hash);
  await rm(fileOf(one));
  await writeFile(fileOf(two), "damaged");
  const { file, manifest } = await backUp(own);
  expect([...manifest.attachments.lost].sort()).toEqual([one, two].sort());
  const place = await newPlace();
  await restoreInto(place, file);
  expect(await openFileStore(join(place.dataDir, "files")).read(three).toArray()).toHaveLength(1);
  expect(existsSync(join(place.dataDir, "files", one.slice(0, 2), one))).toBe(false);
});

test("every table stands in the schema that a backup looks through", async () => {
  const { rows } = await world.owner.query(
    `select distinct table_schema as schema from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(rows).toEqual([{ schema: "public" }]);
});

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, onTestFinished, test } from "vitest";
import { keptTables, readSequences, schemaHash } from "../../server/store/backup/catalog.ts";
import {
  copyIn,
  inLoading,
  makePartitions,
  quietTriggers,
  setSequences,
} from "../../server/store/backup/load.ts";
import { copyOut, inSnapshot } from "../../server/store/backup/snapshot.ts";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { startEmbedded } from "../../server/store/embedded/index.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { backUp, newPlace, restoreInto, settle } from "../support/backups.ts";
import { contentsOf } from "../support/contents.ts";
import { newWorld } from "../support/world.ts";

/** Kinds of tables that the product has not yet, or may have: a backup goes by the catalog and must know them all. */
const schema = `
  create table parent (id bigint generated always as identity primary key, note text);
  create table child () inherits (parent);
  create table a_reference (parent bigint not null references parent, self bigint);
  create table reading (at timestamptz not null, day date not null, value numeric,
    twice numeric generated always as (value * 2) stored, primary key (day, at)) partition by range (day);
  create table reading_2026_01 partition of reading for values from ('2026-01-01') to ('2026-02-01');
  create table copied (value numeric);
  create view seen as select * from reading;
  create sequence drawn;
  create function copy_value() returns trigger language plpgsql as
    'begin insert into copied values (new.value); return new; end';
  create trigger copies after insert on reading for each row execute function copy_value();
  create function refuse() returns trigger language plpgsql as 'begin raise exception ''only grows''; end';
  create trigger grows before update or delete on parent for each statement execute function refuse()`;

const rows = `
  insert into parent (note) values (E'tab\\tand\\\\N'), (null), ('');
  insert into child (id, note) values (7, 'of the child');
  insert into a_reference values (1, 1), (2, null);
  create table reading_2026_02 partition of reading for values from ('2026-02-01') to ('2026-03-01');
  create table reading_other partition of reading default;
  insert into reading (at, day, value) values ('2026-01-15T10:00:00.123456+08', '2026-01-15', 0.1),
    ('2026-02-15Z', '2026-02-15', 'NaN'), ('1999-12-31Z', '1999-12-31', 1e100);
  select setval('drawn', 41)`;

async function copyAll(from: Pool, into: Pool): Promise<void> {
  await inSnapshot(from, (source) =>
    inLoading(into, async (target) => {
      const restore = await quietTriggers(target);
      for (const table of await keptTables(source)) {
        expect(await makePartitions(target, table)).toBe(true);
        const [out, taken] = [copyOut(source, table), copyIn(target, table)];
        await pipeline(out.bytes, taken.bytes);
        expect(taken.rows()).toBe(await out.rows());
      }
      expect(await setSequences(target, await readSequences(source))).toBe(true);
      await restore();
    }),
  );
}

test("tables of every kind are copied once each, in an order in which they can be, and their triggers live on", async () => {
  const [from, into] = [await newPlace(), await newPlace()];
  await from.owner.query(schema);
  await into.owner.query(schema);
  expect(await schemaHash(from.owner)).toBe(await schemaHash(into.owner));
  await from.owner.query(rows);
  // Parts of a table come and go with the months; they are no other schema.
  expect(await schemaHash(from.owner)).toBe(await schemaHash(into.owner));
  await copyAll(from.owner, into.owner);
  expect(await contentsOf(into.owner)).toEqual(await contentsOf(from.owner));
  expect((await into.owner.query("select from copied")).rowCount).toBe(3);
  const { rows: next } = await into.owner.query("select nextval('drawn') as drawn");
  expect(next).toEqual([{ drawn: 42 }]);
  expect((await into.owner.query("insert into parent (note) values ('next') returning id")).rows).toEqual([
    { id: 4 },
  ]);
  await into.owner.query("insert into reading (at, day, value) values (now(), '2026-02-03', 5)");
  expect((await into.owner.query("select from copied")).rowCount).toBe(4);
  await expect(into.owner.query("delete from parent")).rejects.toThrow("only grows");
});

test("another column, type or need makes another schema", async () => {
  const { owner } = await newPlace();
  await owner.query("create table t (a integer)");
  const hashes = [await schemaHash(owner)];
  for (const change of [
    "add b text",
    "alter b set not null",
    'alter b type text collate "C"',
    "alter a type bigint",
  ]) {
    await owner.query(`alter table t ${change}`);
    hashes.push(await schemaHash(owner));
  }
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("an archive of one PostgreSQL is restored into another, and back", async () => {
  const world = await newWorld();
  await world.hazardBroughtTo("closed");
  await settle(world);
  const dataDir = await mkdtemp(join(tmpdir(), "zhiben-across-"));
  const folder = await openDataFolder(dataDir);
  const embedded = await startEmbedded({ dataDir, onProgress: () => undefined });
  const owner = openOwnerPool({ connection: embedded.connection });
  onTestFinished(async () => {
    await owner.end();
    await embedded.stop();
    await folder.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  await mkdir(folder.files, { recursive: true });
  await restoreInto({ owner, dataDir }, (await backUp(world)).file);
  expect(await contentsOf(owner)).toEqual(await contentsOf(world.owner));
  const back = await newPlace();
  await restoreInto(back, (await backUp({ owner, filesFolder: folder.files })).file);
  const [one, other] = [await contentsOf(owner), await contentsOf(back.owner)];
  expect(other).toEqual(one);
  expect((await verifyLedger(back.owner, "sha256", () => undefined)).faults).toEqual([]);
});

import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, beforeEach, expect, inject, onTestFinished, test } from "vitest";
import { rehearse } from "../../server/store/rehearse.ts";
import { dumpSchema } from "../../server/store/schema.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { onServer } from "../support/test-database.ts";
import { newWorld, type World } from "../support/world.ts";

const own = new URL("../../server/migrations/", import.meta.url);
let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("closed");
  await world.sequenced();
});

let before: string;
beforeEach(async () => {
  before = (await fingerprint(world.owner)) + (await dumpSchema(world.owner));
});

/** Rehearses with this program's migrations and more; whatever comes of it, the original is untouched and the copy gone. */
async function rehearseWith(more: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of await readdir(own)) await copyFile(new URL(name, own), join(folder, name));
  for (const [name, sql] of Object.entries(more)) await writeFile(join(folder, name), sql);
  const { owner, connection, services } = world;
  try {
    const asked = { connection, owner, algorithm: services.algorithm, folder: pathToFileURL(`${folder}/`) };
    return await rehearse(asked);
  } finally {
    expect((await fingerprint(owner)) + (await dumpSchema(owner))).toBe(before);
    expect(await copiesLeft()).toBe(0);
  }
}

const copiesLeft = () =>
  onServer(inject("server"), async (client) => {
    const { rows } = await client.query<{ left: number }>(
      "select count(*)::integer as left from pg_database where datname like 'zhiben\\_rehearsal\\_%'",
    );
    return rows[0]?.left;
  });

test("a pending migration is tried on a copy of every row, while the product is at work", async () => {
  const { rows } = await world.owner.query("select count(*)::integer as lines from ledger");
  // Fails unless the copy holds what the original does.
  const sql = `alter table person add column remark text;
    do $$ begin assert (select count(*) from ledger) = ${rows[0].lines}; assert (select count(*) from post) > 0; end $$;`;
  const rehearsal = await rehearseWith({ "900_remark.sql": sql });
  expect(rehearsal).toMatchObject({ outcome: "applied", names: ["900_remark.sql"] });
  if (rehearsal.outcome === "applied") {
    expect(rehearsal.verification.faults).toEqual([]);
    expect(rehearsal.verification.lines).toBeGreaterThan(10);
  }
});

test("one that fails is named, with its error", async () => {
  const rehearsal = await rehearseWith({
    "900_good.sql": "alter table person add column remark text;",
    "901_bad.sql": "alter table person add column name text;",
  });
  expect(rehearsal).toMatchObject({ outcome: "failed", name: "901_bad.sql", error: { code: "42701" } });
});

test("one that breaks what the ledger says is found by the verification", async () => {
  const rehearsal = await rehearseWith({ "900_title.sql": "update entry_hazard set title = 'x';" });
  expect(rehearsal).toMatchObject({ outcome: "applied", verification: { faults: [expect.anything()] } });
});

test("with nothing pending nothing is copied", async () => {
  expect(await rehearseWith({})).toEqual({ outcome: "nothing-pending" });
});

test("a schema of a newer program is refused in words", async () => {
  await world.owner.query("insert into schema_version (number, name, hash) values (999, '999_x.sql', '')");
  before = (await fingerprint(world.owner)) + (await dumpSchema(world.owner));
  try {
    await expect(rehearseWith({ "900_a.sql": "select 1;" })).rejects.toMatchObject({ code: "schema-newer" });
  } finally {
    await world.owner.query("delete from schema_version where number = 999");
  }
});

test("a schema that somebody changed is refused in words", async () => {
  await world.owner.query("create index strange on person (name)");
  before = (await fingerprint(world.owner)) + (await dumpSchema(world.owner));
  try {
    await expect(rehearseWith({ "900_a.sql": "select 1;" })).rejects.toMatchObject({
      code: "schema-drifted",
    });
  } finally {
    await world.owner.query("drop index strange");
  }
});

test("an owner who may not create databases is told so", async () => {
  const { rows } = await world.owner.query<{ name: string }>("select current_database() as name");
  const role = `${rows[0]?.name}_poor`;
  await world.owner.query(
    `create role ${role} login; grant select on all tables in schema public to ${role}`,
  );
  const tx = await world.owner.connect();
  try {
    await tx.query(`set role ${role}`);
    const poor = Object.assign(Object.create(world.owner), { query: tx.query.bind(tx) });
    const asked = { connection: world.connection, owner: poor, algorithm: world.services.algorithm };
    await expect(rehearse({ ...asked, folder: await withOneMore() })).rejects.toMatchObject({
      code: "rehearsal-not-allowed",
    });
  } finally {
    await tx.query("reset role");
    tx.release();
    await world.owner.query(`drop owned by ${role}; drop role ${role}`);
  }
});

async function withOneMore(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "900_a.sql"), "select 1;");
  return pathToFileURL(`${folder}/`);
}

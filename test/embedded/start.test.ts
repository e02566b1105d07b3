import { readFileSync, statSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isRoot, newHome, ordinaryUser, query, refusal, start, startHolder } from "./support.ts";

const user = await ordinaryUser();

test("a first start makes a database that keeps what it was told until the next start", async () => {
  const dataDir = join(newHome(0o755), "data");
  const first = await start(dataDir);
  expect(first.said).toEqual(["Creating the database"]);
  expect(first.version).toBe("18.4");
  await first.query("create table kept as select '治本' as word");
  await first.stop();
  const second = await start(dataDir);
  expect(second.said).toEqual([]);
  expect(await second.query("select word from kept")).toEqual([{ word: "治本" }]);
});

test("the database is in UTF-8, sorts by code point, loses nothing, and listens to no network", async () => {
  const database = await start(join(newHome(0o755), "data"));
  const [settings] = await database.query(
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network,
            current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('jit') as jit, datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
  );
  expect(settings).toEqual({
    encoding: "UTF8",
    network: "",
    fsync: "on",
    commit: "on",
    jit: "off",
    provider: "b",
    locale: "C.UTF-8",
  });
});

test("only the drawn password opens the database, and nobody else can read it", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { connection } = await start(dataDir);
  expect(statSync(join(dataDir, "keys", "database-password")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, "keys")).mode & 0o777).toBe(0o700);
  expect(statSync(connection.host).mode & 0o777).toBe(0o700);
  const attempt = query({ ...connection, password: "zhiben" }, "select 1");
  await expect(attempt).rejects.toMatchObject({ code: "28P01" });
});

test("a data folder with a very long path is no trouble for the socket", async () => {
  const dataDir = join(newHome(0o755), "长".repeat(60), "data");
  const database = await start(dataDir);
  expect(await database.query("select 1 as one")).toEqual([{ one: 1 }]);
});

test.skipIf(!isRoot)(
  "root runs the database as nobody, inside the data folder where nobody may pass",
  async () => {
    const home = newHome(0o755);
    const database = await start(join(home, "data"));
    const postmaster = readFileSync(join(home, "data", "postgres", "postmaster.pid"), "utf8").split("\n")[0];
    expect(statSync(`/proc/${postmaster}`).uid).toBe(65_534);
    expect(database.location).toBe(join(home, "data", "postgres"));
    expect(statSync(join(home, "data")).mode & 0o777).toBe(0o701);
  },
);

test.skipIf(!isRoot)(
  "root's data folder in a private home has its database elsewhere, says so, and finds it again",
  async () => {
    const dataDir = join(newHome(0o700), "data");
    const first = await start(dataDir);
    expect(first.location).toMatch(/^\/var\/lib\/zhiben\/[0-9a-f]{16}$/);
    expect(first.said[0]).toBe(
      `The database lies in ${first.location}, as its user may not enter the data folder`,
    );
    await first.query("create table kept as select 1 as one");
    await first.stop();
    const second = await start(dataDir);
    expect(second.location).toBe(first.location);
    expect(await second.query("select one from kept")).toEqual([{ one: 1 }]);
  },
);

test.skipIf(!isRoot)(
  "a data folder made anew in the same place does not take the former one's database",
  async () => {
    const dataDir = join(newHome(0o700), "data");
    const former = await start(dataDir);
    await former.stop();
    await rm(dataDir, { recursive: true });
    try {
      const anew = await start(dataDir);
      expect(anew.location).toBe(`${former.location}-2`);
    } finally {
      await rm(former.location, { recursive: true });
    }
  },
);

test("a database that is gone is not replaced by an empty one", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { stop } = await start(dataDir);
  await stop();
  await rm(join(dataDir, "postgres"), { recursive: true });
  expect((await refusal(start(dataDir))).code).toBe("database-missing");
});

test("a database of another version of PostgreSQL is refused untouched", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { stop } = await start(dataDir);
  await stop();
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "17\n");
  const problem = await refusal(start(dataDir));
  expect(problem.code).toBe("database-version-differs");
  expect(problem.words.en).toContain("PostgreSQL 17");
});

test("a database that gives up is refused with its own last words", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { stop } = await start(dataDir);
  await stop();
  await rm(join(dataDir, "postgres", "global", "pg_control"));
  const problem = await refusal(start(dataDir));
  expect(problem.code).toBe("database-did-not-start");
  expect(problem.words.en).toContain("pg_control");
});

test.skipIf(!user)(
  "an ordinary user runs it as themselves, from a home that only they may enter",
  async () => {
    const home = newHome(0o700, user);
    const holder = startHolder("database", join(home, "data"), user);
    await holder.tells("row 3");
    const pid = (await holder.tells("server ")).slice("server ".length);
    expect(statSync(`/proc/${pid}`).uid).toBe(user?.uid);
    expect(statSync(join(home, "data", "postgres")).uid).toBe(user?.uid);
    expect(statSync(join(home, "data")).mode & 0o777).toBe(0o700);
  },
);

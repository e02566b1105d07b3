import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { sha256, signerWith } from "../../server/signing.ts";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { contentsOf } from "../support/contents.ts";
import { runCommand } from "../support/running-command.ts";
import { bringMasterKeys, newHome, type RunningServer, startServer } from "../support/running-server.ts";
import { png } from "../support/uploads.ts";
import { start } from "./support.ts";

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;
let cookie = "";

beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder);
  cookie = await signIn(server.address);
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "safety", password: "zhiben-demo" }),
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

const session = z.object({ post: z.object({ organisation: z.object({ id: z.string() }) }) });
const opened = z.object({ entry: z.object({ id: z.string() }) });

/** Opens one hazard after another until it is told to stop; tells how many. */
function act(address: string, as: string) {
  const state = { go: true, entries: [] as string[] };
  const run = async () => {
    const headers = { cookie: as, "content-type": "application/json" };
    const { post } = session.parse(await (await fetch(`${address}/api/session`, { headers })).json());
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const input = { title: "演练", organisation: post.organisation.id, source: "selfCheck", foundOn: today };
    while (state.go) {
      const response = await fetch(`${address}/api/registers/hazard/entries`, {
        method: "POST",
        headers,
        body: JSON.stringify({ act: "find", input }),
      });
      state.entries.push(opened.parse(await response.json()).entry.id);
    }
    return state.entries;
  };
  const running = run();
  return {
    stop: () => {
      state.go = false;
      return running;
    },
  };
}

async function uploadPicture(): Promise<void> {
  const response = await fetch(`${server.address}/api/files`, {
    method: "POST",
    headers: { cookie, "content-type": "image/png", "x-file-name": "drill.png" },
    body: new Uint8Array(png("演练")),
  });
  expect(response.status).toBe(201);
}

const here = (folder: string) => ({ ZHIBEN_DATA: join(folder, "data") });

test("the drill: back up while acts go on, restore elsewhere, verify, compare, and go on", async () => {
  await uploadPicture();
  const acting = act(server.address, cookie);
  const file = join(home.folder, "drill.zhiben");
  const backedUp = await runCommand(["backup", file], here(home.folder)).ended;
  const entries = await acting.stop();
  // The picture, and those of the demonstration.
  const kept = (await allFiles(home.folder)).filter((name) => /[0-9a-f]{64}$/.test(name)).length;
  expect(backedUp).toMatchObject({ code: 0, said: expect.stringContaining(`附件 files ${kept},`) });
  expect(entries.length).toBeGreaterThan(0);
  const elsewhere = await newHome();
  onTestFinished(() => elsewhere.remove());
  await bringMasterKeys(home.folder, elsewhere.folder);
  const restored = await runCommand(["restore", file], here(elsewhere.folder)).ended;
  expect(restored.said).toContain("异常 faults 0");
  expect(restored.code).toBe(0);

  const second = await startServer(elsewhere.folder);
  onTestFinished(() => second.stop().then(() => undefined));
  const there = second.openOwner();
  onTestFinished(() => there.end());
  // Ids are made in the order of time: all acts up to the last one that the picture holds are there, and none after it.
  const { rows } = await there.query<{ id: string }>("select id from entry where id = any($1::uuid[])", [
    entries,
  ]);
  const held = entries.filter((id) => rows.some((row) => row.id === id));
  expect(held).toEqual(entries.slice(0, held.length));
  const going = act(second.address, await signIn(second.address));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await going.stop()).length).toBeGreaterThan(0);
  const verified = await runCommand(["verify"], here(elsewhere.folder)).ended;
  expect(verified).toMatchObject({ code: 0 });
});

test("without the master keys it is said which ones are wanting, and with them in their place all is sound", async () => {
  const file = join(home.folder, "closed.zhiben");
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  const elsewhere = await newHome();
  onTestFinished(() => elsewhere.remove());
  const restored = await runCommand(["restore", file], here(elsewhere.folder)).ended;
  expect(restored.code).toBe(1);
  expect(restored.said).toMatch(/open by the master key [0-9a-f]{16},/);
  expect((await readdir(join(elsewhere.folder, "data", "keys"))).join()).not.toContain("master-key");
  await bringMasterKeys(home.folder, elsewhere.folder);
  expect(await runCommand(["verify"], here(elsewhere.folder)).ended).toMatchObject({ code: 0 });
});

test("by a public key that was given another way, the keys in the archive are not believed", async () => {
  const published = z.object({ keys: z.array(z.string()).min(1) });
  const { keys } = published.parse(await (await fetch(`${server.address}/api/checkpoint`)).json());
  const file = join(home.folder, "key.zhiben");
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  const restoreBy = async (key: string) => {
    const elsewhere = await newHome();
    onTestFinished(() => elsewhere.remove());
    await bringMasterKeys(home.folder, elsewhere.folder);
    return runCommand(["restore", file, "--key", key], here(elsewhere.folder)).ended;
  };
  const own = await restoreBy(keys[0] ?? "");
  expect(own).toMatchObject({ code: 0, said: expect.stringContaining("异常 faults 0") });
  expect(own.said).not.toContain("已信任备份中的公钥");
  const strangers = verifierKeyText(signerWith("stranger", "ed25519", "44".repeat(32)).key, sha256);
  const doubted = await restoreBy(strangers);
  expect(doubted.code).toBe(1);
  expect(doubted.said).toContain("key-unknown");
});

test("of a product at rest, everything is the same in the place where it was restored", async () => {
  await server.stop();
  const file = join(home.folder, "rest.zhiben");
  expect(await runCommand(["backup", file], here(home.folder)).ended).toMatchObject({ code: 0 });
  const elsewhere = await newHome();
  onTestFinished(() => elsewhere.remove());
  await bringMasterKeys(home.folder, elsewhere.folder);
  expect(await runCommand(["restore", file], here(elsewhere.folder)).ended).toMatchObject({ code: 0 });
  const contents = [];
  for (const { folder } of [home, elsewhere]) {
    const database = await start(join(folder, "data"));
    const owner: Pool = openOwnerPool({ connection: database.connection });
    contents.push(await contentsOf(owner));
    await owner.end();
    await database.stop();
  }
  expect(contents[1]).toEqual(contents[0]);
  expect(await allFiles(elsewhere.folder)).toEqual(await allFiles(home.folder));
  server = await startServer(home.folder);
  cookie = await signIn(server.address);
});

const allFiles = (folder: string) => readdir(join(folder, "data", "files"), { recursive: true });

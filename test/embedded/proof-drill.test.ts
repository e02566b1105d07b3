import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/running-command.ts";
import { newHome, type RunningServer, startServer } from "../support/running-server.ts";

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;

beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder);
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

const closedHazard = z.object({
  entries: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })).min(1),
});
const given = z.object({ proof: z.object({ keys: z.array(z.string()).min(1) }).loose() });

/** Reads as the head of the county's bureau does. */
async function read(path: string): Promise<unknown> {
  const response = await fetch(`${server.address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "yingji", password: "zhiben-demo" }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return (await fetch(`${server.address}/api/${path}`, { headers: { cookie } })).json();
}

test("somebody with the database's highest rights changes a closed hazard: the line is named, and yesterday's proof says what it said", async () => {
  const { entries } = closedHazard.parse(
    await read("registers/hazard/entries?state=closed&level=major&limit=1"),
  );
  const [hazard] = entries;
  if (hazard === undefined) throw new Error("The demonstration has no closed hazard");
  const { proof } = given.parse(await read(`registers/hazard/entries/${hazard.id}/proof`));
  const file = join(home.folder, "proof.json");
  await writeFile(file, JSON.stringify(proof));

  // One who knows the ledger well: the words are changed where they lie and where they are shown.
  const owner = server.openOwner();
  onTestFinished(() => owner.end());
  await owner.query("alter table ledger disable trigger all");
  const { rows } = await owner.query<{ version: number }>(
    `update ledger set text = replace(text, '"act":"close"', '"act":"dismiss"')
      where entry = $1 and text like '%"act":"close"%' returning version`,
    [hazard.id],
  );
  await owner.query("alter table ledger enable trigger all");
  expect(rows).toHaveLength(1);

  const here = { ZHIBEN_DATA: join(home.folder, "data") };
  const verified = await runCommand(["verify"], here).ended;
  expect(verified.code).toBe(1);
  expect(verified.said).toContain(`hazard ${hazard.id} ${rows[0]?.version}`);

  const [key = ""] = proof.keys;
  const held = await runCommand(["verify", file, "--key", key], { ZHIBEN_DATA: join(home.folder, "nowhere") })
    .ended;
  expect(held.code).toBe(0);
  expect(held.said).toContain("close → closed");
  expect(held.said).toContain(hazard.title);
});

import { z } from "zod";
import type { Fault } from "../../core/ledger/faults.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import type { Queryable } from "../../server/store/database.ts";
import type { VerifyOptions } from "../../server/store/verify/verifying.ts";
import { verifyWithin } from "../../server/store/verify.ts";
import { anApplication } from "../support/application-journeys.ts";
import { enterpriseId } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aToken } from "../support/people-journeys.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

/** A story with lines of every kind, signed twice, and two lines more that wait for their places. */
export interface Story {
  readonly world: World;
  /** As the operator verifies who has the data folder and one checkpoint that a witness keeps. */
  readonly options: VerifyOptions;
  /** The newest signed checkpoint. */
  readonly note: string;
  /** What is found after something was done with the owner's rights and no trigger in the way; all is undone again. */
  after(work: (tx: Queryable) => Promise<unknown>, options?: VerifyOptions): Promise<readonly Fault[]>;
  /** Lets the sequencer go on, so that the world can end. */
  release(): Promise<void>;
}

/** A site of Mei's enterprise, a risk point on it, a partner's token and an enterprise's application, so that every register has rows to be tampered with. */
async function openedBeside(world: World, name: string): Promise<void> {
  const organisation = enterpriseId("copper");
  const site = { name: `${name}车间`, kind: "workshop", organisation, region: "533401205", sector: "S04" };
  const opened = entryIn(mustDo(await world.as("su").open("site", { input: site })));
  const risk = { name: `${name}炉`, organisation, accidentType: "burn", site: opened.id };
  mustDo(await world.as("su").open("risk-point", { input: risk }));
  const asked = { ...aToken, name: `${name}平台`, everySector: true };
  mustDo(await world.as("tang").open("partner-token", { input: asked }));
  const applied = { ...anApplication, name: `${name}民宿` };
  mustDo(await world.nobody.send("POST", "/api/enterprise-applications", { input: applied }));
}

export async function newStory(): Promise<Story> {
  const world = await newWorld();
  const su = world.as("su");
  const photos = [fileIn(mustDo(await upload(su, "一.png", png("一")))).id];
  photos.push(fileIn(mustDo(await upload(su, "二.png", png("二")))).id);
  await world.hazardBroughtTo("closed");
  await world.hazardBroughtTo("closed");
  await world.hazardFound({ photos });
  mustDo(await world.as("yu").open("hazard", { input: elsewhere }));
  for (const [at, file] of ["甲.csv", "乙.csv", "丙.csv", "丁.csv"].entries()) {
    const id = await officialText(world, file, `ZD${at + 1}`);
    if (at >= 2) await withdrawn(world, id, `用错了${file}`);
  }
  for (const name of ["一号", "二号"]) await openedBeside(world, name);
  await callForSelfChecks(world);
  await world.sequenced();
  await signCheckpoint(world.services);
  await world.hazardBroughtTo("closed", "general");
  await world.hazardBroughtTo("majorConfirmed");
  await world.sequenced();
  const { note } = await signCheckpoint(world.services);
  const release = await holdSequencer(world);
  for (let count = 0; count < 2; count += 1) await world.hazardFound();
  const { signer, files } = world.services;
  const options: VerifyOptions = {
    algorithm: "sha256",
    keys: [signer.key],
    ownKey: signer.key,
    outside: [{ from: "witness", note }],
    files,
  };
  const after: Story["after"] = async (work, given = options) => {
    const tx = await world.owner.connect();
    try {
      await tx.query("begin isolation level repeatable read; set local session_replication_role = replica");
      await work(tx);
      return (await verifyWithin(tx, given)).faults;
    } finally {
      await tx.query("rollback");
      tx.release();
    }
  };
  return { world, options, note, after, release };
}

/** An official text of an item of the pack, and a list of key check items with one of its own. */
async function officialText(world: World, file: string, list: string): Promise<string> {
  const answer = await world.as("zhang").raw({
    method: "POST",
    url: `/api/criteria/imports?file=${encodeURIComponent(file)}&format=csv`,
    headers: { "content-type": "application/octet-stream" },
    payload: `standard,item,text,source,article,sector,note,list,document,issuer,issued,from
GM,12-1,${file},公报,,,,,,,,
${list},1,${file}事项,某局,第一项,S16,注,${file}清单,1号,某局,2026-01-05,2026-02-01
${list},2,${file}事项,某局,,S17,,,,,,
`,
  });
  const { imported } = z.object({ imported: z.object({ id: z.string() }) }).parse(mustDo(answer).body);
  return imported.id;
}

async function withdrawn(world: World, id: string, reason: string): Promise<void> {
  mustDo(await world.as("zhang").send("POST", `/api/criteria/imports/${id}/withdrawal`, { reason }));
}

/** Two enterprises come to owe a self-check, and the calendar calls for it. */
async function callForSelfChecks(world: World): Promise<void> {
  const request = { version: 1, input: { ownership: "provincial" } };
  for (const name of ["copper", "foundry"] as const)
    mustDo(await world.as("lin").act("enterprise", enterpriseId(name), "amend", request));
  await tendSelfChecks(world.services);
}

const elsewhere = {
  title: "外县隐患",
  organisation: enterpriseId("timber"),
  source: "inspection",
  foundOn: "2026-03-02",
};

/** Holds the sequencer's lock, so that lines wait, until it is released. */
async function holdSequencer({ owner }: World): Promise<() => Promise<void>> {
  const holder = await owner.connect();
  await holder.query("select pg_advisory_lock(727002)");
  return async () => {
    await holder.query("select pg_advisory_unlock(727002)");
    holder.release();
  };
}

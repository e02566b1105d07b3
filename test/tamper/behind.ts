import { z } from "zod";
import type { Fault } from "../../core/ledger/faults.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { organisationId } from "../../server/store/campaign.ts";
import type { Queryable } from "../../server/store/database.ts";
import { rollCells } from "../../server/store/roll-cells.ts";
import type { VerifyOptions } from "../../server/store/verify/verifying.ts";
import { verifyWithin } from "../../server/store/verify.ts";
import { anApplication } from "../support/application-journeys.ts";
import { aBriefing } from "../support/briefing-journeys.ts";
import { enterpriseId } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aDirective } from "../support/directive-journeys.ts";
import { aDocument } from "../support/document-journeys.ts";
import { anItem } from "../support/evaluation-journeys.ts";
import { hold } from "../support/hold.ts";
import { aToken } from "../support/people-journeys.ts";
import { aServiceBody } from "../support/registry-journeys.ts";
import { openOwedReports } from "../support/report-journeys.ts";
import { aSubPlan } from "../support/sub-plan-journeys.ts";
import { anAssignment } from "../support/task-journeys.ts";
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

/**
 * A site of Mei's enterprise, a risk point on it, a service body, a partner's token, a task, a directive, a briefing, a document, a sub-plan,
 * an evaluation, an assessment and an enterprise's application, so that every register has rows to be tampered with.
 */
async function openedBeside(world: World, name: string, creditCode: string): Promise<void> {
  const organisation = enterpriseId("copper");
  const site = { name: `${name}车间`, kind: "workshop", organisation, region: "533401205", sector: "S04" };
  const opened = entryIn(mustDo(await world.as("su").open("site", { input: site })));
  const risk = { name: `${name}炉`, organisation, accidentType: "burn", site: opened.id };
  mustDo(await world.as("su").open("risk-point", { input: risk }));
  const body = { ...aServiceBody, name: `${name}检测站`, creditCode };
  mustDo(await world.as("luo").open("service-body", { input: body }));
  const asked = { ...aToken, name: `${name}平台`, everySector: true };
  mustDo(await world.as("tang").open("partner-token", { input: asked }));
  mustDo(await world.as("zhang").open("task", { input: { ...anAssignment, title: `${name}任务` } }));
  mustDo(await world.as("zhang").open("directive", { input: { ...aDirective, title: `${name}事项` } }));
  mustDo(await world.as("zhang").open("briefing", { input: { ...aBriefing, title: `${name}通报` } }));
  mustDo(await world.as("zhang").open("document", { input: { ...aDocument, title: `${name}办法` } }));
  const item = { ...anItem, itemNumber: name === "一号" ? "1" : "2", title: `${name}举措` };
  mustDo(await world.as("zhang").open("evaluation", { input: item }));
  mustDo(await world.as("zhang").open("sub-plan", { input: { ...aSubPlan, title: `${name}子方案` } }));
  const assessed = {
    unit: organisationId(name === "一号" ? "deqin-zhengfu" : "weixi-zhengfu"),
    year: "2025",
  };
  mustDo(await world.as("zhang").open("assessment", { input: assessed }));
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
  await openedBeside(world, "一号", "91999999MA0000702H");
  await openedBeside(world, "二号", "91999999MA0000703L");
  await callForSelfChecks(world);
  await openOwedReports(world);
  await world.sequenced();
  await signCheckpoint(world.services);
  await world.hazardBroughtTo("closed", "general");
  await world.hazardBroughtTo("majorConfirmed");
  await world.sequenced();
  const { note } = await signCheckpoint(world.services);
  await rollCells(world.services.pool);
  const release = await hold(world, "sequencer", "rolling");
  await world.hazardFound();
  mustDo(await world.as("yu").open("hazard", { input: elsewhere }));
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

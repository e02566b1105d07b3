import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { openDocuments, openEvaluations, openSubPlans, openTasks } from "../../server/jobs/plan-openings.ts";
import { openReports } from "../../server/jobs/reports.ts";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { password, personNames } from "./cast.ts";
import { type Answer, entryIn } from "./client.ts";
import type { CalendarStage, Input, PlanStage, ReportStage, Stage } from "./journey.ts";
import { journeys } from "./journeys.ts";
import { fileIn, png, upload } from "./uploads.ts";
import { mustDo, type World } from "./world.ts";

/** An act that is about to be done, and how to ask for it otherwise than it will be: with more in its input, or beside it. */
export interface Asked {
  readonly register: string;
  readonly act: string;
  readonly ask: (more: {
    readonly input?: Readonly<Record<string, unknown>>;
    readonly beside?: Readonly<Record<string, unknown>>;
  }) => Promise<Answer>;
}

type Before = (asked: Asked) => Promise<void>;

/**
 * Does every act of a journey over HTTP, but those that the calendar brings; a photo is uploaded by each who needs one. `before` is
 * called before each act that somebody does.
 */
export async function walk(
  world: World,
  name: string,
  ids: ReadonlyMap<string, string>,
  before: Before = async () => undefined,
): Promise<string> {
  const { register, on, stages, openedBy } = journeys[name] ?? { register: "", stages: [] };
  const opened =
    openedBy && (await openedIn(world, register, journeys[openedBy]?.register ?? "", ids.get(openedBy)));
  let id = on ?? opened ?? "";
  const done = id === "" ? 0 : 1;
  for (const [at, stage] of stages.entries()) {
    const version = done + at;
    if (stage.by === "calendar") id = await walkCalendar(world, stage);
    else if (stage.by === "plan") id = await walkPlan(world, stage);
    else if (stage.by === "reports") id = await walkReports(world, stage);
    else id = await walkStage(world, { ...stage, register, name, ids, id, version }, before);
  }
  return id;
}

interface Walked extends Stage {
  readonly register: string;
  readonly name: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly id: string;
  readonly version: number;
}

async function walkStage(world: World, walked: Walked, before: Before): Promise<string> {
  const { register, name, ids, id, version, by, act, input } = walked;
  if (by === "stranger") return walkStranger(world, id, input({ photo: "", ids, people: new Map() }));
  const client = world.as(by);
  const photo = fileIn(mustDo(await upload(client, "照片.png", png(name), "image/png"))).id;
  const people = new Map(
    await Promise.all(personNames.map(async (known) => [known, (await world.actor(known)).id] as const)),
  );
  const entered = input({ photo, ids, people });
  const doneAt = world.clock.now.toISOString();
  const confirms = named(register).acts[act]?.confirms === undefined ? { doneAt } : { password };
  const ask: Asked["ask"] = (more) => {
    const whole = { input: { ...entered, ...more.input }, ...confirms, ...more.beside };
    const entries = `/api/registers/${register}/entries`;
    return version === 0
      ? client.send("POST", entries, { act, ...whole })
      : client.send("POST", `${entries}/${id}/acts/${act}`, { version, ...whole });
  };
  await before({ register, act, ask });
  return entryIn(mustDo(await ask({}))).id;
}

/** What strangers were shown when they applied, by the ids of what came of it. */
const proofs = new Map<string, Readonly<Record<string, unknown>>>();

/** Somebody who is not signed in applies, or mends what was given back. */
async function walkStranger(world: World, id: string, input: Input): Promise<string> {
  const path = "/api/enterprise-applications";
  const proof = proofs.get(id);
  if (proof !== undefined) {
    mustDo(await world.nobody.send("POST", `${path}/amendment`, { ...proof, input }));
    return id;
  }
  const { body } = mustDo(await world.nobody.send("POST", path, { input }));
  const { rows } = await world.owner.query<{ id: string }>("select id from entry where number = $1", [
    body.number,
  ]);
  const opened = rows[0]?.id ?? "";
  proofs.set(opened, { number: body.number, secret: body.secret });
  return opened;
}

/** Lets the day come, and gives the self-check of that enterprise and window. */
async function walkCalendar(world: World, { on, once, enterprise, period }: CalendarStage): Promise<string> {
  world.clock.now = new Date(`${on}T09:00:00+08:00`);
  if (once !== undefined) {
    const client = world.as(once.by);
    const { version } = (await client.entry("enterprise", enterprise)).entry;
    mustDo(await client.act("enterprise", enterprise, once.act, { version, input: once.input }));
  }
  await tendSelfChecks(world.services);
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_self_check where organisation = $1 and period = $2",
    [enterprise, period],
  );
  return rows[0]?.id ?? "";
}

const askedByPlan = {
  task: {
    open: openTasks,
    found: "select id from entry_task where task_key like $1 || '/%' order by task_key limit 1",
  },
  document: { open: openDocuments, found: "select id from entry_document where document_key = $1" },
  "sub-plan": { open: openSubPlans, found: "select id from entry_sub_plan where plan_key = $1" },
  evaluation: { open: openEvaluations, found: "select id from entry_evaluation where item_place = $1" },
} as const;

/** Lets the day come, and gives the first entry of that provision and unit. */
async function walkPlan(world: World, { on, provision, unit, register }: PlanStage): Promise<string> {
  world.clock.now = new Date(`${on}T09:00:00+08:00`);
  const { open, found } = askedByPlan[register ?? "task"];
  await open(world.services);
  const key = register === "evaluation" ? provision : `${provision}/${unit}`;
  const { rows } = await world.owner.query<{ id: string }>(found, [key]);
  return rows[0]?.id ?? "";
}

/** Lets the day come, and gives the first report of that kind and unit. */
async function walkReports(world: World, { on, kind, unit }: ReportStage): Promise<string> {
  world.clock.now = new Date(`${on}T09:00:00+08:00`);
  await openReports(world.services);
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_report where report_key like $1 order by report_key limit 1",
    [`${kind}/${unit}/%`],
  );
  return rows[0]?.id ?? "";
}

/** The hazard that a self-check opened, or what the approval of an application did. */
async function openedIn(world: World, register: string, by: string, id = ""): Promise<string> {
  const { hazards, organisation, account, revision } = (
    await world.as(by === "sub-plan" ? "zhang" : "luo").entry(by, id)
  ).entry.values;
  if (register === "enterprise") return String(organisation);
  if (register === "account") return String(account);
  if (register === "sub-plan") return String(revision);
  if (register === "hazard") return Array.isArray(hazards) ? String(hazards[0]) : "";
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_post where data ->> 'succeeds' = $2 or ($3 and account = $1)",
    [account, id, by === "enterprise-application"],
  );
  return rows[0]?.id ?? "";
}

export function named(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
}

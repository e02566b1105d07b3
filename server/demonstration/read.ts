import { readFile } from "node:fs/promises";
import type { z } from "zod";
import * as campaign from "./campaign-shapes.ts";
import * as shapes from "./shape.ts";

/** The whole of `packs/demo`, checked. */
export interface Script {
  readonly people: shapes.People;
  readonly enterprises: shapes.Enterprises;
  readonly records: shapes.Records;
  readonly risks: shapes.Risks;
  readonly hazards: shapes.Hazards;
  readonly stories: shapes.Stories;
  readonly tokens: shapes.Tokens;
  readonly tasks: campaign.Tasks;
  readonly reports: campaign.Reports;
  readonly documents: campaign.Documents;
  readonly evaluations: campaign.Evaluations;
  readonly subPlans: campaign.SubPlans;
  readonly assessments: campaign.Assessments;
  readonly briefings: campaign.Briefings;
}

export async function readScript(): Promise<Script> {
  return {
    people: await read("people", shapes.peopleShape),
    enterprises: await read("enterprises", shapes.enterprisesShape),
    records: await read("records", shapes.recordsShape),
    risks: await read("risks", shapes.risksShape),
    hazards: await read("hazards", shapes.hazardsShape),
    stories: await read("stories", shapes.storiesShape),
    tokens: await read("tokens", shapes.tokensShape),
    tasks: await read("tasks", campaign.tasksShape),
    reports: await read("reports", campaign.reportsShape),
    documents: await read("documents", campaign.documentsShape),
    evaluations: await read("evaluations", campaign.evaluationsShape),
    subPlans: await read("sub-plans", campaign.subPlansShape),
    assessments: await read("assessments", campaign.assessmentsShape),
    briefings: await read("briefings", campaign.briefingsShape),
  };
}

async function read<S extends z.ZodType>(name: string, shape: S): Promise<z.output<S>> {
  const text = await readFile(new URL(`../../packs/demo/${name}.json`, import.meta.url), "utf8");
  return shape.parse(JSON.parse(text));
}

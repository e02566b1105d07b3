import { readFile } from "node:fs/promises";
import type { z } from "zod";
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
  };
}

async function read<S extends z.ZodType>(name: string, shape: S): Promise<z.output<S>> {
  const text = await readFile(new URL(`../../packs/demo/${name}.json`, import.meta.url), "utf8");
  return shape.parse(JSON.parse(text));
}

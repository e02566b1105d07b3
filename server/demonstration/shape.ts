import { z } from "zod";
import { isRole, type Role } from "../../core/scope/roles.ts";

const enterprise = z.strictObject({
  key: z.string(),
  name: z.string(),
  creditCode: z.string(),
  region: z.string(),
  sector: z.string(),
  ownership: z.string(),
  highRisk: z.boolean(),
  address: z.string(),
});

const role = z.string().transform((name, context): Role => {
  if (isRole(name)) return name;
  context.addIssue({ code: "custom", message: `No role ${name}` });
  return z.NEVER;
});

const post = z.strictObject({
  role,
  enterprise: z.string().optional(),
  organisation: z.string().optional(),
});

/** A person begins in the post named first; `also` is a second one, to which they can switch. */
const account = post.extend({
  username: z.string(),
  name: z.string(),
  certificate: z.string().optional(),
  also: post.optional(),
});

/** An act of a story. `by` is a part in it; `after` are the days since the act before, or the story's own `fixTook`. */
const step = z.strictObject({
  act: z.string(),
  by: z.enum(["safety", "principal", "inspector", "inspector2", "head"]),
  after: z.union([z.int().min(0), z.literal("$fixTook")]),
  input: z.record(z.string(), z.string()).optional(),
});

const hazard = z.strictObject({
  key: z.string(),
  enterprise: z.string(),
  path: z.string(),
  /** How many acts of the path have been done by today. */
  steps: z.int().min(0),
  daysAgo: z.int().min(0),
  title: z.string(),
  description: z.string(),
  place: z.string().optional(),
  source: z.string(),
  item: z.string().optional(),
  reason: z.string(),
  measures: z.string(),
  funds: z.number().optional(),
  fixDays: z.int(),
  fixTook: z.int(),
  owner: z.string().optional(),
});

/** The fictional world of `packs/demo`: who is in it, and what happens to each hazard, act by act. */
export const demonstrationShape = z.strictObject({
  notice: z.string(),
  password: z.string(),
  enterprises: z.array(enterprise),
  accounts: z.array(account),
  paths: z.record(z.string(), z.array(step)),
  hazards: z.array(hazard),
});

export type Demonstration = z.output<typeof demonstrationShape>;
export type DemonstrationPost = z.output<typeof post>;
export type DemonstrationHazard = Demonstration["hazards"][number];
export type DemonstrationStep = z.output<typeof step>;

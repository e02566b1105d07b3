import { z } from "zod";
import { isRole, type Role } from "../../core/scope/roles.ts";

/** What is entered in an act. `$name` is an organisation of the pack, `@key` a record before it. */
const input = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** Beside its key, what is entered when it is registered. */
const enterprise = z.looseObject({ key: z.string() });

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

/** Something of an enterprise beside its hazards: opened with an input, or acts on the enterprise itself where there is none. */
const record = z.strictObject({
  key: z.string(),
  register: z.string(),
  enterprise: z.string(),
  by: z.string(),
  daysAgo: z.int().min(0),
  input: input.optional(),
  acts: z.array(
    z.strictObject({ act: z.string(), by: z.string(), after: z.int().min(0), input: input.optional() }),
  ),
});

/** The fictional world of `packs/demo`: who is in it, and what happens to each hazard, act by act. */
export const demonstrationShape = z.strictObject({
  notice: z.string(),
  password: z.string(),
  enterprises: z.array(enterprise),
  records: z.array(record),
  accounts: z.array(account),
  paths: z.record(z.string(), z.array(step)),
  hazards: z.array(hazard),
});

export type Demonstration = z.output<typeof demonstrationShape>;
export type DemonstrationPost = z.output<typeof post>;
export type DemonstrationRecord = Demonstration["records"][number];
export type DemonstrationHazard = Demonstration["hazards"][number];
export type DemonstrationStep = z.output<typeof step>;

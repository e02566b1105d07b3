import { z } from "zod";
import { isRole, type Role } from "../../core/scope/roles.ts";

/** What is entered in an act. What the words and the marks `$`, `~`, `#` and `@` stand for is said in packs/demo/README.md. */
export const input = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
export const notice = z.string();

const role = z.string().transform((name, context): Role => {
  if (isRole(name)) return name;
  context.addIssue({ code: "custom", message: `No role ${name}` });
  return z.NEVER;
});

const post = z.strictObject({
  role,
  enterprise: z.string().optional(),
  /** The key of its record. */
  serviceBody: z.string().optional(),
  organisation: z.string().optional(),
});

/** A person begins in the post named first; `also` is a second one, to which they can switch. */
const account = post.extend({
  username: z.string(),
  name: z.string(),
  certificate: z.string().optional(),
  also: post.optional(),
});

/** Who is in it. People whom no account names are drawn from the parts of names. */
export const peopleShape = z.strictObject({
  notice,
  password: z.string(),
  /** How the numbers of certificates and telephones begin. */
  certificates: z.string(),
  phones: z.string(),
  surnames: z.array(z.string()),
  given: z.array(z.string()),
  accounts: z.array(account),
  /** Somebody whose post was granted and waits to be confirmed. */
  newcomer: account,
});

/** Beside what is said here, an enterprise has what it is registered with. */
const enterprise = z.looseObject({
  key: z.string(),
  region: z.string(),
  sector: z.string(),
  industryClass: z.string(),
  otherSectors: z.array(z.string()).optional(),
  /** The level of the department that supervises it, where it is not the county's. */
  supervision: z.literal("prefecture").optional(),
  supervisedBy: z.string().optional(),
  coSupervisedBy: z.string().optional(),
  sectorDepartment: z.string().optional(),
});

export const enterprisesShape = z.strictObject({
  notice,
  credit: z.string(),
  /** Who insures, and how the numbers of policies and licences begin. */
  insurers: z.array(z.string()).min(1),
  policy: z.string(),
  address: z.string(),
  /** For each county: longitude and latitude of its middle, and how far from it an enterprise may lie, in degrees. */
  middles: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
  enterprises: z.array(enterprise),
});

/** Something of an enterprise beside its hazards: opened with an input, or acts on the enterprise itself where there is none. */
const record = z.strictObject({
  key: z.string(),
  register: z.string(),
  enterprise: z.string(),
  by: z.string(),
  daysAgo: z.int().min(0),
  /** Whether the enterprise is gone after it, so that nothing more is found there. */
  ends: z.literal(true).optional(),
  input: input.optional(),
  acts: z.array(
    z.strictObject({ act: z.string(), by: z.string(), after: z.int().min(0), input: input.optional() }),
  ),
});

/** Tokens of other systems, with how far each has come. */
export const tokensShape = z.strictObject({
  notice,
  validDays: z.int().min(1),
  tokens: z.array(
    z.strictObject({
      key: z.string(),
      unit: z.string(),
      daysAgo: z.int().min(0),
      acts: z.array(z.enum(["ask", "approve", "issue"])),
      input: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const recordsShape = z.strictObject({ notice, records: z.array(record) });

/** Where something fits: sectors, or classes of trade by their beginning; empty for everywhere. */
const fits = z.array(z.string());

export const risksShape = z.strictObject({
  notice,
  sites: z.array(z.strictObject({ for: fits, kind: z.string(), name: z.string() })),
  riskPoints: z.array(
    z.strictObject({
      for: fits,
      name: z.string(),
      accidentType: z.string(),
      description: z.string(),
      likelihood: z.number(),
      exposure: z.number(),
      consequence: z.number(),
    }),
  ),
  lists: z.record(z.string(), z.array(z.string())),
  /** Who controls a risk of a level. */
  tiers: z.record(z.string(), z.string()),
  reviewFindings: z.array(z.string()),
  reassessed: z.string(),
  retired: z.string(),
  grades: z.array(z.strictObject({ grade: z.string(), weight: z.number(), basis: z.string() })),
});

/** The words for which a name in braces may stand. */
const parts = z.record(z.string(), z.array(z.string()).min(1));

const faultKind = z.strictObject({
  for: fits,
  item: z.string().optional(),
  /** Where it may be; those of the trade where it is not said, and empty where it is nowhere. */
  at: z.array(z.string()).optional(),
  of: parts.optional(),
  /** Its shortcomings, each with what is done about it; several titles are the same one in other words. */
  found: z
    .array(z.strictObject({ titles: z.array(z.string()).min(1), why: z.string(), fix: z.string() }))
    .min(1),
});

export const hazardsShape = z.strictObject({
  notice,
  parts,
  /** The places and teams of a trade; the first that fits counts. */
  trades: z.array(z.strictObject({ for: fits, of: parts })),
  faults: z.array(faultKind),
  words: z.record(z.string(), z.array(z.string())),
});

/** What is found, in words: its own, or composed of a kind's. */
const fault = z.strictObject({
  title: z.string(),
  /** How somebody else calls it. */
  also: z.string().optional(),
  place: z.string().optional(),
  why: z.string(),
  fix: z.string(),
  item: z.string().optional(),
});

const range = z.tuple([z.int(), z.int()]);
const part = z.enum(["safety", "principal", "inspector", "inspector2", "head", "above"]);

/** An act of a story: by whom, how many days after the act before or from the deadline, and what is entered. */
const step = z.strictObject({
  act: z.string(),
  by: part,
  after: range,
  from: z.literal("due").optional(),
  at: z.literal("receiver").optional(),
  /** Whether the day that was asked for is the deadline from then on. */
  grants: z.literal(true).optional(),
  input: input.optional(),
});

const steps = z.array(z.union([step, z.strictObject({ use: z.string() })]));

const story = z.strictObject({
  name: z.string(),
  level: z.enum(["major", "general"]),
  foundBy: part,
  weight: z.number(),
  sources: z.array(z.string()),
  /** Whether another department must be there to take part. */
  receiver: z.literal(true).optional(),
  mustStop: z.literal(true).optional(),
  /** The story of the hazard into which this one is merged. */
  twin: z.string().optional(),
  steps,
});

/** How a hazard stands today: its story, how many acts of it are done, and when the last of them was or the first. */
const standing = z.strictObject({
  story: z.string(),
  acts: z.int().min(0),
  daysAgo: z.int().min(0).optional(),
  startedDaysAgo: z.int().min(0).optional(),
  fixDays: z.int().optional(),
  key: z.string().optional(),
  enterprise: z.string().optional(),
});

export const storiesShape = z.strictObject({
  notice,
  /** How many hazards were found in a month before the campaign, and how many in one of it. */
  perMonth: z.strictObject({ stock: z.int(), since: z.int() }),
  fixDays: z.strictObject({ major: range, general: range, stock: range }),
  funds: range,
  /** The department of the trade where an enterprise has none of its own. */
  trade: z.string(),
  /** Sectors that a hazard may touch beside its own. */
  secondSectors: z.array(z.string()),
  checks: z.strictObject({
    /** How many are missed, how many of those made find something, and how many of those that still run wait for the principal. */
    missedShare: z.number(),
    badShare: z.number(),
    unconfirmedShare: z.number(),
    /** Enterprises whose last check stands as it is: filled in only, left alone, or filled in late. */
    standing: z.strictObject({ filledIn: z.string(), left: z.string(), filledInLate: z.string() }),
    /** The story of what a check found. */
    found: z.string(),
    areas: z.array(z.string()),
    excused: z.array(z.string()),
    /** Checks of an enterprise's own will: when each was begun, and how far it has come. */
    voluntary: z.array(
      z.strictObject({
        enterprise: z.string(),
        daysAgo: z.number(),
        told: z.enum(["whole", "filledIn", "begun", "takenBack"]),
      }),
    ),
    takenBack: z.array(z.string()),
  }),
  fragments: z.record(z.string(), steps),
  stories: z.array(story),
  standing: z.array(standing),
  told: z.array(standing.extend(fault.omit({ also: true }).shape)),
});

export type People = z.output<typeof peopleShape>;
export type Enterprises = z.output<typeof enterprisesShape>;
export type EnterpriseRow = Enterprises["enterprises"][number];
export type Tokens = z.output<typeof tokensShape>;
export type Records = z.output<typeof recordsShape>;
export type RecordRow = Records["records"][number];
export type Risks = z.output<typeof risksShape>;
export type Hazards = z.output<typeof hazardsShape>;
export type Stories = z.output<typeof storiesShape>;
export type Story = Stories["stories"][number];
export type Standing = Stories["standing"][number];
export type Step = z.output<typeof step>;
export type Fault = z.output<typeof fault>;
export type FaultKind = Hazards["faults"][number];
export type Post = z.output<typeof post>;
export type Part = z.output<typeof part>;

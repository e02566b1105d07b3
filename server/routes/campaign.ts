import { z } from "zod";
import type { Pack } from "../../core/pack/pack.ts";
import {
  type Clause,
  comparisons,
  type Measure,
  type NamedUnit,
  type PlanSection,
  periods,
  sectionKinds,
  targetUnits,
} from "../../core/pack/plan.ts";
import { gathered, unitsNamed, unitsOf } from "../../core/pack/plan-units.ts";
import { registers } from "../../core/registers/index.ts";
import type { Words } from "../../core/words.ts";
import { bare, ok, route } from "../http/route.ts";
import { organisationId } from "../store/campaign.ts";
import * as shapes from "./shapes.ts";

const tag = "campaign";

const unit = z.object({ unit: z.string(), name: shapes.words, words: z.string() });
const date = z.object({ words: z.string(), from: z.iso.date().optional(), by: z.iso.date() });
const frequency = z.object({ words: z.string(), every: z.enum(periods), toBeConfirmed: z.boolean() });
const target = z.object({
  words: z.string(),
  counts: shapes.words,
  comparison: z.enum(comparisons),
  value: z.number(),
  unit: z.enum(targetUnits),
  by: z.iso.date().optional(),
  every: z.enum(periods).optional(),
  toBeConfirmed: z.boolean(),
});
const reading = z.object({
  what: shapes.words,
  comparison: z.enum(comparisons).optional(),
  value: z.number().optional(),
  unit: z.enum(targetUnits).optional(),
  by: z.iso.date().optional(),
  every: z.enum(periods).optional(),
  source: z.string(),
  toBeConfirmed: z.literal(true),
});
const clause = z.object({
  number: z.int(),
  text: z.string(),
  leads: z.array(unit),
  joint: z.array(unit),
  dates: z.array(date),
  frequencies: z.array(frequency),
  targets: z.array(target),
  readings: z.array(reading),
});
const section = z.object({
  kind: z.enum(sectionKinds),
  number: z.int().optional(),
  heading: z.string(),
  title: shapes.words,
  text: z.string().optional(),
  clauses: z.array(clause),
});
/** The same again by kind; the document describes them once, under `sections`. */
const sectionsOfKind = z.array(
  z.looseObject({ number: z.int(), heading: z.string(), title: shapes.words, text: z.string() }),
);
const measure = z.object({
  number: z.int(),
  action: z.int(),
  title: shapes.words,
  text: z.string(),
  leads: z.array(unit),
  joint: z.array(unit.extend({ everywhere: z.boolean() })),
  dates: z.array(date),
  frequencies: z.array(frequency),
  targets: z.array(target),
  readings: z.array(reading),
  clauses: z.array(clause),
  registers: z.array(z.object({ name: z.string(), words: shapes.words })),
});
const campaign = z.object({
  name: shapes.words,
  issuer: shapes.words,
  implements: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
  sections: z.array(section),
  principles: sectionsOfKind,
  objectives: sectionsOfKind,
  requirements: sectionsOfKind,
  safeguards: sectionsOfKind,
  leadingGroup: z.array(z.object({ as: shapes.words, who: z.string() })),
  taskForce: z.array(unit),
  jointEverywhere: z.object({ measure: z.int(), joint: z.array(unit) }),
  actions: z.array(
    z.object({ number: z.int(), title: shapes.words, heading: z.string(), measures: z.array(z.int()) }),
  ),
  units: z.array(
    z.object({
      id: z.string(),
      name: shapes.words,
      organisation: shapes.id.nullable(),
      members: z.array(z.string()),
      toBeConfirmed: z.boolean(),
    }),
  ),
  own: z.array(z.string()),
});

/** The plan but for its measures: its text section by section, who leads, and the units that it names. */
export const readCampaign = route(
  "GET /api/campaign",
  {
    right: "reference",
    ...bare,
    tag,
    words: { zh: "治本攻坚行动方案", en: "The campaign and its plan" },
    answers: campaign,
  },
  async ({ services, post }) => {
    const { pack, organisations } = services.campaign;
    const { measures, actions, taskForce, jointEverywhere, sections, groups: _, ...plan } = pack.plan;
    const { section: viewSection, unit: viewUnit } = views(pack);
    const ofKind = (kind: PlanSection["kind"]) =>
      sections.filter((one) => one.kind === kind).map(viewSection);
    const own = organisations.get(post.organisation);
    return ok({
      ...plan,
      sections: sections.map(viewSection),
      principles: ofKind("principle"),
      objectives: ofKind("objective"),
      requirements: ofKind("requirement"),
      safeguards: ofKind("safeguard"),
      taskForce: taskForce.map(viewUnit),
      jointEverywhere: { ...jointEverywhere, joint: jointEverywhere.joint.map(viewUnit) },
      actions: actions.map((action) => ({
        ...action,
        measures: measures.filter((one) => one.action === action.number).map(({ number }) => number),
      })),
      units: unitList(pack),
      own: own === undefined ? [] : unitsOf(pack, own),
    });
  },
);

export const listMeasures = route(
  "GET /api/campaign/measures",
  {
    right: "reference",
    ...bare,
    tag,
    words: { zh: "治本攻坚三十八项措施", en: "The 38 measures of the plan" },
    answers: z.object({ measures: z.array(measure) }),
  },
  async ({ services: { campaign } }) => {
    const { measure: viewMeasure } = views(campaign.pack);
    return ok({ measures: campaign.pack.plan.measures.map(viewMeasure) });
  },
);

/** How parts of the plan are told: with the names of its units, and a list where a clause has nothing of a kind. */
function views({ organisations, plan }: Pack) {
  const names = new Map<string, Words>([
    ...organisations.map(({ id, shortName }) => [id, shortName] as const),
    ...plan.groups.map(({ id, name }) => [id, name] as const),
  ]);
  const unit = ({ unit: id, words }: NamedUnit) => ({ unit: id, name: names.get(id), words });
  const clause = ({ number, text, leads = [], joint = [], ...due }: Clause) => ({
    number,
    text,
    leads: leads.map(unit),
    joint: joint.map(unit),
    dates: due.dates ?? [],
    frequencies: due.frequencies ?? [],
    targets: due.targets ?? [],
    readings: due.readings ?? [],
  });
  const section = ({ clauses = [], ...own }: PlanSection) => ({ ...own, clauses: clauses.map(clause) });
  const everywhere = plan.jointEverywhere.joint.map((named) => ({ ...unit(named), everywhere: true }));
  const measure = ({ number, action, title, text, clauses }: Measure) => {
    const told = clauses.map(clause);
    return {
      number,
      action,
      title,
      text,
      leads: gathered(clauses, "leads").map(unit),
      joint: [
        ...gathered(clauses, "joint").map((named) => ({ ...unit(named), everywhere: false })),
        ...everywhere,
      ],
      dates: told.flatMap(({ dates }) => dates),
      frequencies: told.flatMap(({ frequencies }) => frequencies),
      targets: told.flatMap(({ targets }) => targets),
      readings: told.flatMap(({ readings }) => readings),
      clauses: told,
      registers: registers
        .filter(({ measures }) => measures.includes(number))
        .map(({ name, words }) => ({ name, words })),
    };
  };
  return { unit, section, measure };
}

/** Every unit that the plan names, groups with their members, in the order of the pack. */
function unitList({ organisations, plan }: Pack) {
  const named = unitsNamed(plan);
  const groups = plan.groups.map(({ id, name, members, toBeConfirmed }) => ({
    id,
    name,
    organisation: null,
    members,
    toBeConfirmed,
  }));
  const single = organisations
    .filter(({ id }) => named.has(id))
    .map(({ id, shortName, toBeConfirmed }) => ({
      id,
      name: shortName,
      organisation: organisationId(id),
      members: [],
      toBeConfirmed,
    }));
  return [...groups, ...single];
}

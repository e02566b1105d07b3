import { createHash } from "node:crypto";
import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Day } from "../../core/calendar/day.ts";
import type { AssessmentFact } from "../../core/campaign/assessment.ts";
import type { Digest, Line, SealedValue } from "../../core/ledger/line.ts";
import { limits } from "../../core/limits.ts";
import { unitsUpwards } from "../../core/pack/organisation-tree.ts";
import type { Step } from "../../core/register/decide.ts";
import { type Entry, placedOf, textValue } from "../../core/register/entry.ts";
import type { RawInput, Values } from "../../core/register/field.ts";
import type { OrganisationFact } from "../../core/register/organisation-fact.ts";
import type { RegistrantFact } from "../../core/register/others.ts";
import type { Act, Facts, Register } from "../../core/register/register.ts";
import { firmFact } from "../../core/registers/firm.ts";
import { heads } from "../../core/scope/roles.ts";
import { type Actor, inScope, scopeOf } from "../../core/scope/scope.ts";
import { assessmentBasis } from "../../server/store/assessments.ts";
import { criteriaFact, organisationFact, placeFacts, treeOf } from "../../server/store/campaign.ts";
import { type Among, alikeAmong, countSame, sameAs } from "./alike.ts";
import { figures } from "./assessments.ts";
import { campaign, certificateOf, person, plainFacts } from "./builders.ts";
import { personNames } from "./cast.ts";
import { checkFacts } from "./random-checks.ts";
import { uploadsHashedBy } from "./random-values.ts";
import { verdicts } from "./verdicts.ts";

export const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** An entry of the world, with all that its acts left behind. */
export interface Kept {
  readonly register: Register;
  readonly entry: Entry;
  readonly lines: readonly Line[];
  /** The values that still exist. */
  readonly sealed: readonly SealedValue[];
  /** Those and the erased ones. */
  readonly everSealed: readonly SealedValue[];
  readonly steps: readonly Step[];
}

/** A small world in memory, in which entries are kept as the store keeps them and time goes on. */
export interface RandomWorld {
  /** The register in which most happens, so that a storm goes deep somewhere, and over many storms everywhere. */
  readonly focus: Register;
  now: Date;
  /** The years of which the notice is known by now: that of 2026 comes at some moment, early or late. */
  calendar: Calendar;
  readonly kept: Map<string, Kept>;
  readonly drawn: Map<string, number>;
}

export const uploads = uploadsHashedBy(sha256);

const certificates = new Map(personNames.map((name) => [person(name).id, certificateOf(name)]));

/** Everybody's one post, whoever is named. */
const posts = Object.fromEntries(personNames.map(person).map((actor) => [actor.id, [actor]]));

interface FactsAsked {
  readonly register: Register;
  readonly acts: readonly Act[];
  readonly entry: Entry;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly day: Day;
}

/** The facts that the store would load for these acts: of what lies outside the actor's scope nothing. */
export function factsFor(
  world: RandomWorld,
  { register, acts, entry, input, actor, day }: FactsAsked,
): Facts {
  const pointed = (kind: "entries" | "organisations" | "criteria") =>
    [...new Set(acts.flatMap((act) => act.facts?.[kind] ?? []))].flatMap((field) => {
      const id = typeof input[field] === "string" ? input[field] : textValue(entry.values, field);
      return id === undefined ? [] : [{ field, id }];
    });
  const seen = (id: string): Kept | undefined => {
    const kept = world.kept.get(id);
    const placed = kept && placedOf(kept.register, kept.entry);
    return placed && inScope(scopeOf(actor), placed) ? kept : undefined;
  };
  const entries = pointed("entries").flatMap(({ field, id }) => {
    const declared = register.allFields[field];
    const kept = seen(id);
    return declared?.kind === "link" && kept?.entry.register === declared.register
      ? [[field, kept.entry]]
      : [];
  });
  const organisations = pointed("organisations").flatMap(({ field, id }) => {
    const fact = organisationFact(campaign, id) ?? factOfFirm(seen(id)?.entry);
    return fact ? [[field, fact]] : [];
  });
  const criteria = pointed("criteria").flatMap(({ field, id }) => {
    const fact = criteriaFact(campaign, id);
    return fact ? [[field, fact]] : [];
  });
  const others = { entry, entries: [...world.kept.values()].map((kept) => kept.entry) };
  const counts = acts
    .flatMap((act) => Object.entries(act.facts?.counts ?? {}))
    .map(([name, fields]) => [name, countSame(others, input, fields)]);
  const own: Partial<Facts> = {
    calendar: world.calendar,
    ...checkFacts(
      { acts, entry, input, day },
      looksAtEnterprise(acts) ? enterpriseOf(world, entry) : entry.values,
    ),
    entries: Object.fromEntries(entries),
    organisations: Object.fromEntries(organisations),
    criteria: Object.fromEntries(criteria),
    places: placeFacts(campaign, register, input),
    counts: Object.fromEntries(counts),
    same: Object.fromEntries(
      acts
        .flatMap((act) => Object.entries(act.facts?.same ?? {}))
        .map(([name, fields]) => [name, sameIn(seen, others, input, fields)]),
    ),
    alike: acts.flatMap((act) => alikeAmong(others, input, act.facts?.alike)),
    others: acts.flatMap((act) => othersAmong(others, input, act.facts?.others)),
    registrant: acts.flatMap((act) => registrantOf(world, act.facts?.registrant, entry, input) ?? [])[0],
    headedBy: acts.flatMap((act) => headOf(act.facts?.headedBy, entry, input) ?? [])[0],
    assessment: acts.flatMap((act) => assessmentOf(act, entry, input) ?? [])[0],
    ...(acts.some((act) => act.facts?.figures) ? { figures } : {}),
    ...(acts.some((act) => act.facts?.verdicts) ? { verdicts } : {}),
    posts,
    officer: certificates.get(actor.id) ?? {},
    files: Object.fromEntries(uploads.map((file) => [file.id, file])),
    sealed: [...new Set(world.kept.get(entry.id)?.sealed.map(({ field }) => field))].filter(
      (name) => name !== "erasureBasis",
    ),
  };
  return plainFacts(own, day);
}

/** As the store finds the scheme of a unit and year. */
function assessmentOf({ facts }: Act, { values }: Entry, input: RawInput): AssessmentFact | undefined {
  if (facts?.assessment === undefined) return undefined;
  const [unit, year] = [input.unit ?? values.unit, input.year ?? values.year];
  return typeof unit === "string" && typeof year === "string"
    ? assessmentBasis(campaign, unit, Number(year))
    : undefined;
}

/** As the store finds them: the others with the same values that are not at rest. */
const othersAmong = (
  among: Among,
  input: RawInput,
  fields: readonly string[] | undefined,
): readonly Entry[] =>
  fields === undefined
    ? []
    : sameAs(among, input, fields).filter(({ values }) => values.closedOn === undefined);

/** As the store finds who applies: what the roll has of the code, and a user name that nobody has. Of the cast, each has a principal. */
function registrantOf(
  world: RandomWorld,
  field: string | undefined,
  { values }: Entry,
  input: RawInput,
): RegistrantFact | undefined {
  const code = field === undefined ? undefined : (input[field] ?? values[field]);
  if (typeof code !== "string") return undefined;
  const kept = [...world.kept.values()].map(({ entry }) => entry);
  const enterprise = kept.find(
    (entry) => entry.register === "enterprise" && entry.values.creditCode === code,
  );
  const accounts = kept.filter(({ register }) => register === "account").length;
  const isOfCast = personNames.some((name) => person(name).organisation === enterprise?.id);
  return { enterprise, principals: isOfCast ? 1 : 0, username: `${code.toLowerCase()}-${accounts}` };
}

const headsOfTheCast = personNames.map(person).filter(({ role }) => heads.some((head) => head === role));

/** As the store finds who decides on a person of an organisation; of an enterprise, only its own principal. */
function headOf(
  asked: NonNullable<Act["facts"]>["headedBy"],
  { values }: Entry,
  input: RawInput,
): string | undefined {
  if (asked === undefined) return undefined;
  const named = (field: string) => input[field] ?? values[field];
  const [unit, besides] = [named(asked.unit), asked.besides.map(named)];
  const line = typeof unit === "string" ? [unit, ...unitsUpwards(treeOf(campaign), unit)] : [];
  return line.find((one) =>
    headsOfTheCast.some(({ id, organisation }) => organisation === one && !besides.includes(id)),
  );
}

const looksAtEnterprise = (acts: readonly Act[]): boolean =>
  acts.some((act) => act.facts?.entries?.includes("organisation"));

/** What the enterprise is to which an entry belongs; nothing where there is none. */
export const enterpriseOf = (world: RandomWorld, { values }: Entry): Values =>
  world.kept.get(textValue(values, "organisation") ?? "")?.entry.values ?? {};

const factOfFirm = (entry: Entry | undefined): OrganisationFact | undefined =>
  entry?.register === "enterprise" || entry?.register === "service-body" ? firmFact(entry) : undefined;

function sameIn(
  seen: (id: string) => Kept | undefined,
  among: Among,
  input: RawInput,
  fields: readonly string[],
) {
  return sameAs(among, input, fields)
    .flatMap(({ id }) => seen(id) ?? [])
    .slice(0, limits.sameEntriesTold)
    .map(({ register, entry: { id, values } }) => ({
      register: register.name,
      id,
      number: values.number ?? "",
      title: textValue(values, register.title) ?? "",
    }));
}

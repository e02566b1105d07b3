import { type Entry, textValue } from "../../core/register/entry.ts";
import type { StoredFile } from "../../core/register/field.ts";
import { type Act, actNamed, type Facts, type Register } from "../../core/register/register.ts";
import { firmFact } from "../../core/registers/firm.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import { assessmentFact } from "../store/assessments.ts";
import {
  type Campaign,
  checklistFacts,
  criteriaFact,
  organisationFact,
  parametersOn,
  placeFacts,
} from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { StoredEntry } from "../store/row.ts";
import type { Deed } from "./deed.ts";
import type { Person } from "./world.ts";

/** What has been told so far: nobody else writes while a demonstration is loaded, so that memory knows what the store would. */
export interface Told {
  readonly campaign: Campaign;
  readonly entries: Map<string, StoredEntry>;
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly people: ReadonlyMap<string, Person>;
}

const alikeMost = 20;

/** What the store would load for an act, from what has been told. */
export function factsFor(told: Told, deed: Deed, entry: Entry): Facts {
  const { campaign, people, files } = told;
  const { register, input, day, actor } = deed;
  const act = actNamed(register, deed.act);
  const certificate = actor.role === "inspector" ? people.get(actor.id)?.certificate : undefined;
  return {
    calendar: campaign.calendar,
    ...parametersOn(campaign, day),
    entries: pointed(deed, entry, "link", (id) => told.entries.get(id)),
    organisations: pointed(deed, entry, "organisation", (id) => organisationOf(told, id)),
    criteria: pointed(deed, entry, "criteria", (id) => criteriaFact(campaign, id)),
    places: placeFacts(campaign, register, input),
    officer: certificate ? { certificateFrom: certificate.from, certificateTo: certificate.to } : {},
    files,
    counts: countsOf(told, deed, entry, act),
    alike: alikeTo(told, deed, entry, act),
    same: {},
    others: [],
    sealed: [],
    posts: {},
    assessment: assessmentFact(campaign, { input, entry }, act?.facts ? [act.facts] : []),
    ...registrantFacts(told, entry, act),
    ...openingFacts(told, deed, entry, act),
  };
}

/** What stands of an enterprise that applied: each that the demonstration tells of has its principal. */
function registrantFacts(
  { entries }: Told,
  { values }: Entry,
  act: Act | undefined,
): Pick<Facts, "registrant"> {
  const code = textValue(values, "creditCode");
  if (act?.facts?.registrant === undefined || code === undefined) return {};
  const enterprise = [...entries.values()].find(
    (one) => one.register === "enterprise" && one.values.creditCode === code,
  );
  return { registrant: { enterprise, principals: enterprise ? 1 : 0, username: code.toLowerCase() } };
}

/** What an act needs that is decided by a checklist or opens further entries: their ids follow from its own. */
function openingFacts(
  { campaign, entries }: Told,
  { id, input, day }: Deed,
  entry: Entry,
  act: Act | undefined,
) {
  const { checklist, newIds } = act?.facts ?? {};
  const enterprise = entries.get(textValue(entry.values, "organisation") ?? "");
  const entered = checklist === undefined ? undefined : input[checklist];
  const on = typeof entered === "string" ? entered : textValue(entry.values, checklist ?? "");
  return {
    ...(checklist === undefined
      ? {}
      : checklistFacts(campaign.library, sectorsOf(enterprise?.values ?? {}), on ?? day)),
    ...(newIds ? { newIds: Array.from({ length: idsAtOnce }, (_, at) => idOfName(`${id}/${at}`)) } : {}),
  };
}

const idsAtOnce = 10;

/** What the fields of one kind point at: what was entered, or else what the entry holds. */
function pointed<T>(
  { register, input }: Deed,
  entry: Entry,
  kind: string,
  find: (id: string) => T | undefined,
): Readonly<Record<string, T>> {
  const found = Object.entries(register.allFields).flatMap(([name, field]): [string, T][] => {
    if (field.kind !== kind) return [];
    const entered = input[name];
    const value = typeof entered === "string" ? entered : textValue(entry.values, name);
    const known = value === undefined ? undefined : find(value);
    return known === undefined ? [] : [[name, known]];
  });
  return Object.fromEntries(found);
}

function organisationOf({ campaign, entries }: Told, id: string) {
  const firm = entries.get(id);
  return firm === undefined ? organisationFact(campaign, id) : firmFact(firm);
}

const others = ({ entries }: Told, register: Register, id: string) =>
  [...entries.values()].filter((other) => other.register === register.name && other.id !== id);

function countsOf(told: Told, { register, id, input }: Deed, entry: Entry, act: Act | undefined) {
  const valueAt = (field: string) => input[field] ?? entry.values[field];
  const counted = Object.entries(act?.facts?.counts ?? {}).map(([name, fields]) => {
    const isSame = (other: StoredEntry) =>
      fields.every((field) => valueAt(field) !== undefined && other.values[field] === valueAt(field));
    return [name, others(told, register, id).filter(isSame).length];
  });
  return Object.fromEntries(counted);
}

function alikeTo(told: Told, { register, id, input }: Deed, entry: Entry, act: Act | undefined) {
  const wanted = act?.facts?.alike;
  if (wanted === undefined || (wanted.shares ?? wanted.same).every((field) => input[field] === undefined))
    return [];
  const valueAt = (field: string) => input[field] ?? entry.values[field];
  const shared = (wanted.shares ?? []).map(valueAt).filter((value) => value !== undefined);
  return others(told, register, id)
    .filter((other) => wanted.same.every((field) => other.values[field] === valueAt(field)))
    .filter(({ values }) => !wanted.atWork || values.closedOn === undefined)
    .filter(
      (other) =>
        wanted.shares?.some((field) => shared.some((value) => other.values[field] === value)) ?? true,
    )
    .flatMap(({ id: alike, state, values }) => {
      const day = textValue(values, wanted.newestBy);
      const title = textValue(values, register.title) ?? "";
      return day === undefined ? [] : [{ id: alike, number: values.number ?? "", title, state, day }];
    })
    .sort((one, other) => (one.day < other.day ? 1 : -1))
    .slice(0, alikeMost);
}

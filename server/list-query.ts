import { z } from "zod";
import { dueBounds } from "../core/calendar/calendar.ts";
import { type Day, isDay } from "../core/calendar/day.ts";
import { type DueChoice, dueChoices, rungSpan } from "../core/calendar/due-ladder.ts";
import { readCounted } from "../core/campaign/counted.ts";
import { limits } from "../core/limits.ts";
import type { Problem } from "../core/refusals.ts";
import { checkValue } from "../core/register/check-field.ts";
import { toldPartiesOf } from "../core/register/concerns.ts";
import type { Entry } from "../core/register/entry.ts";
import { type Field, fitsColumn } from "../core/register/field.ts";
import { asSeenBy, searchesLeftOut } from "../core/register/left-out.ts";
import type { Register } from "../core/register/register.ts";
import { enterprise } from "../core/registers/enterprise.ts";
import { pathCode } from "../core/scope/region.ts";
import { type Actor, scopeOf } from "../core/scope/scope.ts";
import { HttpProblem, Refused } from "./http/problems.ts";
import { type Campaign, dueLimits } from "./store/campaign.ts";
import type { OwnList } from "./store/own-lists.ts";
import { columnsOf } from "./store/tables.ts";
import type { CountedQuery, ListQuery, ListSort } from "./store/walks.ts";

const short = z.string().min(1).max(limits.shortTextLengthCharacters);
const day = z.string().refine(isDay);
const mine = z.literal("mine").optional();

/**
 * What a list may be asked for in its address; the same address is the same list for whoever may see it. Beside what is named here
 * it is narrowed by whatever field of the register is a column: a day by `name.from` and `name.to`, others by `name`.
 */
export const listParameters = z
  .object({
    state: short.optional(),
    level: short.optional(),
    region: z
      .string()
      .regex(/^[0-9]{4,9}$/)
      .optional(),
    sector: short.optional(),
    organisation: z.uuid().optional(),
    holder: z.uuid().optional(),
    number: short.optional(),
    "foundOn.from": day.optional(),
    "foundOn.to": day.optional(),
    "openedOn.from": day.optional(),
    "openedOn.to": day.optional(),
    "dueOn.from": day.optional(),
    "dueOn.to": day.optional(),
    "closedOn.from": day.optional(),
    "closedOn.to": day.optional(),
    q: z.string().trim().min(1).max(limits.searchLengthCharacters).optional(),
    due: z.enum(dueChoices).optional(),
    /** What is not at rest. */
    unsettled: z.literal("true").optional(),
    todo: mine,
    /** What the person opened; what they acted on since and does not await them; what they were told of and is not theirs to do. */
    started: mine,
    acted: mine,
    copied: mine,
    /** The entries that a figure counts (`core/campaign/counted.ts`), as its `opens` says. */
    counted: z.string().min(1).max(limits.countedLengthCharacters).optional(),
    sort: z.enum(["-openedOn", "openedOn", "-foundOn", "foundOn", "dueOn", "-dueOn"]).optional(),
    limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    cursor: z.string().max(200).optional(),
    /** `quick` counts a long list no further than need be, and then says `atLeast`. */
    count: z.enum(["exact", "quick"]).optional(),
    /** `list`: only the fields that the register lists as columns; or the names of fields, between commas. */
    fields: z.string().max(limits.listColumnsLengthCharacters).optional(),
  })
  .catchall(short);

/** The very parameters of the list, and the form of the file that is made of it. */
export const exportParameters = listParameters.extend({ form: z.literal("official").optional() });

/** As `exportParameters`, for a file that goes to the person at once and may hold personal numbers, with the reason for that. */
export const directExportParameters = exportParameters.extend({
  personal: z.literal("yes").optional(),
  reason: z.string().trim().min(1).max(limits.reasonLengthCharacters).optional(),
});

type Asked = z.output<typeof listParameters>;

/** Who asks for a list, and when. */
export interface Asker {
  readonly actor: Actor;
  readonly today: Day;
  readonly campaign: Campaign;
}

const sorts: Readonly<Record<string, ListSort>> = {
  "-openedOn": { column: "opened_on", descending: true },
  openedOn: { column: "opened_on", descending: false },
  "-foundOn": { column: "found_on", descending: true },
  foundOn: { column: "found_on", descending: false },
  dueOn: { column: "due_on", descending: false },
  "-dueOn": { column: "due_on", descending: true },
};

/** The query that a list, its count and its export share. */
export function listQueryOf(whole: Register, asked: Asked, asker: Asker): ListQuery {
  const { token } = asker.actor;
  const register = asSeenBy(whole, token);
  const {
    state,
    region,
    q,
    due,
    unsettled,
    counted,
    todo,
    // What is late longest comes first: it is why the list was asked for.
    sort = due === undefined ? "-openedOn" : "dueOn",
    limit = limits.pageSizeDefaultRows,
    cursor,
  } = asked;
  const refused = q === undefined ? undefined : searchesLeftOut([whole, enterprise], token);
  if (refused !== undefined) throw new Refused(refused);
  const narrowed = narrowing(register, asked);
  const chosen = sorts[sort];
  if (chosen === undefined)
    throw new HttpProblem("malformed-request", [{ field: "sort", code: "not-an-option" }]);
  return {
    states: state?.split(","),
    ...narrowed,
    region: region === undefined ? undefined : pathCode(region),
    search: q,
    awaits: todo === undefined ? undefined : awaitsOf(register, asker.actor),
    own: ownListsOf(register, asked, asker.actor),
    unsettled: unsettled && true,
    counted: counted === undefined ? undefined : countedOf(register, counted, asker.actor),
    due: due === undefined ? undefined : dueRange(due, asker),
    sort: chosen,
    limit,
    fields: asked.fields === undefined ? undefined : wantedFields(register, asked.fields),
    after: cursor === undefined ? undefined : readCursor(cursor),
  };
}

/** The entries that a figure counts within the asker's scope. Refuses a count that the register does not have, or no address of one. */
function countedOf(register: Register, text: string, actor: Actor): CountedQuery {
  const counted = readCounted(text);
  if (counted === undefined || !Object.hasOwn(register.counts, counted.count))
    throw new HttpProblem("malformed-request", [{ field: "counted", code: "not-an-option" }]);
  return { ...counted, scope: scopeOf(actor) };
}

/** The columns that are asked for, and what every row shows beside them: its title, its level, its deadline and that others do not see it. */
function wantedFields(register: Register, asked: string): readonly string[] {
  const columns = asked === "list" ? register.list : asked.split(",");
  if (columns.some((name) => !isColumn(register, name)))
    throw new HttpProblem("malformed-request", [{ field: "fields", code: "unknown" }]);
  const beside = [register.title, "number", "level", "dueOn", "dueProvisional", "restricted"];
  return [...new Set([...columns, ...beside.filter((name) => Object.hasOwn(register.allFields, name))])];
}

/** Whether a list of the register can show a field of this name in a column. */
export function isColumn({ allFields }: Register, name: string): boolean {
  const field = Object.hasOwn(allFields, name) ? allFields[name] : undefined;
  return field !== undefined && fitsColumn(field);
}

/** What stands for itself in an address, whatever the register. */
const ofEveryList = new Set([
  "state",
  "region",
  "q",
  "due",
  "unsettled",
  "counted",
  "todo",
  "started",
  "acted",
  "copied",
  "sort",
  "limit",
  "cursor",
  "count",
  "fields",
]);

/** The rest of the address, as conditions over the register's columns. Refuses what the register does not have. */
function narrowing(register: Register, asked: Asked): Pick<ListQuery, "equals" | "from" | "to"> {
  const members = {
    equals: new Map<string, string>(),
    from: new Map<string, string>(),
    to: new Map<string, string>(),
  };
  const columns = new Set([...columnsOf(register).values()].map(({ field }) => field));
  const problems = Object.entries(asked).flatMap(([name, given]): Problem[] => {
    if (ofEveryList.has(name) || given === undefined) return [];
    const [field = "", end, more] = name.split(".");
    const declared = columns.has(field) ? register.allFields[field] : undefined;
    const isSpan = end === "from" || end === "to";
    const fits = declared?.kind === "day" ? isSpan : end === undefined;
    if (declared === undefined || more !== undefined || !fits) return [{ field: name, code: "unknown" }];
    const value = String(given);
    const wrong = checkValue(declared, filterValue(declared, value));
    if (wrong !== undefined) return [{ field: name, code: wrong }];
    members[end === "from" || end === "to" ? end : "equals"].set(field, value);
    return [];
  });
  if (problems.length > 0) throw new HttpProblem("malformed-request", problems);
  const { equals, from, to } = members;
  return { equals: Object.fromEntries(equals), from: Object.fromEntries(from), to: Object.fromEntries(to) };
}

const flags: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What an address says, as the field holds it. A list of links or rows is asked for one of them. */
function filterValue({ kind }: Field, value: string): unknown {
  if (kind === "flag") return flags[value];
  // Written otherwise, as 1e1, it is no number of an entry and no value that the column would take.
  if (kind === "integer") return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return kind === "links" || kind === "packRows" ? [value] : value;
}

/** What awaits this person: entries that their organisation holds, in the states that await their role. */
function awaitsOf(register: Register, actor: Actor) {
  const states = Object.entries(register.states).flatMap(([state, { awaits }]) =>
    awaits?.includes(actor.role) ? [state] : [],
  );
  return { organisation: actor.organisation, states };
}

/** The lists of this person's own that are asked for, in their present post. */
function ownListsOf(register: Register, { started, acted, copied }: Asked, actor: Actor): readonly OwnList[] {
  const { organisation, id: person, role } = actor;
  const awaits = awaitsOf(register, actor);
  return [
    ...(started ? [{ kind: "opened", organisation, person } as const] : []),
    ...(acted ? [{ kind: "acted", organisation, person, awaits } as const] : []),
    ...(copied
      ? [{ kind: "copied", organisation, person, awaits, role, as: toldPartiesOf(register) } as const]
      : []),
  ];
}

/** The due days of a choice; soon: due today or by the last day that `dueState` calls soon. */
function dueRange(
  due: DueChoice,
  { today, campaign }: Omit<Asker, "actor">,
): { readonly from?: Day; readonly to: Day } {
  if (due !== "soon") return rungSpan(due, today);
  return { from: today, to: dueBounds(today, dueLimits(campaign, today), campaign.calendar).soonTo };
}

const sortField: Readonly<Record<ListSort["column"], "openedOn" | "dueOn" | "foundOn">> = {
  opened_on: "openedOn",
  due_on: "dueOn",
  found_on: "foundOn",
};

/** Where the next page starts: after the last entry of this one, in the list's own order. */
export function nextCursor({ sort }: ListQuery, entries: readonly Entry[]): string | null {
  const last = entries.at(-1);
  if (last === undefined) return null;
  const { [sortField[sort.column]]: value }: Readonly<Record<string, unknown>> = last.values;
  return Buffer.from(JSON.stringify([value, last.id])).toString("base64url");
}

const cursorShape = z.tuple([day, z.uuid()]);

function readCursor(cursor: string): { value: string; id: string } {
  try {
    const [value, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { value, id };
  } catch {
    throw new HttpProblem("bad-cursor");
  }
}

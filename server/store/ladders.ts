import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { type Entry, placedOf, textValue } from "../../core/register/entry.ts";
import type { Register, State } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { type Climbing, climbingRoles, type Matter, type Reached } from "../../core/reminders/climb.ts";
import { climbsFrom, type Rung, type RungWho, rungWhos } from "../../core/reminders/ladder.ts";
import { type Campaign, treeOf } from "./campaign.ts";
import type { Queryable, Transaction } from "./database.ts";
import { readEntries } from "./entries.ts";
import { newId } from "./ids.ts";
import { actorsInRoles } from "./posts.ts";
import { supervisorOf } from "./supervisor.ts";
import { tableOf } from "./tables.ts";

/** One server at a time climbs, so that two that see another's post end in between do not both remind. Held until the transaction ends. */
export async function holdLadders(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('reminder-ladders', 0))");
}

/** A due day on which open entries of a level stand; the level is empty where entries have none. */
export interface DueDay {
  readonly level: string;
  readonly day: Day;
}

/** The due days on which open entries of all registers stand, up to a day. */
export async function dueDaysUpTo(tx: Queryable, last: Day): Promise<readonly DueDay[]> {
  const { rows } = await tx.query<DueDay>(
    `select distinct coalesce(level, '') as level, due_on as day from entry
      where closed_on is null and due_on <= $1 and holder is not null order by 2, 1`,
    [last],
  );
  return rows;
}

/** An open entry with a due day, as the ladder looks at it. */
export interface DueMatter {
  readonly id: string;
  readonly register: Register;
  readonly state: State;
  readonly level: string;
  readonly due: Day;
  /** The day from which its rungs are counted. */
  readonly from: Day;
  readonly matter: Matter;
}

/** One of which a reminder was not given yet: of those whom the ladder has reached, these. */
export interface Unreminded extends DueMatter {
  readonly missing: readonly RungWho[];
}

/** For whom each state of each register waits, as far as it waits for anybody. */
const awaiting = registers.flatMap(({ name: register, states }) =>
  Object.entries(states).flatMap(([state, { awaits }]) =>
    awaits === undefined ? [] : [{ register, state, roles: awaits.join(",") }],
  ),
);

/** That a reminder is of an entry and its due day, looked up in an index. */
const ofDay = "n.rung is not null and n.entry = e.id and n.day = r.day";

/** The open entries due on these days of which not every rung that is reached was told. */
export async function unreminded(
  tx: Queryable,
  campaign: Campaign,
  reached: readonly (DueDay & { readonly rungs: readonly Rung[] })[],
): Promise<readonly Unreminded[]> {
  const rungs = reached.flatMap(({ level, day, rungs: own }) => own.map((rung) => ({ level, day, ...rung })));
  const { rows } = await tx.query<{ id: string; register: string; missing: RungWho[] }>({
    // Whoever comes to hold the matter, or in that unit to have it before them, is told of it too; of those above one is, whoever it was.
    text: `select e.id, e.register, array_agg(r.who) as missing
      from unnest($1::text[], $2::date[], $3::text[], $4::integer[]) as r(level, day, who, after)
      join entry e on e.due_on = r.day and coalesce(e.level, '') = r.level
      join unnest($6::text[], $7::text[], $8::text[]) as a(register, state, roles) on a.register = e.register and a.state = e.state
      where e.due_on = any($5::date[]) and e.closed_on is null and e.holder is not null
        and case when r.who = 'handler' then exists (
            select from unnest(string_to_array(a.roles, ',')) as awaited(role) where not exists (
              select from notice n where ${ofDay} and n.rung_after >= r.after
                and n.organisation = e.holder and n.roles @> array[role]))
          else not exists (select from notice n where ${ofDay} and n.rung_after = r.after and n.rung = r.who) end
      group by e.id, e.register`,
    values: [
      rungs.map(({ level }) => level),
      rungs.map(({ day }) => day),
      rungs.map(({ who }) => who),
      rungs.map(({ after }) => after),
      [...new Set(reached.map(({ day }) => day))],
      awaiting.map(({ register }) => register),
      awaiting.map(({ state }) => state),
      awaiting.map(({ roles }) => roles),
    ],
  });
  const missing = new Map(rows.map((row) => [row.id, row.missing]));
  const found: Unreminded[] = [];
  for (const [name, own] of Map.groupBy(rows, ({ register }) => register)) {
    const register = registerNamed(name);
    if (register === undefined) continue;
    const ids = own.map(({ id }) => id);
    const entries = await readEntries(tx, { sees: "everything" }, register, ids);
    const matters = await mattersOf(tx, campaign, register, [...entries.values()]);
    found.push(...matters.map((matter) => ({ ...matter, missing: missing.get(matter.id) ?? [] })));
  }
  return found;
}

/** What the ladder needs to know of one entry; undefined where it is at rest, waits for nobody or has no due day. */
export async function matterOf(
  tx: Queryable,
  campaign: Campaign,
  register: Register,
  entry: Entry,
): Promise<DueMatter | undefined> {
  return (await mattersOf(tx, campaign, register, [entry]))[0];
}

async function mattersOf(
  tx: Queryable,
  campaign: Campaign,
  register: Register,
  entries: readonly Entry[],
): Promise<readonly DueMatter[]> {
  const isFirm = (id: string | undefined): id is string =>
    id !== undefined && !campaign.organisations.has(id);
  const firms = new Set(entries.map(({ values }) => values.holder).filter(isFirm));
  const supervisors = await supervisorsOf(tx, [...firms]);
  const came = await cameOn(
    tx,
    entries.map(({ id }) => id),
  );
  return entries.flatMap((entry): readonly DueMatter[] => {
    const { id, values } = entry;
    const { holder, dueOn: due, closedOn } = values;
    const state = register.states[entry.state];
    if (holder === undefined || due === undefined || closedOn !== undefined || !state?.awaits) return [];
    const placed = placedOf(register, entry);
    const supervisor = isFirm(holder)
      ? (supervisors.get(holder) ?? supervisorOf(campaign, placed.region ?? "", placed.sector ?? ""))
      : undefined;
    const matter = { holder, awaits: state.awaits, supervisor, placed };
    const from = climbsFrom(due, came.get(id) ?? due);
    return [{ id, register, state, level: textValue(values, "level") ?? "", due, from, matter }];
  });
}

/** On which day each of these entries came into its register, whatever day it is said to be of. */
async function cameOn(tx: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await tx.query<{ entry: string; at: Date }>({
    name: "came-on",
    text: "select entry, at from ledger where entry = any($1::uuid[]) and version = 1",
    values: [ids],
  });
  return new Map(rows.map(({ entry, at }) => [entry, dayInShanghai(at.toISOString())]));
}

/** The supervising departments of these enterprises, as the register names them. */
async function supervisorsOf(
  tx: Queryable,
  enterprises: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (enterprises.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; by: string }>({
    name: "supervisors-of",
    text: `select id, supervised_by as by from ${tableOf(enterprise)} where id = any($1::uuid[]) and supervised_by is not null`,
    values: [enterprises],
  });
  return new Map(rows.map(({ id, by }) => [id, by]));
}

/** What a climb goes by on a day, with the posts of everybody up to whom one can lead, or of these organisations only. */
export async function climbingOn(
  tx: Queryable,
  campaign: Campaign,
  day: Day,
  organisations?: readonly string[],
): Promise<Climbing> {
  const found = await actorsInRoles(tx, climbingRoles, day, organisations);
  const posts = Map.groupBy(found, ({ organisation }) => organisation);
  return { tree: treeOf(campaign), postsIn: (organisation) => posts.get(organisation) ?? [] };
}

/** A reminder that is to be given. */
export interface Reminder extends Reached {
  readonly entry: string;
  readonly register: string;
  readonly kind: string;
  readonly due: Day;
}

/** Gives reminders, each once to a role; returns how many were new. */
export async function giveReminders(
  tx: Queryable,
  reminders: readonly Reminder[],
  at: Date,
): Promise<number> {
  if (reminders.length === 0) return 0;
  const { rowCount } = await tx.query({
    text: `insert into notice (id, entry, register, organisation, roles, kind, day, at, rung, rung_after)
      select id, entry, register, organisation, fresh.roles, kind, day, $10, rung, after
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::integer[])
        as given(id, entry, register, organisation, roles, kind, day, rung, after)
      cross join lateral (
        select array_agg(role order by role) as roles from unnest(string_to_array(given.roles, ',')) as role
        where not exists (select from notice n where n.rung is not null and n.entry = given.entry and n.day = given.day
          and n.rung_after >= given.after and n.organisation = given.organisation and n.roles @> array[role])) as fresh
      where fresh.roles is not null
      on conflict do nothing`,
    values: [
      reminders.map(() => newId(at.getTime())),
      reminders.map(({ entry }) => entry),
      reminders.map(({ register }) => register),
      reminders.map(({ organisation }) => organisation),
      reminders.map(({ roles }) => roles.join(",")),
      reminders.map(({ kind }) => kind),
      reminders.map(({ due }) => due),
      reminders.map(({ who }) => who),
      reminders.map(({ after }) => after),
      at,
    ],
  });
  return rowCount ?? 0;
}

/** A rung that an entry was reminded on. */
export interface Climbed extends Rung {
  readonly organisation: string;
  readonly at: Date;
}

/** The reminders given of an entry for a due day, in the order in which they were. */
export async function readClimbed(tx: Queryable, entry: string, due: Day): Promise<readonly Climbed[]> {
  const { rows } = await tx.query<Climbed>({
    name: "climbed",
    text: `select rung as who, rung_after as after, organisation, at from notice
      where rung is not null and entry = $1 and day = $2 order by at, rung_after, array_position($3::text[], rung)`,
    values: [entry, due, rungWhos],
  });
  return rows;
}

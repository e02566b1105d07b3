import { hash, randomBytes } from "node:crypto";
import { addDays, type Day, dayInShanghai, daysBetween } from "../../../core/calendar/day.ts";
import type { Json } from "../../../core/ledger/canonical.ts";
import type { LineBody } from "../../../core/ledger/line.ts";
import { type Count, type DayCount, isOverdueCount, type SpanCount } from "../../../core/register/numbers.ts";
import { presentName, type Register } from "../../../core/register/register.ts";
import type { Queryable } from "../database.ts";
import { eachCopied } from "./cursor.ts";
import type { FaultLog } from "./fault-log.ts";
import { remembering } from "./remembering.ts";

/**
 * Compares signed counts that are told in any order and in any number of parts, by entry × measure × place × day × day of knowledge,
 * without holding them: each is multiplied with secret numbers drawn for its entry, its place and its day of knowledge and added up by
 * measure, county and day. Two sides of which a single key differs agree with a chance of about 2⁻⁶² (Schwartz–Zippel), also for whoever chose the difference.
 */
interface Scales {
  /** Adds `count` cells of an entry, signed, that are known on a day; the sum is in hundredths. */
  add(pan: Pan, cell: Told, count: bigint, sum: bigint): void;
  /** Where cells of a place are added up; its text has the measure and what `placeFields` name. */
  panFor(place: string): Pan;
  /** The secret number of an entry. */
  drawnForEntry(entry: string): bigint;
  /** The measure, county and day of each sum in which the two sides differ. */
  differing(): readonly string[];
}

/** Of which entry a cell is, on which day it counts and on which it was known. */
interface Told {
  readonly drawn: bigint;
  readonly day: Day;
  readonly known: Day;
}

interface Pan {
  readonly drawn: bigint;
  /** By day, of all places of the same measure and county. */
  readonly sums: Map<Day, bigint>;
}

// No name or code has such a sign in it.
const between = "\x1f";
const placesRemembered = 50_000;
const placesAtOnce = 10_000;
const daysRemembered = 10_000;
const entriesRemembered = 10_000;

function newScales(): Scales {
  const secret = randomBytes(16).toString("hex");
  const draw = (text: string) => Buffer.from(hash("sha256", `${secret}\n${text}`), "hex").readBigUInt64BE(0);
  const yuan = draw("sum");
  const drawnFor = remembering(daysRemembered, draw);
  const sums = new Map<string, Map<Day, bigint>>();
  const sumsOf = (bucket: string) => {
    const found = sums.get(bucket) ?? new Map<Day, bigint>();
    sums.set(bucket, found);
    return found;
  };
  return {
    add({ drawn, sums }, { drawn: ofEntry, day, known }, count, sum) {
      const told = sum === 0n ? count : count + sum * yuan;
      sums.set(day, (sums.get(day) ?? 0n) + told * drawn * ofEntry * drawnFor(known));
    },
    drawnForEntry: remembering(entriesRemembered, draw),
    panFor: remembering(placesRemembered, (place) => {
      const [measure = "", region = ""] = place.split(between);
      return { drawn: draw(place), sums: sumsOf(`${measure} ${region.slice(0, 6)}`) };
    }),
    differing: () =>
      [...sums]
        .flatMap(([bucket, days]) =>
          [...days].flatMap(([day, sum]) => (sum === 0n ? [] : [`${bucket} ${day}`])),
        )
        .sort(),
  };
}

/** A recount of what the lines of entries say, to be held against the stored cells. */
export interface Recount {
  add(register: Register, bodies: readonly LineBody[]): void;
  compare(tx: Queryable, batchRows: number, onBatch: () => Promise<void>, faults: FaultLog): Promise<void>;
}

export function newRecount(): Recount {
  const scales = newScales();
  const counting: Counting = {
    add: scales.add,
    drawnForEntry: scales.drawnForEntry,
    pansAt: remembering(placesAtOnce, (place) =>
      remembering(daysRemembered, (measure) => scales.panFor(`${measure}${place}`)),
    ),
  };
  return {
    add: (register, bodies) => recount(register, bodies, counting),
    async compare(tx, batchRows, onBatch, faults) {
      await eachCopied(tx, { statement: storedCells, batchRows, onBatch }, (row) => {
        const [place = "", entry = "", day = "", known = "", count = "", sum = ""] = row.split("\t");
        const told = { drawn: scales.drawnForEntry(entry), day, known };
        scales.add(scales.panFor(place), told, -BigInt(count), sum === "0" ? 0n : -centsOf(sum));
      });
      for (const what of scales.differing()) faults.add({ fault: "cells-differ", what });
    },
  };
}

const storedCells = `select concat_ws(E'\\x1f', measure, region, sector, organisation, park, level, kind, restricted::text), entry, day, known_day, count, sum * 100
  from cell`;

/** Parts of a cent, and what is no number, come from no act: a sum that no recount gives. */
const neverCounted = 1n << 200n;

function centsOf(text: string): bigint {
  const cents = /^(-?\d+)(?:\.0*)?$/.exec(text)?.[1];
  return cents === undefined ? neverCounted : BigInt(cents);
}

/** What a recount is told to. */
interface Counting extends Pick<Scales, "add" | "drawnForEntry"> {
  /** By measure, for a place that `placeIn` names. */
  readonly pansAt: (place: string) => (measure: string) => Pan;
}

/** What an entry adds to one count from one of its lines until another changes it. */
interface Standing {
  readonly day: Day;
  /** Of a count of what lies between two days: the later one, which takes it back. */
  readonly until: Day | undefined;
  readonly pan: Pan;
  readonly sum: bigint;
}

const isSame = (one: Standing | undefined, other: Standing | undefined): boolean =>
  one?.day === other?.day &&
  one?.until === other?.until &&
  one?.pan === other?.pan &&
  one?.sum === other?.sum;

/**
 * Counts anew from the lines alone, by the runs of lines through which a value and its place stand, where the product writes the
 * difference that each act makes: a run counts once from its first line, and is taken back by the line that ends it.
 */
function recount(register: Register, bodies: readonly LineBody[], counting: Counting): void {
  const { pansAt } = counting;
  const readers = readersOf(register);
  const standing = new Map<ReadCount, Standing>();
  const values = new Map<string, Json>();
  const drawn = counting.drawnForEntry(bodies[0]?.entry ?? "");
  let panOf = pansAt(placeIn(register, values));
  for (const { changes, day, at: instant, state } of bodies) {
    const touched = new Set<ReadCount>();
    let isMoved = false;
    if (values.get(stateName) !== state) for (const count of readers.get(stateName) ?? []) touched.add(count);
    values.set(stateName, state);
    for (const [written, value] of Object.entries(changes)) {
      const name = presentName(register, written);
      const readBy = readers.get(name);
      if (readBy === undefined) continue;
      values.set(name, value);
      isMoved ||= isPlaceField(register, name);
      for (const count of readBy) touched.add(count);
    }
    if (isMoved) panOf = pansAt(placeIn(register, values));
    for (const count of touched) {
      const { measure, declared } = count;
      const was = standing.get(count);
      const is = standingIn(declared, values, panOf(measure));
      if (isSame(was, is)) continue;
      const told = { drawn, known: knownOn(instant), dayOfAct: day };
      if (was !== undefined) tell(counting, declared, was, -1n, told);
      if (is !== undefined) tell(counting, declared, is, 1n, told);
      if (is === undefined) standing.delete(count);
      else standing.set(count, is);
    }
  }
}

interface Telling {
  readonly drawn: bigint;
  readonly known: Day;
  readonly dayOfAct: Day;
}

function tell(
  { add }: Counting,
  declared: Count,
  { day, until, pan, sum }: Standing,
  sign: bigint,
  { drawn, known, dayOfAct }: Telling,
): void {
  add(pan, { drawn, known, day: dayCounted(declared, day, dayOfAct) }, sign, sign * sum);
  if (until !== undefined) add(pan, { drawn, known, day: [day, until].sort()[1] ?? until }, -sign, 0n);
}

/** A count of a register. */
interface ReadCount {
  readonly measure: string;
  readonly declared: Count;
}

const readersByRegister = new WeakMap<Register, ReadonlyMap<string, readonly ReadCount[]>>();

/** By field, the counts that are made of it: a line that changes none of their fields leaves them standing. */
function readersOf(register: Register): ReadonlyMap<string, readonly ReadCount[]> {
  const known = readersByRegister.get(register);
  if (known !== undefined) return known;
  const readers = new Map<string, ReadCount[]>();
  for (const [name, declared] of Object.entries(register.counts)) {
    const count = { measure: `${register.name}.${name}`, declared };
    for (const field of new Set([...placeFieldsOf(register), ...fieldsCounted(declared)]))
      readers.set(field, [...(readers.get(field) ?? []), count]);
  }
  readersByRegister.set(register, readers);
  return readers;
}

/** The field that holds what cells call the kind, under a name that no field can have where there is none. */
const placeFieldsOf = ({ countedBy = " kind" }: Register): readonly string[] => [
  "region",
  "sector",
  "organisation",
  "park",
  "level",
  countedBy,
  "restricted",
];
const isPlaceField = (register: Register, name: string): boolean => placeFieldsOf(register).includes(name);

/** The state among the values of an entry, under a name that no field can have. */
const stateName = " state";

function fieldsCounted(count: Count): readonly string[] {
  if (isOverdueCount(count)) return ["dueOn"];
  const days = "on" in count ? [count.on, count.sum, count.daysSince] : [count.from, count.until];
  const met = [...Object.keys(count.when ?? {}), ...(count.ordered ?? [])];
  return [...days.filter((field) => field !== undefined), ...met, ...(count.in ? [stateName] : [])];
}

/** Where the values lie, as the keys of cells have it after the measure. */
const placeIn = (register: Register, values: ReadonlyMap<string, Json>): string =>
  placeFieldsOf(register)
    .map((field) => between + (field === "restricted" ? values.get(field) === true : textIn(values, field)))
    .join("");

function textIn(values: ReadonlyMap<string, Json>, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}

function standingIn(count: Count, values: ReadonlyMap<string, Json>, pan: Pan): Standing | undefined {
  if (isOverdueCount(count)) {
    const due = textIn(values, "dueOn");
    return due === "" ? undefined : { day: due, until: undefined, pan, sum: 0n };
  }
  const day = textIn(values, "on" in count ? count.on : count.from);
  if (day === "" || !isMet(count, values)) return undefined;
  if ("from" in count) return { day, until: textIn(values, count.until) || undefined, pan, sum: 0n };
  return { day, until: undefined, pan, sum: sumOf(count, values, day) };
}

/** In hundredths, of days too. */
function sumOf(count: DayCount, values: ReadonlyMap<string, Json>, day: Day): bigint {
  const since = count.daysSince === undefined ? "" : textIn(values, count.daysSince);
  if (since !== "") return BigInt(daysBetween(since, day)) * 100n;
  const summed = count.sum === undefined ? undefined : values.get(count.sum);
  return typeof summed === "number" ? BigInt(Math.round(summed * 100)) : 0n;
}

function isMet(
  { in: states, when = {}, ordered }: DayCount | SpanCount,
  values: ReadonlyMap<string, Json>,
): boolean {
  if (states?.includes(textIn(values, stateName)) === false) return false;
  for (const [field, wanted = []] of Object.entries(when))
    if (!wanted.includes(String(values.get(field) ?? ""))) return false;
  if (ordered === undefined) return true;
  const [first, second] = ordered.map((field) => textIn(values, field));
  return first !== undefined && second !== undefined && first !== "" && second !== "" && first <= second;
}

/** A count stands on its own day. A due day is overdue from the day after it, or from the day of the act where that comes later. */
function dayCounted(count: Count, day: Day, dayOfAct: Day): Day {
  if (!isOverdueCount(count)) return day;
  return dayOfAct > day ? dayOfAct : dayAfter(day);
}

const dayAfter = remembering(daysRemembered, (day) => addDays(day, 1));

const knownInHour = remembering(daysRemembered, (hour) => dayInShanghai(`${hour}:00:00Z`));

/** The day of an instant of a line, which is told in UTC: Asia/Shanghai is whole hours ahead. */
const knownOn = (instant: string): Day => knownInHour(instant.slice(0, "YYYY-MM-DDTHH".length));

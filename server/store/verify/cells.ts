import { hash, randomBytes } from "node:crypto";
import { addDays, type Day, dayInShanghai } from "../../../core/calendar/day.ts";
import type { Json } from "../../../core/ledger/canonical.ts";
import type { LineBody } from "../../../core/ledger/line.ts";
import type { Count } from "../../../core/register/numbers.ts";
import { presentName, type Register } from "../../../core/register/register.ts";
import type { Queryable } from "../database.ts";
import { eachCopied } from "./cursor.ts";
import type { FaultLog } from "./fault-log.ts";
import { remembering } from "./remembering.ts";

/**
 * Compares signed counts that are told in any order and in any number of parts, by measure × place × day × day of knowledge, without
 * holding them: each is multiplied with secret numbers drawn for its place and its day of knowledge and added up by measure, county and
 * day. Two sides of which a single key differs agree with a chance of about 2⁻⁶² (Schwartz–Zippel), also for whoever chose the difference.
 */
interface Scales {
  /** Adds `count` cells, signed, that are known on a day; the sum is in hundredths. */
  add(pan: Pan, day: Day, known: Day, count: bigint, sum: bigint): void;
  /** Where cells of a place are added up; its text has measure, region, sector, organisation, level and whether it is restricted. */
  panFor(place: string): Pan;
  /** The measure, county and day of each sum in which the two sides differ. */
  differing(): readonly string[];
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
    add({ drawn, sums }, day, known, count, sum) {
      const told = sum === 0n ? count : count + sum * yuan;
      sums.set(day, (sums.get(day) ?? 0n) + told * drawn * drawnFor(known));
    },
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
    pansAt: remembering(placesAtOnce, (place) =>
      remembering(daysRemembered, (measure) => scales.panFor(`${measure}${place}`)),
    ),
  };
  return {
    add: (register, bodies) => recount(register, bodies, counting),
    async compare(tx, batchRows, onBatch, faults) {
      await eachCopied(tx, { statement: storedCells, batchRows, onBatch }, (row) => {
        const [place = "", day = "", known = "", count = "", sum = ""] = row.split("\t");
        scales.add(scales.panFor(place), day, known, -BigInt(count), sum === "0" ? 0n : -centsOf(sum));
      });
      for (const what of scales.differing()) faults.add({ fault: "cells-differ", what });
    },
  };
}

const storedCells = `select concat_ws(E'\\x1f', measure, region, sector, organisation, level, restricted::text), day, known_day, count, sum * 100
  from cell`;

/** Parts of a cent, and what is no number, come from no act: a sum that no recount gives. */
const neverCounted = 1n << 200n;

function centsOf(text: string): bigint {
  const cents = /^(-?\d+)(?:\.0*)?$/.exec(text)?.[1];
  return cents === undefined ? neverCounted : BigInt(cents);
}

/** What a recount is told to. */
interface Counting {
  readonly add: Scales["add"];
  /** By measure, for a place that `placeIn` names. */
  readonly pansAt: (place: string) => (measure: string) => Pan;
}

/** What an entry adds to one count from one of its lines until another changes it. */
interface Standing {
  readonly day: Day;
  readonly pan: Pan;
  readonly sum: bigint;
  /** The first line of the run through which it stands. */
  readonly isOpening: boolean;
}

/**
 * Counts anew from the lines alone, by the runs of lines through which a value and its place stand, where the product writes the
 * difference that each act makes: a run counts once from its first line, and is taken back by the line that ends it.
 */
function recount(register: Register, bodies: readonly LineBody[], { add, pansAt }: Counting): void {
  const readers = readersOf(register);
  const standing = new Map<ReadCount, Standing>();
  const values = new Map<string, Json>();
  let panOf = pansAt(placeIn(values));
  for (const [at, { changes, day, at: instant, state }] of bodies.entries()) {
    const touched = new Set<ReadCount>();
    let isMoved = false;
    if (values.get(stateName) !== state) for (const count of readers.get(stateName) ?? []) touched.add(count);
    values.set(stateName, state);
    for (const [written, value] of Object.entries(changes)) {
      const name = presentName(register, written);
      const readBy = readers.get(name);
      if (readBy === undefined) continue;
      values.set(name, value);
      isMoved ||= isPlaceField(name);
      for (const count of readBy) touched.add(count);
    }
    if (isMoved) panOf = pansAt(placeIn(values));
    for (const count of touched) {
      const { measure, declared } = count;
      const was = standing.get(count);
      const is = standingIn(declared, values, panOf(measure), at === 0);
      if (was?.day === is?.day && was?.pan === is?.pan && was?.sum === is?.sum) continue;
      const known = knownOn(instant);
      if (was !== undefined) add(was.pan, dayCounted(declared, was, day, false), known, -1n, -was.sum);
      if (is !== undefined) add(is.pan, dayCounted(declared, is, day, is.isOpening), known, 1n, is.sum);
      if (is === undefined) standing.delete(count);
      else standing.set(count, is);
    }
  }
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
    for (const field of [...placeFields, ...fieldsCounted(declared)])
      readers.set(field, [...(readers.get(field) ?? []), count]);
  }
  readersByRegister.set(register, readers);
  return readers;
}

const placeFields: readonly string[] = ["region", "sector", "organisation", "level", "restricted"];
const isPlaceField = (name: string): boolean => placeFields.includes(name);

/** The state among the values of an entry, under a name that no field can have. */
const stateName = " state";

function fieldsCounted(count: Count): readonly string[] {
  if (!("on" in count)) return ["dueOn"];
  return [
    count.on,
    ...(count.sum === undefined ? [] : [count.sum]),
    ...(count.in === undefined ? [] : [stateName]),
  ];
}

/** Where the values lie, as the keys of cells have it after the measure. */
const placeIn = (values: ReadonlyMap<string, Json>): string =>
  placeFields
    .map((field) => between + (field === "restricted" ? values.get(field) === true : textIn(values, field)))
    .join("");

function textIn(values: ReadonlyMap<string, Json>, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}

function standingIn(
  count: Count,
  values: ReadonlyMap<string, Json>,
  pan: Pan,
  isOpening: boolean,
): Standing | undefined {
  const day = textIn(values, "on" in count ? count.on : "dueOn");
  const isElsewhere = "on" in count && count.in?.includes(textIn(values, stateName)) === false;
  if (day === "" || isElsewhere) return undefined;
  const summed = "on" in count && count.sum !== undefined ? values.get(count.sum) : undefined;
  const sum = typeof summed === "number" ? BigInt(Math.round(summed * 100)) : 0n;
  return { day, pan, sum, isOpening };
}

/** A count stands on its own day. A due day is overdue from the day after it, or from the day of the act where that comes later. */
function dayCounted(count: Count, { day }: Standing, dayOfAct: Day, isOpening: boolean): Day {
  if ("on" in count) return day;
  return dayOfAct > day && !isOpening ? dayOfAct : dayAfter(day);
}

const dayAfter = remembering(daysRemembered, (day) => addDays(day, 1));

const knownInHour = remembering(daysRemembered, (hour) => dayInShanghai(`${hour}:00:00Z`));

/** The day of an instant of a line, which is told in UTC: Asia/Shanghai is whole hours ahead. */
const knownOn = (instant: string): Day => knownInHour(instant.slice(0, "YYYY-MM-DDTHH".length));

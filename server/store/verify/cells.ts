import { hash, randomBytes } from "node:crypto";
import { addDays, type Day, dayInShanghai } from "../../../core/calendar/day.ts";
import type { Json } from "../../../core/ledger/canonical.ts";
import type { LineBody } from "../../../core/ledger/line.ts";
import { type Count, presentName, type Register } from "../../../core/register/register.ts";
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
  add(cell: Cell, sign: 1 | -1): void;
  /** The measure, county and day of each sum in which the two sides differ. */
  differing(): readonly string[];
}

interface Cell {
  /** Measure, county and day. */
  readonly bucket: string;
  /** Measure, region, sector, organisation and level. */
  readonly place: string;
  readonly known: Day;
  readonly count: bigint;
  /** In hundredths. */
  readonly sum: bigint;
}

function newScales(): Scales {
  const secret = randomBytes(16).toString("hex");
  // Remembered, as most places and days have many cells.
  const drawFor = remembering(50_000, (text) =>
    Buffer.from(hash("sha256", `${secret}\n${text}`), "hex").readBigUInt64BE(0),
  );
  const yuan = drawFor("sum");
  const sums = new Map<string, bigint>();
  return {
    add({ bucket, place, known, count, sum }, sign) {
      const told = sum === 0n ? count : count + sum * yuan;
      const weight = told * drawFor(place) * drawFor(known);
      const before = sums.get(bucket) ?? 0n;
      sums.set(bucket, sign === 1 ? before + weight : before - weight);
    },
    differing: () => [...sums].flatMap(([bucket, sum]) => (sum === 0n ? [] : [bucket])).sort(),
  };
}

/** A recount of what the lines of entries say, to be held against the stored cells. */
export interface Recount {
  add(register: Register, bodies: readonly LineBody[]): void;
  compare(tx: Queryable, batchRows: number, onBatch: () => Promise<void>, faults: FaultLog): Promise<void>;
}

export function newRecount(): Recount {
  const scales = newScales();
  return {
    add: (register, bodies) => recount(register, bodies, scales.add),
    async compare(tx, batchRows, onBatch, faults) {
      await eachCopied(tx, { statement: storedCells, batchRows, onBatch }, (row) =>
        scales.add(cellOf(row), -1),
      );
      for (const what of scales.differing()) faults.add({ fault: "cells-differ", what });
    },
  };
}

// No name or code has such a sign in it.
const between = "\x1f";

const storedCells = `select concat_ws(' ', measure, left(region, 6), day),
    concat_ws(E'\\x1f', measure, region, sector, organisation, level), known_day, count, sum * 100 from cell`;

/** Parts of a cent, and what is no number, come from no act: a sum that no recount gives. */
const neverCounted = 1n << 200n;

function cellOf(row: string): Cell {
  const [bucket = "", place = "", known = "", count = "", sum = ""] = row.split("\t");
  return { bucket, place, known, count: BigInt(count), sum: sum === "0" ? 0n : centsOf(sum) };
}

function centsOf(text: string): bigint {
  const cents = /^(-?\d+)(?:\.0*)?$/.exec(text)?.[1];
  return cents === undefined ? neverCounted : BigInt(cents);
}

/** Where an entry counts, as the keys of cells have it. */
interface Place {
  readonly county: string;
  readonly text: string;
}

const noPlace: Place = { county: "", text: "" };

/** What an entry adds to one count from one of its lines until another changes it. */
interface Standing {
  readonly day: Day;
  readonly place: Place;
  readonly sum: bigint;
  /** The first line of the run through which it stands. */
  readonly isOpening: boolean;
}

/**
 * Counts anew from the lines alone, by the runs of lines through which a value and its place stand, where the product writes the
 * difference that each act makes: a run counts once from its first line, and is taken back by the line that ends it.
 */
function recount(register: Register, bodies: readonly LineBody[], add: Scales["add"]): void {
  const readers = readersOf(register);
  const standing = new Map<ReadCount, Standing>();
  const values = new Map<string, Json>();
  let place = noPlace;
  for (const [at, { changes, day, at: instant }] of bodies.entries()) {
    const touched = new Set<ReadCount>();
    for (const [written, value] of Object.entries(changes)) {
      const name = presentName(register, written);
      const readBy = readers.get(name);
      if (readBy === undefined) continue;
      values.set(name, value);
      for (const count of readBy) touched.add(count);
    }
    if (touched.size === 0) continue;
    place = placeIn(values, place);
    for (const count of touched) {
      const { measure, declared } = count;
      const was = standing.get(count);
      const is = standingIn(declared, values, place, at === 0);
      if (was?.day === is?.day && was?.place === is?.place && was?.sum === is?.sum) continue;
      const tell = ({ place, sum }: Standing, counted: Day, sign: 1 | -1) => {
        const bucket = `${measure} ${place.county} ${counted}`;
        add({ bucket, place: measure + place.text, known: knownOn(instant), count: 1n, sum }, sign);
      };
      if (was !== undefined) tell(was, dayCounted(declared, was, day, false), -1);
      if (is !== undefined) tell(is, dayCounted(declared, is, day, is.isOpening), 1);
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

const placeFields = ["region", "sector", "organisation", "level"] as const;

const fieldsCounted = (count: Count): readonly string[] =>
  "on" in count ? [count.on, ...(count.sum === undefined ? [] : [count.sum])] : ["dueOn"];

/** Where the values lie: the place before where they have not moved, so that two are the same only if they are one. */
function placeIn(values: ReadonlyMap<string, Json>, before: Place): Place {
  const text = placeFields.map((field) => between + textIn(values, field)).join("");
  return text === before.text ? before : { county: textIn(values, "region").slice(0, 6), text };
}

function textIn(values: ReadonlyMap<string, Json>, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}

function standingIn(
  count: Count,
  values: ReadonlyMap<string, Json>,
  place: Place,
  isOpening: boolean,
): Standing | undefined {
  const day = textIn(values, "on" in count ? count.on : "dueOn");
  if (day === "") return undefined;
  const summed = "on" in count && count.sum !== undefined ? values.get(count.sum) : undefined;
  const sum = typeof summed === "number" ? BigInt(Math.round(summed * 100)) : 0n;
  return { day, place, sum, isOpening };
}

/** A count stands on its own day. A due day is overdue from the day after it, or from the day of the act where that comes later. */
function dayCounted(count: Count, { day }: Standing, dayOfAct: Day, isOpening: boolean): Day {
  if ("on" in count) return day;
  return dayOfAct > day && !isOpening ? dayOfAct : dayAfter(day);
}

const dayAfter = remembering(10_000, (day) => addDays(day, 1));

const knownInHour = remembering(10_000, (hour) => dayInShanghai(`${hour}:00:00Z`));

/** The day of an instant of a line, which is told in UTC: Asia/Shanghai is whole hours ahead. */
const knownOn = (instant: string): Day => knownInHour(instant.slice(0, "YYYY-MM-DDTHH".length));

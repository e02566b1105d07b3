import { hash, randomBytes } from "node:crypto";
import { addDays, type Day, dayInShanghai } from "../../../core/calendar/day.ts";
import type { Json } from "../../../core/ledger/canonical.ts";
import type { LineBody } from "../../../core/ledger/line.ts";
import { type Count, presentName, type Register } from "../../../core/register/register.ts";
import type { Queryable } from "../database.ts";
import { eachRow } from "./cursor.ts";
import type { FaultLog } from "./fault-log.ts";

/**
 * Compares signed counts that are told in any order and in any number of parts, by measure × place × day × day of knowledge, without
 * holding them: each is multiplied with secret numbers drawn for its place and its day of knowledge and added up by measure, county and
 * day. Two sides of which a single key differs agree with a chance of about 2⁻⁶² (Schwartz–Zippel), also for whoever chose the difference.
 */
interface Scales {
  add(side: 1 | -1, cell: Cell): void;
  /** The measure, county and day of each sum in which the two sides differ. */
  differing(): readonly string[];
}

interface Cell {
  readonly measure: string;
  readonly region: string;
  readonly sector: string;
  readonly organisation: string;
  readonly level: string;
  readonly day: Day;
  readonly known: Day;
  readonly count: bigint;
  /** In hundredths. */
  readonly sum: bigint;
}

function newScales(): Scales {
  const drawFor = newDraw();
  const yuan = drawFor("sum");
  const sums = new Map<string, bigint>();
  return {
    add(side, { measure, region, sector, organisation, level, day, known, count, sum }) {
      const place = [measure, region, sector, organisation, level].join("\n");
      const weight = (count + sum * yuan) * drawFor(place) * drawFor(known);
      const bucket = `${measure} ${region.slice(0, 6)} ${day}`;
      sums.set(bucket, (sums.get(bucket) ?? 0n) + BigInt(side) * weight);
    },
    differing: () => [...sums].flatMap(([bucket, sum]) => (sum === 0n ? [] : [bucket])).sort(),
  };
}

const drawnRemembered = 50_000;

/** A secret number of 64 bits for each text, the same whenever it is asked. Remembered, as most places have many cells. */
function newDraw(): (text: string) => bigint {
  const secret = randomBytes(16).toString("hex");
  const drawn = new Map<string, bigint>();
  return (text) => {
    const known = drawn.get(text);
    if (known !== undefined) return known;
    if (drawn.size >= drawnRemembered) drawn.clear();
    const number = hash("sha256", `${secret}\n${text}`, "buffer").readBigUInt64BE(0);
    drawn.set(text, number);
    return number;
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
    add: (register, bodies) => recount(register, bodies, (cell) => scales.add(1, cell)),
    async compare(tx, batchRows, onBatch, faults) {
      const statement = `select concat_ws(E'\\n', measure, region, sector, organisation, level, day, known_day) as key,
        count, (sum * 100)::text as sum from cell`;
      await eachRow<StoredCell>(tx, { name: "cells", statement, batchRows, onBatch }, (row) =>
        scales.add(-1, cellOf(row)),
      );
      for (const what of scales.differing()) faults.add({ fault: "cells-differ", what });
    },
  };
}

interface StoredCell {
  readonly key: string;
  readonly count: number;
  readonly sum: string;
}

/** Parts of a cent, and what is no number, come from no act: a sum that no recount gives. */
const neverCounted = 1n << 200n;

function cellOf({ key, count, sum }: StoredCell): Cell {
  const [measure = "", region = "", sector = "", organisation = "", level = "", day = "", known = ""] =
    key.split("\n");
  const cents = /^(-?\d+)(?:\.0*)?$/.exec(sum)?.[1];
  return {
    measure,
    region,
    sector,
    organisation,
    level,
    day,
    known,
    count: BigInt(count),
    sum: cents === undefined ? neverCounted : BigInt(cents),
  };
}

/** What an entry adds to one count from one of its lines until another changes it. */
interface Standing {
  readonly day: Day;
  readonly region: string;
  readonly sector: string;
  readonly organisation: string;
  readonly level: string;
  readonly sum: bigint;
  /** The first line of the run through which it stands. */
  readonly isOpening: boolean;
}

/**
 * Counts anew from the lines alone, by the runs of lines through which a value and its place stand, where the product writes the
 * difference that each act makes: a run counts once from its first line, and is taken back by the line that ends it.
 */
function recount(register: Register, bodies: readonly LineBody[], count: (cell: Cell) => void): void {
  const counts = countsOf(register);
  const standing = new Map<string, Standing>();
  const values = new Map<string, Json>();
  for (const [at, { changes, day, at: instant, state }] of bodies.entries()) {
    const changed = new Set<string>();
    if (values.get(stateName) !== state) changed.add(stateName);
    values.set(stateName, state);
    for (const [written, value] of Object.entries(changes)) {
      const name = presentName(register, written);
      values.set(name, value);
      changed.add(name);
    }
    let known: Day | undefined;
    for (const { name, measure, declared, reads } of counts) {
      if (!reads.some((field) => changed.has(field))) continue;
      const was = standing.get(name);
      const is = standingIn(declared, values, at === 0);
      if (sameStanding(was, is)) continue;
      known ??= dayInShanghai(instant);
      const common = { measure, known };
      if (was !== undefined)
        count({ ...common, ...was, day: dayCounted(declared, was, day, false), count: -1n, sum: -was.sum });
      if (is !== undefined)
        count({ ...common, ...is, day: dayCounted(declared, is, day, is.isOpening), count: 1n });
      if (is === undefined) standing.delete(name);
      else standing.set(name, is);
    }
  }
}

/** A count of a register with the fields of which it is made: a line that changes none of them leaves it standing. */
interface ReadCount {
  readonly name: string;
  readonly measure: string;
  readonly declared: Count;
  readonly reads: readonly string[];
}

const countsByRegister = new WeakMap<Register, readonly ReadCount[]>();

function countsOf(register: Register): readonly ReadCount[] {
  const known = countsByRegister.get(register);
  if (known !== undefined) return known;
  const counts = Object.entries(register.counts).map(([name, declared]) => ({
    name,
    measure: `${register.name}.${name}`,
    declared,
    reads: [...placeFields, ...fieldsCounted(declared)],
  }));
  countsByRegister.set(register, counts);
  return counts;
}

const placeFields = ["region", "sector", "organisation", "level"] as const;

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

function standingIn(
  count: Count,
  values: ReadonlyMap<string, Json>,
  isOpening: boolean,
): Standing | undefined {
  const textOf = (name: string): string => {
    const value = values.get(name);
    return typeof value === "string" ? value : "";
  };
  const day = textOf("on" in count ? count.on : "dueOn");
  const isElsewhere = "on" in count && count.in?.includes(textOf(stateName)) === false;
  if (day === "" || isElsewhere) return undefined;
  const summed = "on" in count && count.sum !== undefined ? values.get(count.sum) : undefined;
  return {
    day,
    region: textOf("region"),
    sector: textOf("sector"),
    organisation: textOf("organisation"),
    level: textOf("level"),
    sum: typeof summed === "number" ? BigInt(Math.round(summed * 100)) : 0n,
    isOpening,
  };
}

function sameStanding(one: Standing | undefined, other: Standing | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.day === other.day &&
    one.region === other.region &&
    one.sector === other.sector &&
    one.organisation === other.organisation &&
    one.level === other.level &&
    one.sum === other.sum
  );
}

/** A count stands on its own day. A due day is overdue from the day after it, or from the day of the act where that comes later. */
function dayCounted(count: Count, { day }: Standing, dayOfAct: Day, isOpening: boolean): Day {
  if ("on" in count) return day;
  return dayOfAct > day && !isOpening ? dayOfAct : addDays(day, 1);
}

import type { Fault } from "../../../core/ledger/faults.ts";
import { type HeldLine, type OpenSealed, verifyHistory } from "../../../core/ledger/history.ts";
import type { Digest, LineBody, SealedValue } from "../../../core/ledger/line.ts";
import { type Entry, placedOf, textValue } from "../../../core/register/entry.ts";
import { fold } from "../../../core/register/record.ts";
import type { Register } from "../../../core/register/register.ts";
import { partyPlaceOf } from "../../../core/scope/scope.ts";
import { type Row, rowOf } from "../row.ts";

/** A ledger line with its place: its position, or what is wrong with where it stands. */
export interface PlacedLine extends HeldLine {
  readonly entry: string;
  readonly register: string;
  readonly place: string;
}

/** All that the database holds of one entry. */
export interface Held {
  readonly id: string;
  readonly lines: readonly PlacedLine[];
  readonly values: readonly SealedValue[];
  readonly parties: readonly HeldParty[];
  readonly rows: readonly { readonly register: Register; readonly row: Row }[];
}

export interface HeldParty {
  readonly entry: string;
  /** Its other columns, as one text. */
  readonly party: string;
}

/**
 * Whether a sealed value may be gone: only where a later line says that the field was erased, in all versions before it. This is the
 * one place where that is decided; `erase_values` in the schema deletes by the same lines.
 */
const mayBeGone = (bodies: readonly LineBody[], version: number, field: string): boolean =>
  bodies.some(
    ({ version: later, changes }) =>
      later > version && Array.isArray(changes.erased) && changes.erased.includes(field),
  );

/** What came out of the check of one entry: its faults, and its lines; none where their chain is broken. */
export interface CheckedEntry {
  readonly faults: readonly Fault[];
  readonly bodies: readonly LineBody[];
}

/** Holds one entry against its own lines: chain, columns, sealed values, places, row and parties. */
export function checkEntry(held: Held, register: Register, digest: Digest, open: OpenSealed): CheckedEntry {
  const { id, lines, values } = held;
  const where = { register: register.name, entry: id };
  const history = verifyHistory(lines, values, mayBeGone, digest, open);
  const faults: Fault[] = [
    ...history.faults.map((fault) => ({
      ...where,
      position: positionOf(lines[fault.version - 1]),
      ...fault,
    })),
    ...placeFaults(lines).map((fault) => ({ ...where, ...fault })),
  ];
  const { bodies } = history;
  if (bodies.length === 0) return { faults, bodies };
  const last = { ...where, version: bodies.length, position: positionOf(lines.at(-1)) };
  const strange = bodies.find((body) => body.register !== register.name);
  if (strange !== undefined)
    faults.push({ ...where, version: strange.version, fault: "register-unknown", what: strange.register });
  const entry = fold(register, bodies, values);
  if (entry === undefined) return { faults, bodies };
  faults.push(...rowFaults(held, register, entry).map((fault) => ({ ...last, ...fault })));
  const parties = partyFault(held.parties, register, entry);
  if (parties !== undefined) faults.push({ ...last, fault: "parties-differ", what: parties });
  return { faults, bodies };
}

const positionOf = (line: PlacedLine | undefined): number | undefined =>
  line !== undefined && /^\d+$/.test(line.place) ? Number(line.place) : undefined;

const placeCodes: ReadonlyMap<string, Fault["fault"]> = new Map([
  ["none", "place-missing"],
  ["both", "placed-twice"],
  ["waits-otherwise", "waiting-differs"],
  ["leaf-differs", "leaf-differs"],
]);

/** Every line stands at one place of the tree, or waits for one; an entry's lines in the order of their versions. */
export function placeFaults(lines: readonly PlacedLine[]): readonly Fault[] {
  let last = -1;
  return lines.flatMap((line, at): Fault[] => {
    const version = at + 1;
    const code = placeCodes.get(line.place);
    if (code !== undefined) return [{ version, fault: code }];
    const position = positionOf(line);
    if (position === undefined) return [];
    const isInOrder = position > last;
    last = position;
    return isInOrder ? [] : [{ version, position, fault: "leaf-order" }];
  });
}

function rowFaults({ rows, lines }: Held, register: Register, entry: Entry): readonly Fault[] {
  const own = rows.filter((held) => held.register === register);
  const [first] = own;
  if (first === undefined || rows.length !== 1)
    return [{ fault: first === undefined ? "entry-missing" : "entry-differs", what: "id" }];
  const expected = rowOf(register, entry, lines.at(-1)?.hash ?? "");
  const differing = Object.keys(first.row).find((column) => !sameValue(first.row[column], expected[column]));
  return differing === undefined ? [] : [{ fault: "entry-differs", what: differing }];
}

/** Whether a column holds the value that the fold gives; a column without one is null. */
const sameValue = (stored: unknown, expected: unknown): boolean => sameJson(stored ?? null, expected ?? null);

/** Whether two values have the same canonical text, of which neither is written. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [members, expected] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return (
    members.length === expected.size &&
    members.every(([name, member]) => expected.has(name) && sameJson(member, expected.get(name)))
  );
}

/** The parties that the entry names, one text each, as the statement that reads them writes it. */
function partyFault(held: readonly HeldParty[], register: Register, entry: Entry): string | undefined {
  const placed = placedOf(register, entry);
  const openedOn = textValue(entry.values, "openedOn") ?? "";
  const named = placed.parties.map((party) => {
    const { own, county, sector } = partyPlaceOf(party, placed);
    return [party.organisation, party.as, register.name, openedOn, own, county, sector].join("\n");
  });
  const stored = held.map(({ party }) => party);
  const differing =
    named.find((party) => !stored.includes(party)) ?? stored.find((party) => !named.includes(party));
  return differing?.split("\n")[1] ?? (named.length === stored.length ? undefined : "");
}

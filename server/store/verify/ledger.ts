import { readOrUndefined, type SealedValue } from "../../../core/ledger/line.ts";
import type { Register } from "../../../core/register/register.ts";
import { registerNamed, registers } from "../../../core/registers/index.ts";
import { digestOf } from "../digests.ts";
import { installationRegister } from "../found.ts";
import type { Row } from "../row.ts";
import { tableOf } from "../tables.ts";
import type { Recount } from "./cells.ts";
import { type Cursor, openCursor } from "./cursor.ts";
import { checkEntry, type Held, type HeldParty, type PlacedLine, placeFaults } from "./entry.ts";
import { checkFiles } from "./files.ts";
import type { InstallationCheck } from "./installation.ts";
import type { Numbers } from "./numbers.ts";
import type { Verifying } from "./verifying.ts";

/** What the check of the ledger gathers for the checks that come after it. */
export interface Gathering {
  readonly recount: Recount;
  readonly numbers: Numbers;
  readonly installation: InstallationCheck;
}

/**
 * Goes through everything that is kept by entry, side by side and in the order of the entries' ids: lines with their places, sealed
 * values, parties and rows. What has no line of its own is found by the same walk. Returns how many entries and lines there are.
 */
export async function checkLedger(verifying: Verifying, gathering: Gathering) {
  const { batchRows, onBatch, tx } = verifying;
  const reading = { batchRows, onBatch };
  const lines = await openCursor<PlacedLine>(
    tx,
    { ...reading, name: "lines", statement: linesByEntry },
    entryOf,
  );
  const values = await openCursor<SealedValue>(
    tx,
    { ...reading, name: "sealed", statement: valuesByEntry },
    entryOf,
  );
  const parties = await openCursor<HeldParty>(
    tx,
    { ...reading, name: "parties", statement: partiesByEntry },
    entryOf,
  );
  const tables = await openTables(verifying);
  const all: readonly Cursor<object>[] = [lines, values, parties, ...tables.map(({ rows }) => rows)];
  const counted = { entries: 0, lines: 0 };
  for (;;) {
    for (const cursor of all) if (!cursor.filled) await cursor.fill();
    const id = firstOf(all);
    if (id === undefined) break;
    const held: Held = {
      id,
      lines: lines.take(id),
      values: values.take(id),
      parties: parties.take(id),
      rows: tables.flatMap(({ register, rows }) => rows.take(id).map((row) => ({ register, row }))),
    };
    counted.entries += held.rows.length;
    counted.lines += held.lines.length;
    await checkHeld(verifying, gathering, held);
  }
  for (const cursor of all) await cursor.close();
  return counted;
}

const entryOf = ({ entry }: { readonly entry: string }): string => entry;

function firstOf(cursors: readonly Cursor<object>[]): string | undefined {
  let first: string | undefined;
  for (const { next } of cursors)
    if (next !== undefined && (first === undefined || next < first)) first = next;
  return first;
}

const openTables = async ({ tx, batchRows, onBatch }: Verifying) => {
  const opened: { readonly register: Register; readonly rows: Cursor<Row> }[] = [];
  for (const register of registers) {
    const name = `rows_of_${tableOf(register)}`;
    const statement = `select * from ${tableOf(register)} order by id`;
    const rows = await openCursor<Row>(tx, { name, statement, batchRows, onBatch }, ({ id }) => String(id));
    opened.push({ register, rows });
  }
  return opened;
};

// The columns and the place are put together here: a value less for each line to carry over is a tenth of the time.
const linesByEntry = `select l.entry, l.register, l.text, l.hash,
    concat_ws(E'\\n', l.entry, l.version, l.register, l.act, l.actor,
      to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.day, l.prev_hash) as columns,
    case
      when f.position is null and u.entry is null then 'none'
      when f.position is not null and u.entry is not null then 'both'
      when f.position is null then case when u.hash = l.hash and u.at = l.at then 'waits' else 'waits-otherwise' end
      when f.hash <> l.hash then 'leaf-differs'
      else f.position::text
    end as place
  from ledger l
  left join leaf f on f.entry = l.entry and f.version = l.version
  left join unsequenced u on u.entry = l.entry and u.version = l.version
  order by l.entry, l.version`;

// Those of the audit log are held against its own lines.
const valuesByEntry = `select entry, version, field, salt, value from value v
  where not exists (select 1 from audit a where a.entry = v.entry and a.version = v.version)
  order by entry, version, field`;

const partiesByEntry = `select entry,
    concat_ws(E'\\n', organisation, role, register, opened_on, own::text, county, sector) as party
  from party order by entry`;

async function checkHeld(verifying: Verifying, gathering: Gathering, held: Held): Promise<void> {
  const { faults, options } = verifying;
  const [line] = held.lines;
  const name = line?.register ?? held.rows[0]?.register.name;
  if (line !== undefined && name === installationRegister) return gathering.installation.check(held);
  const register = name === undefined ? undefined : registerNamed(name);
  if (line === undefined || register === undefined) return checkWithoutRegister(verifying, held, name);
  const { faults: found, bodies } = checkEntry(held, register, digestOf(options.algorithm), verifying.open);
  for (const fault of found) faults.add(fault);
  // A line that was touched is one fault: what still can be read of the others counts, or all counts would seem wrong with it.
  const told =
    bodies.length > 0 ? bodies : held.lines.flatMap(({ text }) => readOrUndefined(text)?.body ?? []);
  const [opening] = told;
  if (opening === undefined) return;
  gathering.recount.add(register, told);
  if (!gathering.numbers.add(register, opening))
    faults.add({ fault: "number-of-no-series", register: register.name, entry: held.id });
  await checkFiles(verifying, register.name, held);
}

/** What stands there without lines, or with lines of a register that nobody declared. */
function checkWithoutRegister({ faults }: Verifying, held: Held, register: string | undefined): void {
  const where = { register, entry: held.id };
  if (held.lines.length > 0) {
    faults.add({ ...where, version: 1, fault: "register-unknown", what: register });
    for (const fault of placeFaults(held.lines)) faults.add({ ...where, ...fault });
  }
  if (held.lines.length === 0 && held.rows.length > 0) faults.add({ ...where, fault: "entry-without-lines" });
  for (const { version, field } of held.values)
    faults.add({ ...where, version, fault: "value-without-commitment", what: field });
  if (held.parties.length > 0) faults.add({ ...where, fault: "parties-differ" });
}

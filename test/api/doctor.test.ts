import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readCheckpoint } from "../../core/ledger/checkpoint.ts";
import { readNote, verifierKeyText } from "../../core/ledger/note.ts";
import { examine } from "../../server/commands/doctor.ts";
import { type Check, carryOut, type Reported } from "../../server/doctor/check.ts";
import { checks } from "../../server/doctor/checks.ts";
import {
  clock,
  ledgerRights,
  officerCertificates,
  rowSecurity,
  schema,
  sequencerBacklog,
} from "../../server/doctor/database.ts";
import {
  auditMonthsAhead,
  cosigned,
  erasures,
  handings,
  signedCheckpoint,
  verification,
} from "../../server/doctor/evidence.ts";
import { postgresVersion } from "../../server/doctor/software.ts";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { readSettings } from "../../server/settings.ts";
import { sha256, signerWith } from "../../server/signing.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardFound();
  await world.sequenced();
});

const settings = readSettings({});
const minute = 60_000;

/** What a check finds after a statement, which is undone again. `now` is a little after the last line, unless said otherwise. */
async function foundAfter(
  statement: string,
  check: Check,
  now?: Date,
  set = settings,
): Promise<Reported | undefined> {
  const tx = await world.owner.connect();
  try {
    await tx.query("begin");
    await tx.query(statement);
    const [found] = await carryOut(check, { settings: set, now: now ?? world.clock.now }, tx);
    return found;
  } finally {
    await tx.query("rollback");
    tx.release();
  }
}

const untouched = "select 1";

test.each([postgresVersion, schema, ledgerRights, rowSecurity, sequencerBacklog])(
  "$name is well in a database as it should be",
  async (check) => {
    expect(await foundAfter(untouched, check)).toMatchObject({ state: "ok" });
  },
);

test.each<[string, Check, string, string]>([
  [
    "a role that may update the ledger",
    ledgerRights,
    "grant update on ledger to zhiben_commit",
    "UPDATE ledger",
  ],
  [
    "a role that may update a column of it",
    ledgerRights,
    "grant update (hash) on ledger to zhiben_request",
    "UPDATE ledger",
  ],
  ["a role that may delete from it", ledgerRights, "grant delete on leaf to zhiben_commit", "DELETE leaf"],
  ["a role that may empty it", ledgerRights, "grant truncate on ledger to public", "TRUNCATE ledger"],
  [
    "a trigger that is off",
    ledgerRights,
    "alter table ledger disable trigger ledger_only_grows",
    "ledger: trigger off",
  ],
  [
    "a role that no policy binds",
    ledgerRights,
    "alter role zhiben_request bypassrls",
    "zhiben_request superuser/bypassrls",
  ],
  [
    "a role that is gone",
    ledgerRights,
    "alter role zhiben_commit rename to zhiben_elsewhere",
    "zhiben_commit",
  ],
  [
    "row-level security that is off",
    rowSecurity,
    "alter table entry_hazard disable row level security",
    "entry_hazard",
  ],
  [
    "a policy that lets all through",
    rowSecurity,
    "alter policy request_reads on ledger using (true)",
    "ledger",
  ],
  ["a second policy that does", rowSecurity, "create policy more on value for select using (true)", "value"],
  ["a table without a policy", rowSecurity, "drop policy request_reads on notice", "notice"],
  ["a column that somebody added", schema, "alter table person add column remark text", "remark"],
  ["an index that somebody dropped", schema, "drop index notice_once", "notice_once"],
  [
    "a schema of a newer program",
    schema,
    "insert into schema_version (number, name, hash) values (999, '', '')",
    "999",
  ],
])("%s is a fault that is named", async (_, check, statement, named) => {
  const found = await foundAfter(statement, check);
  expect(found).toMatchObject({ state: "fault", remedy: { zh: expect.any(String), en: expect.any(String) } });
  expect(found?.words.en).toContain(named);
});

test("an older schema is a warning: the next start brings it up to date", async () => {
  const statement = "delete from schema_version where number = (select max(number) from schema_version)";
  expect(await foundAfter(statement, schema)).toMatchObject({ state: "warning" });
});

test.each<[string, number, string]>([
  ["with the database's", 0, "ok"],
  ["half a minute before it", -0.5 * minute, "warning"],
  ["an hour after it", 60 * minute, "fault"],
])("a clock %s", async (_, apart, state) => {
  const { rows } = await world.owner.query<{ now: Date }>("select now() as now");
  const now = new Date((rows[0]?.now.getTime() ?? 0) + apart);
  expect(await foundAfter(untouched, clock, now)).toMatchObject({ state });
});

test("a clock that is behind the last line is a fault", async () => {
  const found = await foundAfter(untouched, clock, new Date(world.clock.now.getTime() - 60 * minute));
  expect(found).toMatchObject({ state: "fault", words: { en: expect.stringContaining("in the future") } });
});

test("lines that wait long are a warning, lines that wait briefly are not", async () => {
  const waiting =
    "insert into unsequenced (entry, version, at, hash) select entry, version, at, hash from ledger";
  const later = (minutes: number) => new Date(world.clock.now.getTime() + minutes * minute);
  expect(await foundAfter(waiting, sequencerBacklog, later(0))).toMatchObject({ state: "ok" });
  expect(await foundAfter(waiting, sequencerBacklog, later(10))).toMatchObject({ state: "warning" });
});

test("certificates that ran out or soon will are counted, and nobody is named", async () => {
  const found = await foundAfter(
    "update person set certificate_to = '2026-04-30' where username in ('lin', 'wang')",
    officerCertificates,
  );
  expect(found).toMatchObject({ state: "warning" });
  expect(found?.words.en).toBe("1 have run out, 2 do within 60 days");
  const valid = "update person set certificate_to = '2028-12-31' where certificate_to is not null";
  expect(await foundAfter(valid, officerCertificates)).toMatchObject({ state: "ok" });
});

async function folderOfItsOwn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-doctor-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a database that cannot be reached is a fault, and the machine is examined all the same", async () => {
  const unreachable = readSettings({
    ZHIBEN_DATA: await folderOfItsOwn(),
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  });
  const [database, ...others] = await examine(unreachable, new Date());
  expect(database).toMatchObject({ name: "database", state: "fault" });
  const machine = checks.filter((check) => check.of === "machine").map(({ name }) => name);
  expect(others.map(({ name }) => name)).toEqual(machine);
});

test("a folder without an installation is a fault, and none is founded in it", async () => {
  const ZHIBEN_DATA = await folderOfItsOwn();
  const [database] = await examine(readSettings({ ZHIBEN_DATA }), new Date());
  expect(database).toMatchObject({ name: "database", state: "fault" });
  const again = await examine(readSettings({ ZHIBEN_DATA }), new Date());
  expect(again[0]).toMatchObject({ state: "fault" });
});

test("a database that answers is examined whole", async () => {
  const { host, port, user, password, database } = world.connection;
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const reported = await examine(
    readSettings({ ZHIBEN_DATA: await folderOfItsOwn(), DATABASE_URL }),
    new Date(),
  );
  expect(reported.map(({ name }) => name)).toEqual(["database", ...checks.map(({ name }) => name)]);
});

const verifiedWith = (faults: number) =>
  `insert into verification (id, at, lines, faults, first)
    select gen_random_uuid(), max(at), count(*), ${faults}, null from ledger`;
const later = (hours: number) => new Date(world.clock.now.getTime() + hours * 60 * minute);

test.each<[string, string, number, string]>([
  ["that never was", untouched, 0, "warning"],
  ["of an hour ago", verifiedWith(0), 1, "ok"],
  ["of three days ago", verifiedWith(0), 72, "warning"],
  ["that found faults", verifiedWith(2), 1, "fault"],
])("a verification %s", async (_, statement, hours, state) => {
  expect(await foundAfter(statement, verification, later(hours))).toMatchObject({ state });
});

const signedToTheEnd = `insert into checkpoint (size, root, note, at)
  select max(position) + 1, '', '', now() from leaf`;

test.each<[string, string, number, string]>([
  ["are yet to be signed", untouched, 0, "ok"],
  ["have waited two hours for a signature", untouched, 2, "warning"],
  ["were signed, however long ago", signedToTheEnd, 1_000, "ok"],
])("lines that %s", async (_, statement, hours, state) => {
  const statements = `set local session_replication_role = replica; delete from checkpoint; ${statement}`;
  expect(await foundAfter(statements, signedCheckpoint, later(hours))).toMatchObject({ state });
});

test("a handing that fails is a warning which says to whom and why", async () => {
  const failing = `insert into handing (recipient, next_at, failures, problem)
    values ('province.example/w', now(), 3, 'HTTP 502')`;
  expect(await foundAfter(untouched, handings)).toMatchObject({ state: "ok" });
  const found = await foundAfter(failing, handings);
  expect(found).toMatchObject({ state: "warning", words: { en: "province.example/w ×3: HTTP 502" } });
});

test("a witness that has not cosigned for a day is named, unless there was nothing new to cosign", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-witnesses-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "witnesses.json");
  const witness = verifierKeyText(
    signerWith("province.example/w", "ed25519-cosignature", "44".repeat(32)).key,
    sha256,
  );
  await writeFile(file, JSON.stringify({ witnesses: [{ name: "省厅", key: witness }] }));
  const witnessed = readSettings({ ZHIBEN_WITNESSES: file });
  const { note } = await signCheckpoint(world.services);
  const size = readCheckpoint(readNote(note)?.text ?? "")?.size ?? 0;
  const cosign = (of: number) =>
    `insert into cosignature (size, key, line, at) values (${of}, '${witness}', '', '2031-01-01T00:00:00Z')`;
  const [soon, late] = [new Date("2031-01-01T23:00:00Z"), new Date("2031-01-02T01:00:00Z")];
  expect(await foundAfter(untouched, cosigned)).toMatchObject({ state: "ok" });
  const found = (statement: string, now: Date) => foundAfter(statement, cosigned, now, witnessed);
  expect(await found(untouched, soon)).toMatchObject({ words: { en: "省厅 never signed" } });
  expect(await found(cosign(size - 1), soon)).toMatchObject({ state: "ok" });
  expect(await found(cosign(size - 1), late)).toMatchObject({
    state: "warning",
    words: { en: "省厅 signed last 25 h ago" },
  });
  expect(await found(cosign(size), late)).toMatchObject({ state: "ok" });
});

test("a month of the audit log that is not made ahead is named", async () => {
  const made = "select make_audit_month($$2031-05-10$$), make_audit_month($$2031-06-10$$)";
  const may = new Date("2031-05-15T00:00:00Z");
  expect(await foundAfter(made, auditMonthsAhead, may)).toMatchObject({ state: "ok" });
  const june = new Date("2031-06-15T00:00:00Z");
  const found = await foundAfter(made, auditMonthsAhead, june);
  expect(found).toMatchObject({ state: "warning", words: { en: "Not made: 2031-07" } });
});

test("an erasure that is not cleared away within a day is a warning", async () => {
  const erasing =
    "insert into unfinished_erasure (entry, version) select entry, max(version) from ledger group by entry limit 1";
  expect(await foundAfter(erasing, erasures, later(1))).toMatchObject({ state: "ok" });
  expect(await foundAfter(erasing, erasures, later(25))).toMatchObject({ state: "warning" });
});

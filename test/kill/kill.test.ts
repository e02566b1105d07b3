import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { newRandom } from "../../bench/random.ts";
import { dayInShanghai } from "../../core/calendar/day.ts";
import type { Pool } from "../../server/store/database.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { cellsByDay, readStandings, recountByDay } from "../support/recount.ts";
import { newHome, type RunningServer, startServer } from "../support/running-server.ts";
import { type Desk, type Log, newWorker, type Sent, work } from "./workers.ts";

const kills = Number(process.env.KILLS ?? 24);
const workersAtOnce = 12;
const leastInFlight = 8;
const wholeEvery = 6;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;
let desks: readonly Desk[];

beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder);
  desks = [await deskOf("safety", "principal"), await deskOf("safety2", "principal2")];
});

afterAll(async () => {
  await server.stop();
  await home.remove();
});

const session = z.object({ post: z.object({ organisation: z.object({ id: z.string() }) }) });

async function deskOf(safetyName: string, principalName: string): Promise<Desk> {
  const [safety, principal] = [await signIn(safetyName), await signIn(principalName)];
  return {
    cookies: { safety: safety.cookie, principal: principal.cookie },
    enterprise: safety.organisation,
    today: dayInShanghai(Date.now()),
  };
}

async function signIn(username: string): Promise<{ cookie: string; organisation: string }> {
  const response = await fetch(`${server.address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: "zhiben-demo" }),
  });
  const { post } = session.parse(await response.json());
  return {
    cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "",
    organisation: post.organisation.id,
  };
}

test(`${kills} times killed in the midst of acts, the product loses no acknowledged act and keeps no half of one`, async () => {
  const dice = newRandom(seed);
  const log: Log = { acknowledged: [], inDoubt: [] };
  const workers = Array.from({ length: workersAtOnce }, (_, at) => newWorker(at % 2 ? desk(0) : desk(1)));
  const found = { done: 0, notDone: 0 };
  let fewestInFlight = workersAtOnce;
  for (let count = 0; count < kills; count += 1) {
    const doubtful = log.inDoubt.length;
    const working = workers.map((worker) => work(worker, server.address, log));
    // By acts and not by the clock, so that a slow machine is killed amid as much work as a fast one.
    const enough = log.acknowledged.length + 10 + dice.below(30);
    await vi.waitUntil(() => log.acknowledged.length >= enough, { timeout: 60_000, interval: 5 });
    await after(dice.below(30));
    fewestInFlight = Math.min(fewestInFlight, workers.filter(({ waiting }) => waiting).length);
    await server.kill(dice.below(2) === 0 ? "server" : "database");
    await Promise.all(working);
    server = await startServer(home.folder);
    const owner = server.openOwner();
    try {
      await expectNoHalves(owner);
      // What was broken stays so, as nothing is written over: whatever a kill breaks is found by the next look at everything.
      if (count % wholeEvery === wholeEvery - 1 || count === kills - 1) await expectWhole(owner);
      expect(await missingOf(owner, log.acknowledged)).toEqual([]);
      const lost = await missingOf(owner, log.inDoubt.slice(doubtful));
      found.notDone += lost.length;
      found.done += log.inDoubt.length - doubtful - lost.length;
    } finally {
      await owner.end();
    }
  }
  console.info(
    `kills ${kills}, seed ${seed}: acknowledged ${log.acknowledged.length} and all found, in doubt ${log.inDoubt.length} ` +
      `(found ${found.done}, not found ${found.notDone}), fewest in flight ${fewestInFlight}`,
  );
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(fewestInFlight).toBeGreaterThanOrEqual(leastInFlight);
  expect(log.acknowledged.length).toBeGreaterThanOrEqual(kills * 10);
});

function desk(at: number): Desk {
  const found = desks[at];
  if (found === undefined) throw new Error("Nobody sits there");
  return found;
}

/** Of some acts, those of which no line stands in the ledger. */
async function missingOf(owner: Pool, sent: readonly Sent[]): Promise<readonly Sent[]> {
  const { rows } = await owner.query<{ line: string }>(
    "select entry || '/' || version || '/' || act as line from ledger where entry = any($1::uuid[])",
    [[...new Set(sent.map(({ entry }) => entry))]],
  );
  const lines = new Set(rows.map(({ line }) => line));
  return sent.filter(({ entry, version, act }) => !lines.has(`${entry}/${version}/${act}`));
}

/** The whole ledger holds, and every figure is what a recount comes to. */
async function expectWhole(owner: Pool): Promise<void> {
  const { faults } = await verifyLedger(owner, "sha256", () => undefined);
  expect(faults).toEqual([]);
  expect(await cellsByDay(owner)).toEqual(recountByDay(await readStandings(owner)));
}

/** Everything that an act writes is there for every line, and nothing is there without one. */
async function expectNoHalves(owner: Pool): Promise<void> {
  for (const [what, statement] of Object.entries(halves)) {
    const { rows } = await owner.query(statement);
    expect(rows, what).toEqual([]);
  }
}

const halves = {
  "a line that neither waits nor has a position, or both": `select l.entry, l.version from ledger l
    left join leaf f using (entry, version) left join unsequenced u using (entry, version)
    where (f.position is null) = (u.version is null)`,
  "a gap in the positions": `select position from (select position, row_number() over (order by position) - 1 as place from leaf) f
    where position <> place`,
  "a commitment without its value": `select l.entry, l.version, c.key from ledger l
    cross join lateral jsonb_each(l.text::jsonb -> 'changes') c
    left join value v on v.entry = l.entry and v.version = l.version and v.field = c.key
    where c.value ? 'commitment' and jsonb_typeof(c.value) = 'object' and v.entry is null`,
  "a value without its line": `select v.entry from value v left join ledger l using (entry, version)
    left join audit a using (entry, version) where l.entry is null and a.entry is null`,
  "an entry whose finder is not its party": `select e.id from entry_hazard e where not exists (
    select 1 from party p where p.entry = e.id and p.role = 'foundByOrganisation')`,
  "a party without its entry": `select p.entry from party p left join entry e on e.id = p.entry where e.id is null`,
  "a notice without its entry": `select n.entry from notice n left join entry e on e.id = n.entry where e.id is null`,
  "a key without its entry": `select r.key from repeated_request r left join entry e on e.id = r.entry where e.id is null`,
};

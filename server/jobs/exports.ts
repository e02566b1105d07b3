import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import type { ExportFault } from "../../core/exchange/export-faults.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type ListExport, type OpenedExport, openExport } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { exportParameters } from "../list-query.ts";
import type { Services } from "../services.ts";
import { recordApart } from "../store/audit.ts";
import { parametersOn } from "../store/campaign.ts";
import { inTransaction } from "../store/database.ts";
import {
  advanceExport,
  claimExport,
  endExport,
  failExport,
  forgetExports,
  returnExport,
  type StoredExport,
} from "../store/exports.ts";
import { actorInPost } from "../store/people.ts";
import { runJob } from "./run-job.ts";

/** An export that cannot be made, for a reason that the person is told. */
class CannotExport extends Error {
  readonly fault: ExportFault;
  constructor(fault: ExportFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Nobody wants the export any more, or the product stops over it. */
class GivenUp extends Error {}

/**
 * Makes the next export that waits, as the person who asked for it, by what they may see now. One of a server that died over it is
 * made anew. Whether there may be another.
 */
async function makeNextExport(services: Services, isStopping: () => boolean): Promise<boolean> {
  const wanted = await inTransaction(services.pool, undefined, claimExport);
  return wanted !== undefined && makeExport(services, wanted, isStopping);
}

/** Makes an export that this server holds; whether it may go on to another. Throws on what the operator must look at. */
export async function makeExport(
  services: Services,
  wanted: StoredExport,
  isStopping: () => boolean = () => false,
): Promise<boolean> {
  const { pool, clock } = services;
  try {
    await make(services, wanted, isStopping);
  } catch (error) {
    await services.exports.files.remove(wanted.id);
    if (error instanceof GivenUp) {
      await inTransaction(pool, undefined, (tx) => returnExport(tx, wanted.id));
      return !isStopping();
    }
    const fault = faultOf(error);
    await inTransaction(pool, undefined, (tx) => failExport(tx, wanted.id, fault, clock()));
    if (fault === "broken") throw error;
  }
  return true;
}

function faultOf(error: unknown): ExportFault {
  if (error instanceof CannotExport) return error.fault;
  if (error instanceof HttpProblem) return "list-unknown";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT" ? "disk-full" : "broken";
}

async function make(services: Services, wanted: StoredExport, isStopping: () => boolean): Promise<void> {
  const { files } = services.exports;
  const { actor, opened } = await open(services, wanted, isStopping);
  const { bytes, name, total: rows } = opened;
  try {
    const kept = await files.keep(wanted.id, bytes);
    const at = services.clock();
    await inTransaction(services.pool, undefined, async (tx) => {
      if (!(await endExport(tx, wanted.id, { name, rows, ...kept }, at))) throw new GivenUp();
      await recordApart(tx, services.algorithm, actor, happened(wanted, opened), at);
    });
  } finally {
    await opened.end();
  }
}

const happened = ({ id, register, format }: StoredExport, { filter, columns, total }: OpenedExport) =>
  ({ event: "listExported", facts: { register, filter, columns, rows: total, format, export: id } }) as const;

async function open(services: Services, wanted: StoredExport, isStopping: () => boolean) {
  const { pool, clock } = services;
  const now = clock();
  const [register, asked] = [registerNamed(wanted.register), exportParameters.safeParse(wanted.asked)];
  // What an earlier release put in line and this one does not know any more.
  if (register === undefined || !asked.success) throw new CannotExport("list-unknown");
  const actor = await actorInPost(pool, wanted.person, wanted.post, dayInShanghai(now));
  if (actor === undefined) throw new CannotExport("post-ended");
  if (!(await services.exports.files.hasRoom())) throw new CannotExport("disk-full");
  const { form = "plain", ...address } = asked.data;
  const progress = progressOf(services, wanted, isStopping);
  const list: ListExport = { register, format: wanted.format, form, asked: address, actor, now };
  const opened = await openExport(services, list, (rows) => progress(rows, opened.total));
  return { actor, opened };
}

const progressEveryMs = 500;
const roomEveryRows = 100_000;

/** Tells now and then how far it is, and whether it is still wanted. */
function progressOf({ pool, exports }: Services, { id }: StoredExport, isStopping: () => boolean) {
  let [told, looked] = [0, 0];
  return async (rows: number, total: number): Promise<void> => {
    if (isStopping()) throw new GivenUp();
    if (rows - looked >= roomEveryRows) {
      looked = rows;
      if (!(await exports.files.hasRoom())) throw new CannotExport("disk-full");
    }
    if (performance.now() - told < progressEveryMs) return;
    told = performance.now();
    if (!(await inTransaction(pool, undefined, (tx) => advanceExport(tx, id, { rows, total }))))
      throw new GivenUp();
  };
}

/** Forgets the exports whose time is over, and removes the files that belong to none. */
export async function tendExports({ pool, campaign, clock, exports }: Services): Promise<void> {
  const now = clock();
  const keepDays = parametersOn(campaign, dayInShanghai(now)).numbers["export.keep.for"] ?? 0;
  const before = new Date(`${addDays(dayInShanghai(now), -keepDays)}T00:00:00+08:00`);
  const kept = await inTransaction(pool, undefined, (tx) => forgetExports(tx, before));
  await exports.files.keepOnly(kept);
}

const lookEveryMs = 15_000;

/** Makes exports one after the other, as they are asked for and whatever another server left. */
export function startExports(
  services: Services,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let isStopping = false;
  let running: Promise<unknown> = Promise.resolve();
  const round = async () => {
    let more = true;
    while (more && !isStopping)
      await runJob(
        services,
        "export",
        async () => {
          more = false;
          more = await makeNextExport(services, () => isStopping);
        },
        onError,
      );
  };
  const again = () => {
    running = running.then(round);
  };
  services.exports.onWake(again);
  const timer = setInterval(again, lookEveryMs);
  again();
  return {
    async stop() {
      clearInterval(timer);
      isStopping = true;
      await running;
    },
  };
}

import { limits } from "../../core/limits.ts";
import { workOn } from "../exchange/import/work.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/database.ts";
import { forgetImports, giveBack, leaseImport } from "../store/imports.ts";
import { runJob } from "./run-job.ts";

/** Looks also without a ring: another server may have died over an import. */
const everyMs = 10_000;

/** Works on imports, one after the other, whoever asked for them on whichever server. */
export function startImporting(
  services: Services,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopping = false;
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running.then(() => runJob(services, "import", workOnAll, onError));
  };
  const workOnAll = async () => {
    while (!stopping) {
      const now = services.clock();
      const one = await inTransaction(services.pool, undefined, (tx) =>
        leaseImport(tx, now, limits.importLeaseSeconds),
      );
      if (one === undefined) return;
      const finished = await workOn({ services, isStopping: () => stopping }, one);
      if (!finished) await inTransaction(services.pool, undefined, (tx) => giveBack(tx, one.id));
    }
  };
  services.imports.onRing(look);
  const timer = setInterval(look, everyMs);
  look();
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Takes away imports at rest of which nobody will ask any more, and their files. Returns how many files went. */
export async function dropOldImports({ pool, clock, imports }: Services): Promise<number> {
  const before = new Date(clock().getTime() - limits.importKeptDays * 86_400_000);
  const hashes = await inTransaction(pool, undefined, (tx) => forgetImports(tx, before));
  for (const hash of hashes) await imports.files.remove(hash);
  return hashes.length;
}

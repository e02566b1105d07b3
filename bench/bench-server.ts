import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataFolder } from "../server/store/data-folder.ts";
import { startEmbedded } from "../server/store/embedded/index.ts";

/** A PostgreSQL on which databases may be created. */
export interface BenchServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server in `DATABASE_URL`, or one of our own that leaves nothing behind. */
export async function openBenchServer(): Promise<BenchServer> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) return { url: given, close: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
  const data = await openDataFolder(dataDir);
  const embedded = await startEmbedded({ dataDir, onProgress: () => undefined });
  const { host, port, user, password, database } = embedded.connection;
  const account = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const place = `host=${encodeURIComponent(host)}&port=${port}`;
  return {
    url: `postgresql://${account}@localhost/${database}?${place}`,
    async close() {
      await embedded.stop();
      await data.close();
      for (const folder of [embedded.location, dataDir]) await rm(folder, { recursive: true, force: true });
    },
  };
}

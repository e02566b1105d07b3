import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Words } from "../../../core/words.ts";
import { inWords, requireFreeSpace } from "../data-folder.ts";
import { lockFile } from "../folder-lock.ts";
import { findBinaries } from "./binaries.ts";
import { createCluster, refuseOtherVersion } from "./cluster.ts";
import { stopLeftover } from "./leftover.ts";
import { choosePlace, type Place, readyBinaries } from "./place.ts";
import { clusterInUse, clusterMissing, notAnswering } from "./problems.ts";
import { readRecord, writeRecord, writeWhole } from "./record.ts";
import { connectionTo, type Server, startServer, stopServer } from "./server.ts";

/** A PostgreSQL of our own that is running and answers on a socket. */
export interface EmbeddedDatabase {
  readonly connection: {
    /** The private folder of the socket. */
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** As PostgreSQL tells it, for example `18.4`. */
  readonly version: string;
  /** The folder that the database and all that belongs to it lie in; outside the data folder where that is shut to its user. */
  readonly location: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly onProgress: (words: Words) => void;
}

/**
 * Starts the embedded PostgreSQL of a data folder that `openDataFolder` opened, creating the cluster the first time. Whatever an
 * earlier process left running is stopped first; what it had acknowledged is there. Throws a StartProblem in words.
 */
export async function startEmbedded({ dataDir, onProgress }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = await realpath(dataDir);
  const place = await inWords(folder, () => choosePlace(folder, onProgress));
  const { home, cluster } = place;
  // Locked besides the data folder: a copied data folder may name the cluster of the one it was copied from.
  const lock = await inWords(home, async () => lockFile(join(home, "postgres.lock")));
  if (lock === undefined) throw clusterInUse(cluster);
  try {
    const password = await readPassword(folder);
    const server = await runCluster(folder, place, password, onProgress);
    let stopping: Promise<void> | undefined;
    return {
      connection: connectionTo(server.socketFolder, password),
      version: server.version,
      location: home === folder ? cluster : home,
      stop() {
        stopping ??= stopServer(server).finally(() => lock.release());
        return stopping;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** How to reach the database of a data folder on which the product runs at this moment, in another process. */
export async function runningConnection(dataDir: string): Promise<EmbeddedDatabase["connection"]> {
  const { cluster = "" } = (await readRecord(dataDir)) ?? {};
  const processFile = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [, , , , socketFolder = ""] = processFile.split("\n");
  if (socketFolder === "") throw notAnswering(dataDir);
  return connectionTo(socketFolder, await readPassword(dataDir));
}

async function runCluster(
  folder: string,
  place: Place,
  password: string,
  onProgress: (words: Words) => void,
): Promise<Server> {
  const { home, cluster, created } = place;
  if (existsSync(cluster)) {
    await refuseOtherVersion(cluster);
    await stopLeftover(cluster);
  } else if (created) {
    throw clusterMissing(cluster);
  }
  const native = await inWords(home, async () => readyBinaries(await findBinaries(), place));
  if (!existsSync(cluster)) {
    onProgress({ zh: "正在创建数据库", en: "Creating the database" });
    await inWords(home, async () => {
      await requireFreeSpace(home);
      await writeRecord(folder, { cluster, created: false });
      await createCluster(native, place, password);
    });
  }
  if (!created) await writeRecord(folder, { cluster, created: true });
  return startServer({ native, place, password, onProgress });
}

/** The name of the password's file among the keys. It belongs to the cluster, not to what stands in it. */
export const passwordFile = "database-password";

/** The password that only this installation knows, drawn when it is founded. */
async function readPassword(folder: string): Promise<string> {
  const keys = join(folder, "keys");
  const file = join(keys, passwordFile);
  if (existsSync(file)) return readFile(file, "utf8");
  await mkdir(keys, { recursive: true, mode: 0o700 });
  const drawn = randomBytes(24).toString("base64url");
  await writeWhole(file, drawn);
  return drawn;
}

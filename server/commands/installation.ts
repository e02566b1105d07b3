import { join } from "node:path";
import type { Words } from "../../core/words.ts";
import type { Settings } from "../settings.ts";
import { openDataFolder } from "../store/data-folder.ts";
import { type DatabaseOptions, openOwnerPool, type Pool } from "../store/database.ts";
import { runningConnection, startEmbedded } from "../store/embedded/index.ts";
import { type Installation, isFounded, readInstallation } from "../store/found.ts";
import { StartProblem } from "../store/start-problem.ts";

/** A database that a command works on, and the folders beside it. */
export interface OpenDatabase {
  readonly connection: DatabaseOptions["connection"];
  readonly filesFolder: string;
  readonly keysFolder: string;
  /** Whether a running Zhiben holds the data folder; then the command is a guest on its database. */
  readonly running: boolean;
  readonly owner: Pool;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name: the one of `DATABASE_URL`, or the embedded one of the data folder. Where the product
 * runs on that folder, its database is joined; else it is started for as long as the command takes. Throws a StartProblem.
 */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> {
  const folders = { filesFolder: join(dataDir, "files"), keysFolder: join(dataDir, "keys") };
  const reached =
    databaseUrl === undefined
      ? await embedded(dataDir)
      : { connection: { connectionString: databaseUrl }, running: false, close: async () => undefined };
  const owner = openOwnerPool({ connection: reached.connection });
  return {
    ...folders,
    ...reached,
    owner,
    async close() {
      await owner.end();
      await reached.close();
    },
  };
}

/**
 * Opens the place into which something is to be restored, and holds it for this process alone: its data folder, and its database
 * as above. Throws a StartProblem where a running Zhiben holds it.
 */
export async function openPlace({ databaseUrl, dataDir }: Settings, onProgress: (words: Words) => void) {
  const folder = await openDataFolder(dataDir);
  try {
    const database =
      databaseUrl === undefined
        ? await startEmbedded({ dataDir, onProgress })
        : { connection: { connectionString: databaseUrl }, stop: async () => undefined };
    const owner = openOwnerPool({ connection: database.connection });
    const close = async () => {
      await owner.end();
      await database.stop();
      await folder.close();
    };
    return { owner, dataDir: folder.path, close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

/** What the database is; a StartProblem where nothing has been founded in it. */
export async function requireInstallation(owner: Pool): Promise<Installation> {
  const installation = (await isFounded(owner)) ? await readInstallation(owner) : undefined;
  if (installation !== undefined) return installation;
  throw new StartProblem("no-installation", {
    zh: "此处没有治本系统的数据",
    en: "There is no installation here",
  });
}

async function embedded(dataDir: string) {
  const folder = await openDataFolder(dataDir).catch((error: unknown) => {
    if (error instanceof StartProblem && error.code === "data-folder-in-use") return undefined;
    throw error;
  });
  if (folder === undefined)
    return {
      connection: await runningConnection(dataDir),
      running: true,
      close: async () => undefined,
    };
  try {
    const database = await startEmbedded({ dataDir, onProgress: () => undefined });
    const close = async () => {
      await database.stop();
      await folder.close();
    };
    return { connection: database.connection, running: false, close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataFolder } from "../store/data-folder.ts";
import { openOwnerPool } from "../store/database.ts";
import { startEmbedded } from "../store/embedded/index.ts";
import { migrate } from "../store/migrate.ts";
import { dumpSchema } from "../store/schema.ts";

/** The schema that the migrations make, dumped from an embedded database that stands for a second. */
export async function migratedSchema(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-schema-"));
  const data = await openDataFolder(folder);
  try {
    const embedded = await startEmbedded({ dataDir: folder, onProgress: () => undefined });
    const owner = openOwnerPool(embedded);
    try {
      await migrate(owner);
      return await dumpSchema(owner);
    } finally {
      await owner.end();
      await embedded.stop();
    }
  } finally {
    await data.close();
    await rm(folder, { recursive: true, force: true });
  }
}

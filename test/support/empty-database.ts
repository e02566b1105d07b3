import { inject, onTestFinished } from "vitest";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { createDatabase, dropDatabase } from "./test-database.ts";

let count = 0;

/** A database without any schema, with the owner's rights; `onEnd` says whether it ends with the test or with the file. */
export async function emptyDatabase(
  onEnd: (end: () => Promise<void>) => void = onTestFinished,
): Promise<Pool> {
  const server = inject("server");
  count += 1;
  const database = `${inject("template").replace(/_template$/, "")}_empty_${process.pid}_${count}`;
  await createDatabase(server, database);
  const owner = openOwnerPool({ connection: { ...server, database } });
  onEnd(async () => {
    await owner.end();
    await dropDatabase(server, database);
  });
  return owner;
}

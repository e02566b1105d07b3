import { DatabaseSync } from "node:sqlite";

/** A lock that this process holds until it releases it or ends, however it ends. */
export interface FolderLock {
  /** Does nothing the second time. */
  release(): void;
}

/** SQLite's result code for a lock that somebody else holds. */
const busy = 5;

/**
 * Locks `file`, making it empty where it is missing; undefined when it is locked already, be it by this process. The kernel
 * holds the lock and drops it with its process, so nothing can be left behind, no reused process id can deceive, and two
 * starts at once cannot both have it. Node offers such locks through SQLite alone. A lock file with a process id was rejected:
 * two containers that share the folder do not see each other's processes. Nothing else may open the file in this process: by
 * POSIX, closing it would drop the lock.
 */
export function lockFile(file: string): FolderLock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
  return { release: () => (database.isOpen ? database.close() : undefined) };
}

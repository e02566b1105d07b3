import type { World } from "./world.ts";

/** Locks of the database under which those work who place lines and who sum cells by month. */
const locks = { sequencer: 727002, rolling: 727003 } as const;

/** Holds such locks, so that whoever works under them waits, until they are released. One connection for all: the owner has two. */
export async function hold({ owner }: World, ...held: (keyof typeof locks)[]): Promise<() => Promise<void>> {
  const holder = await owner.connect();
  for (const name of held) await holder.query("select pg_advisory_lock($1)", [locks[name]]);
  return async () => {
    await holder.query("select pg_advisory_unlock_all()");
    holder.release();
  };
}

import type { Pool } from "./database.ts";

/**
 * Takes cells since the last time up into the sums of the months. Figures are right whether it runs or not; it keeps few the cells
 * that each of them reads beside the months. One server at a time. Returns how many it took.
 */
export async function rollCells(pool: Pool): Promise<number> {
  const tx = await pool.connect();
  try {
    await tx.query("begin; set local role zhiben_commit");
    const { rows } = await tx.query<{ taken: number }>(
      "select case when pg_try_advisory_xact_lock(727003) then roll_cells() else 0 end as taken",
    );
    await tx.query("commit");
    return rows[0]?.taken ?? 0;
  } catch (error) {
    await tx.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
}

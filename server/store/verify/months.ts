import type { Queryable } from "../database.ts";
import type { FaultLog } from "./fault-log.ts";

/**
 * Holds what figures are read from, the sums of the months and the cells that these have not taken up yet, against the cells: of
 * both depths, each sum on its own, so that one wrong sum is not made good by another.
 */
export async function checkMonths(tx: Queryable, faults: FaultLog): Promise<void> {
  const { rows } = await tx.query<{ what: string }>(
    `with depth(depth) as (values (6::smallint), (9::smallint)),
      told as (
        select depth, measure, month, region, sector, park, level, kind, restricted, count, sum from cell_month
        union all
        select depth, measure, ${monthOf}, left(region, depth), sector, park, level, kind, restricted, count, sum
        from cell_fresh cross join depth
        union all
        select depth, measure, month, region, sector, park, level, kind, restricted, -count, -sum from (
          select depth, measure, ${monthOf} as month, left(region, depth) as region, sector, park, level, kind, restricted,
            sum(count) as count, sum(sum) as sum
          from cell cross join depth group by 1, 2, 3, 4, 5, 6, 7, 8, 9) counted)
    select distinct concat_ws(' ', measure, region, month) as what from (
      select measure, region, month from told group by depth, measure, month, region, sector, park, level, kind, restricted
      having sum(count) <> 0 or sum(sum) <> 0) wrong order by 1 limit 100`,
  );
  for (const { what } of rows) faults.add({ fault: "month-differs", what });
}

const monthOf = "date_trunc('month', day::timestamp)::date";

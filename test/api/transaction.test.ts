import { beforeAll, expect, test } from "vitest";
import { becomeCommitter, inAnsweringTransaction, type Transaction } from "../../server/store/database.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

async function drawn(series: string): Promise<number> {
  const { rows } = await world.owner.query<{ drawn: number }>(
    "select drawn from number_series where series = $1",
    [series],
  );
  return rows[0]?.drawn ?? 0;
}

const write = (series: string) => async (tx: Transaction) => {
  await becomeCommitter(tx);
  await tx.query("insert into number_series (series, drawn) values ($1, 7)", [series]);
  return series;
};

test("what the answer reads leaves with the commit and sees what was written", async () => {
  const read = async (tx: Transaction, series: string) => {
    const { rows } = await tx.query<{ drawn: number }>("select drawn from number_series where series = $1", [
      series,
    ]);
    return rows[0]?.drawn;
  };
  expect(await inAnsweringTransaction(world.services.pool, undefined, write("told"), read)).toBe(7);
  expect(await drawn("told")).toBe(7);
});

test("where a statement of the answer fails, nothing is committed, and the connection is of use again", async () => {
  const failing = inAnsweringTransaction(world.services.pool, undefined, write("untold"), (tx) =>
    tx.query("select 1 / 0"),
  );
  await expect(failing).rejects.toThrow(/division by zero/);
  expect(await drawn("untold")).toBe(0);
  const { rows } = await world.services.pool.query<{ role: string }>("select current_user as role");
  expect(rows[0]?.role).toBe("zhiben_request");
});

test("a statement that is sent after the commit is outside the transaction and may write nothing", async () => {
  const late = inAnsweringTransaction(world.services.pool, undefined, write("late"), async (tx) => {
    await tx.query("select 1");
    await tx.query("insert into number_series (series, drawn) values ('later', 1)");
  });
  await expect(late).rejects.toThrow(/permission denied/);
  expect(await drawn("later")).toBe(0);
});

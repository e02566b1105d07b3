import type { SealedValue } from "../../core/ledger/line.ts";
import type { Queryable } from "./database.ts";

/** Where a sealed value is kept. */
export type PlaceOfValue = Pick<SealedValue, "entry" | "version" | "field">;

/** The sealed values at some places, as they are kept; what was erased is absent. */
export async function readValuesAt(
  db: Queryable,
  places: readonly PlaceOfValue[],
): Promise<readonly SealedValue[]> {
  const { rows } = await db.query<SealedValue>({
    name: "values-at",
    text: `select v.entry, v.version, v.field, v.salt, v.value from value v
      join unnest($1::uuid[], $2::integer[], $3::text[]) as p(entry, version, field)
        on v.entry = p.entry and v.version = p.version and v.field = p.field`,
    values: [
      places.map(({ entry }) => entry),
      places.map(({ version }) => version),
      places.map(({ field }) => field),
    ],
  });
  return rows;
}

/** Some of the values that are encrypted otherwise than by a key, after a place, in the order of their places; with the owner's rights. */
export async function valuesNotUnder(
  db: Queryable,
  key: string,
  after: PlaceOfValue | undefined,
  limit: number,
): Promise<readonly SealedValue[]> {
  const { rows } = await db.query<SealedValue>(
    `select entry, version, field, salt, value from value
      where jsonb_typeof(value) = 'object' and value ->> 'key' <> $1 and (entry, version, field) > ($2, $3, $4)
      order by entry, version, field limit $5 for update`,
    [
      key,
      after?.entry ?? "00000000-0000-0000-0000-000000000000",
      after?.version ?? 0,
      after?.field ?? "",
      limit,
    ],
  );
  return rows;
}

/** Puts other envelopes in the place of some; the values in them stay what they were. */
export async function exchangeEnvelopes(db: Queryable, values: readonly SealedValue[]): Promise<void> {
  await db.query(
    `update value v set value = n.value
      from unnest($1::uuid[], $2::integer[], $3::text[], $4::jsonb[]) as n(entry, version, field, value)
      where v.entry = n.entry and v.version = n.version and v.field = n.field`,
    [
      values.map(({ entry }) => entry),
      values.map(({ version }) => version),
      values.map(({ field }) => field),
      values.map(({ value }) => JSON.stringify(value)),
    ],
  );
}

/** How many values each data key encrypts. */
export async function countByKey(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ key: string; count: number }>(
    `select value ->> 'key' as key, count(*) from value where jsonb_typeof(value) = 'object' group by 1`,
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

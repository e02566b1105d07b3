import { concernsOf } from "../../core/register/concerns.ts";
import type { Step } from "../../core/register/decide.ts";
import { textValue } from "../../core/register/entry.ts";
import type { Queryable } from "./database.ts";

/** Puts what was just decided into the lists of those whom it concerns; where it stands there already, it stays. */
export async function writeConcerns(tx: Queryable, steps: readonly Step[]): Promise<void> {
  const concerns = steps.flatMap((step) => concernsOf(step).map((concern) => ({ ...concern, step })));
  if (concerns.length === 0) return;
  await tx.query({
    name: "join-lists",
    // In one order, so that two batches never wait for each other.
    text: `insert into concern (organisation, kind, who, register, opened_on, entry)
      select distinct organisation, kind collate "C", who collate "C", register collate "C", opened_on, entry
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::uuid[])
          as c (organisation, kind, who, register, opened_on, entry)
      order by 1, 2, 3, 4, 5, 6 on conflict do nothing`,
    values: [
      concerns.map(({ organisation }) => organisation),
      concerns.map(({ kind }) => kind),
      concerns.map(({ who }) => who),
      concerns.map(({ step }) => step.register.name),
      concerns.map(({ step }) => textValue(step.after.values, "openedOn")),
      concerns.map(({ step }) => step.after.id),
    ],
  });
}

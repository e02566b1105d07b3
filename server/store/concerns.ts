import { concernsOf } from "../../core/register/concerns.ts";
import type { Step } from "../../core/register/decide.ts";
import { textValue } from "../../core/register/entry.ts";
import { arrayParameters } from "./array-parameters.ts";
import type { Queryable } from "./database.ts";

/** Puts what was just decided into the lists of those whom it concerns; where it stands there already, it stays. */
export async function writeConcerns(tx: Queryable, steps: readonly Step[]): Promise<unknown> {
  const concerns = [...new Map(steps.flatMap(listed).map((one) => [keyOf(one), one])).values()];
  const opened = new Set(steps.flatMap(({ before, after }) => (before.version === 0 ? after.id : [])));
  const [isNew, stood] = [
    concerns.filter(({ entry }) => opened.has(entry)),
    concerns.filter(({ entry }) => !opened.has(entry)),
  ];
  // What was opened just now stands in no list yet: without looking whether it does, a row takes a third of the time.
  return Promise.all([
    join(tx, "open-lists", isNew, ""),
    // In one order, so that two batches never wait for each other.
    join(
      tx,
      "join-lists",
      stood,
      `order by organisation, kind collate "C", who collate "C", register collate "C", opened_on, entry on conflict do nothing`,
    ),
  ]);
}

const listed = (step: Step) =>
  concernsOf(step).map(({ organisation, kind, who }) => ({
    organisation,
    kind,
    who,
    register: step.register.name,
    openedOn: textValue(step.after.values, "openedOn"),
    entry: step.after.id,
  }));

type Listed = ReturnType<typeof listed>[number];

const keyOf = ({ organisation, kind, who, entry }: Listed): string =>
  `${organisation} ${kind} ${who} ${entry}`;

async function join(tx: Queryable, name: string, concerns: readonly Listed[], how: string): Promise<unknown> {
  if (concerns.length === 0) return undefined;
  return tx.query({
    name,
    text: `insert into concern (organisation, kind, who, register, opened_on, entry)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::uuid[])
          as c (organisation, kind, who, register, opened_on, entry)
      ${how}`,
    values: arrayParameters([
      concerns.map(({ organisation }) => organisation),
      concerns.map(({ kind }) => kind),
      concerns.map(({ who }) => who),
      concerns.map(({ register }) => register),
      concerns.map(({ openedOn }) => openedOn),
      concerns.map(({ entry }) => entry),
    ]),
  });
}

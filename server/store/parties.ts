import { type Entry, placedOf, textValue } from "../../core/register/entry.ts";
import type { Register } from "../../core/register/register.ts";
import { partyPlaceOf } from "../../core/scope/scope.ts";
import { arrayParameters } from "./array-parameters.ts";
import { inOrder, type Transaction } from "./database.ts";

/** An entry as it was and as it is. */
interface Moved {
  readonly register: Register;
  readonly before: Entry;
  readonly entry: Entry;
}

/** Names who is a party to entries that were just written, and no longer names who is none any more. */
export async function writeParties(tx: Transaction, written: readonly Moved[]): Promise<unknown> {
  const changed = [...new Map(written.flatMap(partyChanges).map((party) => [keyOf(party), party])).values()];
  const come = changed.filter(({ gone }) => !gone);
  return inOrder([
    leaveParties(
      tx,
      changed.filter(({ gone }) => gone),
    ),
    // Of an entry that was opened just now nobody is a party yet: without looking whether they are, a row takes half of the time.
    joinParties(
      tx,
      "name-parties",
      come.filter(({ isNew }) => isNew),
      "",
    ),
    joinParties(
      tx,
      "join-parties",
      come.filter(({ isNew }) => !isNew),
      "on conflict do nothing",
    ),
  ]);
}

/** Who ceases to be a party and who becomes one. A party to an entry that moved elsewhere goes from one place and comes to the other. */
function partyChanges({ register, before, entry }: Moved) {
  const isNew = before.version === 0;
  const was = placedParties(register, before);
  const is = placedParties(register, entry);
  const sameIn = (parties: typeof was, one: (typeof was)[number]) =>
    parties.some((other) => JSON.stringify(other) === JSON.stringify(one));
  return [
    ...was.filter((party) => !sameIn(is, party)).map((party) => ({ ...party, gone: true, isNew: false })),
    ...is.filter((party) => !sameIn(was, party)).map((party) => ({ ...party, gone: false, isNew })),
  ];
}

/** What nobody is twice. */
const keyOf = ({ organisation, entry, as, gone }: PartyChanges[number]): string =>
  `${organisation} ${entry} ${as} ${gone}`;

function placedParties(register: Register, entry: Entry) {
  const { id, values } = entry;
  const placed = placedOf(register, entry);
  const openedOn = textValue(values, "openedOn");
  return placed.parties.map((party) => ({
    entry: id,
    register: register.name,
    openedOn,
    ...party,
    ...partyPlaceOf(party, placed),
  }));
}

type PartyChanges = ReturnType<typeof partyChanges>;

async function leaveParties(tx: Transaction, gone: PartyChanges): Promise<unknown> {
  if (gone.length === 0) return undefined;
  return tx.query({
    name: "leave-parties",
    text: `delete from party p using unnest($1::uuid[], $2::uuid[], $3::text[]) as g(organisation, entry, role)
      where p.organisation = g.organisation and p.entry = g.entry and p.role = g.role`,
    values: [
      gone.map((party) => party.organisation),
      gone.map((party) => party.entry),
      gone.map((party) => party.as),
    ],
  });
}

async function joinParties(
  tx: Transaction,
  name: string,
  come: PartyChanges,
  where: "" | "on conflict do nothing",
): Promise<unknown> {
  if (come.length === 0) return undefined;
  const places = placesOf(come);
  return tx.query({
    name,
    text: `with places as (
        insert into party_place (organisation, register, own, county, sector)
        select * from unnest($9::uuid[], $10::text[], $11::boolean[], $12::text[], $13::text[]) on conflict do nothing)
      insert into party (organisation, entry, role, register, opened_on, own, county, sector)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::boolean[], $7::text[], $8::text[])
      ${where}`,
    values: arrayParameters([
      come.map((party) => party.organisation),
      come.map((party) => party.entry),
      come.map((party) => party.as),
      come.map((party) => party.register),
      come.map((party) => party.openedOn),
      come.map((party) => party.own),
      come.map((party) => party.county),
      come.map((party) => party.sector),
      places.map((place) => place.organisation),
      places.map((place) => place.register),
      places.map((place) => place.own),
      places.map((place) => place.county),
      places.map((place) => place.sector),
    ]),
  });
}

/** Each place once, in one order, so that two batches never wait for each other. */
function placesOf(come: PartyChanges): PartyChanges {
  const places = new Map(
    come.map((party) => {
      const { organisation, register, own, county, sector } = party;
      return [`${organisation} ${register} ${own} ${county} ${sector}`, party] as const;
    }),
  );
  return [...places.keys()].sort().flatMap((key) => places.get(key) ?? []);
}

import type { RefusalCode } from "../../../core/refusals.ts";
import type { ActView, OfferedAct, RefusalView, RegisterView } from "../../api/types.ts";
import { actNamed } from "../words-of.ts";

export interface ClosedAct {
  readonly act: ActView;
  readonly refusal: RefusalView;
}

/** The acts of an entry as a page shows them. */
export interface Offer {
  /** What most likely comes next, if anything is open. */
  readonly primary: ActView | undefined;
  readonly open: readonly ActView[];
  /** Closed now, for a reason that this person should read. */
  readonly closed: readonly ClosedAct[];
  /** Open in other steps of the entry's life. */
  readonly elsewhere: readonly ActView[];
  /** Of personal data, apart from what moves the matter on: the open ones, and those that are closed for a reason. */
  readonly personal: { readonly open: readonly ActView[]; readonly closed: readonly ClosedAct[] };
}

const notMine: RefusalCode = "role-may-not";
const notNow: RefusalCode = "act-not-open-in-this-state";

/** Sorts what the server offered by what it said of each act; acts of other roles are left out, and what only says something. */
export function sortOffer(register: RegisterView, acts: readonly OfferedAct[], role: string): Offer {
  const mine = acts
    .map(({ name, refusal }) => ({ act: actNamed(register, name), refusal }))
    .filter(({ act, refusal }) => !act.remarks && refusal?.code !== notMine && act.by.includes(role));
  const named = mine.filter(({ act }) => !act.personalData);
  const personal = mine.filter(({ act }) => act.personalData);
  const elsewhere = named.filter(({ refusal }) => refusal?.code === notNow).map(({ act }) => act);
  const open = openOf(named);
  const leading = open.filter((act) => leadsOn(register, act));
  // What may be done over and over, as filling in a check, has been done where something else leads on as well.
  const primary = leading.find(({ from, to }) => !from.includes(to)) ?? leading[0];
  return {
    primary,
    open: open.filter((act) => act !== primary),
    closed: closedOf(named),
    elsewhere,
    personal: { open: openOf(personal), closed: closedOf(personal) },
  };
}

interface NamedAct {
  readonly act: ActView;
  readonly refusal: RefusalView | undefined;
}

const openOf = (named: readonly NamedAct[]): readonly ActView[] =>
  named.filter(({ refusal }) => refusal === undefined).map(({ act }) => act);

const closedOf = (named: readonly NamedAct[]): readonly ClosedAct[] =>
  named.flatMap(({ act, refusal }) =>
    refusal === undefined || refusal.code === notNow ? [] : [{ act, refusal }],
  );

/** Whether an act brings the entry on: it changes the step, and asks no reason as acts do that take something back. */
function leadsOn({ states }: RegisterView, { to, needs }: ActView): boolean {
  return states.some(({ name }) => name === to) && !needs.includes("reason");
}

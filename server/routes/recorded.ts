import type { Happened } from "../../core/ledger/audit.ts";
import type { Entry } from "../../core/register/entry.ts";
import type { Register } from "../../core/register/register.ts";
import { filterWords, type ListAddress } from "../exchange/write/filter-words.ts";
import { originOf } from "../http/origin.ts";
import type { SignedInVisit } from "../http/route.ts";
import { recordByToken, recordInSession } from "../store/audit.ts";
import { parametersOn } from "../store/campaign.ts";
import type { Transaction } from "../store/database.ts";

type Visit = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "request" | "token" | "now" | "actor"
>;

/**
 * Tells the audit log of something that a request does, in its transaction: what is not logged does not happen. The one way for
 * routes; which events there are stands in `core/ledger/audit.ts`.
 */
export const recordVisit = (
  tx: Transaction,
  { services, request, token = "", now, actor }: Visit,
  happened: Happened,
): Promise<void> => {
  const told = { ...happened, from: originOf(request) };
  return actor.token === undefined
    ? recordInSession(tx, services.algorithm, token, told, now)
    : recordByToken(tx, services.algorithm, actor, told, now);
};

/** An entry as events name it. */
export const ofEntry = ({ register, id, values }: Pick<Entry, "register" | "id" | "values">) => ({
  register,
  entry: id,
  number: values.number,
});

/** Tells of a page of a list with as many rows as the pack calls many; of a smaller one it says nothing. */
export async function recordListRead(
  tx: Transaction,
  visit: Visit & Pick<SignedInVisit<unknown, unknown, unknown>, "today">,
  register: Register,
  asked: ListAddress,
  rows: number,
): Promise<void> {
  // Each call of a token is told anyhow, with its rows.
  if (visit.actor.token !== undefined) return;
  const { campaign } = visit.services;
  const many = parametersOn(campaign, visit.today).numbers["audit.list.rows"];
  if (many === undefined || rows < many) return;
  const filter = await filterWords(tx, campaign, register, asked);
  await recordVisit(tx, visit, { event: "listRead", facts: { register: register.name, filter, rows } });
}

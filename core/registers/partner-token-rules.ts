import { addDays } from "../calendar/day.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import { mayRead } from "../register/rights.ts";
import { isRole } from "../scope/roles.ts";
import { partnerActs, partnerRegisters } from "./partner-offers.ts";
import type { PartnerTokenValues } from "./partner-token-fields.ts";

type Token = Attempt<PartnerTokenValues>;
type Rule = (attempt: Token) => Refusal | undefined;

/** No token is good for longer than this, whatever a pack says; days. */
const longestDays = 365;

/** A secret that nobody renews is lost sooner or later: `partner.token.within` of the pack, a year at most. */
export const endsInTime: Rule = ({ input: { validUntil }, facts, day }) => {
  if (validUntil === undefined) return undefined;
  if (validUntil < day)
    return refusal("token-ends-in-the-past", [{ field: "validUntil", code: "too-small" }]);
  const most = Math.min(facts.numbers["partner.token.within"] ?? longestDays, longestDays);
  return validUntil > addDays(day, most)
    ? refusal("token-valid-too-long", [{ field: "validUntil", code: "too-large" }])
    : undefined;
};

/** An act is done in a register that the token reads: who does it sees what came of it. */
export const actsOnlyWhereItReads: Rule = ({ input: { mayRead: reads = [], mayDo = [] } }) =>
  mayDo.some((name) => !reads.includes(partnerActs.get(name)?.register.name ?? ""))
    ? refusal("token-acts-unread", [{ field: "mayDo", code: "not-an-option" }])
    : undefined;

/** The table of rights gives a token what it gives the role, and never more. GB/T 22239-2019, 8.1.4.2. */
export const noMoreThanTheRole: Rule = ({ input: { role, mayRead: reads = [], mayDo = [] } }) => {
  if (role === undefined || !isRole(role)) return undefined;
  const unread = partnerRegisters.some((one) => reads.includes(one.name) && !mayRead(one, role));
  if (unread) return refusal("token-beyond-role", [{ field: "mayRead", code: "not-an-option" }]);
  return mayDo.some((name) => partnerActs.get(name)?.act.by.includes(role) !== true)
    ? refusal("token-beyond-role", [{ field: "mayDo", code: "not-an-option" }])
    : undefined;
};

/** GB/T 22239-2019, 8.1.7.2: a second person approves. A post may change hands; a person stays the same. */
export const notByWhoeverAsked: Rule = ({ entry, actor }) =>
  entry.values.requestedBy === actor.id ? refusal("requester-may-not-approve") : undefined;

/** The secret is shown to one person: whoever asked for the token and hands it to the partner. */
export const byWhoeverAsked: Rule = ({ entry, actor }) =>
  entry.values.requestedBy === actor.id ? undefined : refusal("not-the-requester");

/** The calendar ends it, and not before: until then it is revoked, with a reason. */
export const lastDayHasPassed: Rule = ({ entry: { values }, day }) =>
  values.validUntil !== undefined && values.validUntil < day ? undefined : refusal("token-not-over");

/** Nobody takes up what lets nobody in any more. */
export const stillValid: Rule = ({ entry: { values }, day }) =>
  values.validUntil !== undefined && values.validUntil < day ? refusal("token-over") : undefined;

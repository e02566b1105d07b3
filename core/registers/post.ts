import { addDays } from "../calendar/day.ts";
import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { heads } from "../scope/roles.ts";
import { keptByAdministrators } from "./kept-by-administrators.ts";
import { type PostValues, postFields } from "./post-fields.ts";
import { succeededByAnother, toSuccessor } from "./post-handover.ts";
import { postExchange } from "./post-headings.ts";
import {
  accountIsActive,
  administratorsStandApart,
  byTheConfirmingUnit,
  coversWhatItSees,
  endsNotBeforeItBegins,
  endsNotInThePast,
  grantedToAnother,
  inspectsWhatUnitSupervises,
  lastDayHasPassed,
  notByWhoeverGrantedIt,
  notByWhoeverHoldsIt,
  notHeldAlready,
  roleFitsUnit,
  roleStaysHeld,
  somebodyConfirms,
  unitStands,
} from "./post-rules.ts";

type Post = Attempt<PostValues>;

/** In these states it counts, from its first day to its last: one that has ended was held until then. */
export const whileHeld = ["confirmed", "ended", "noted"] as const;

/** Until its end is noted there is something to hand over. */
export const mayBeHandedOver = (state: string): boolean => state === "confirmed" || state === "ended";

const apart = {
  zh: "GB/T 22239-2019 8.1.4.2：由授权主体配置访问控制，管理用户权限分离",
  en: "GB/T 22239-2019, 8.1.4.2: whoever is charged grants access, and administrators are kept apart",
};
const twoPeople = {
  zh: "GB/T 22239-2019 8.1.7.2：岗位、系统变更等建立审批程序，由第二人确认",
  en: "GB/T 22239-2019, 8.1.7.2: a change of rights is approved, and by a second person",
};
const leaving = {
  zh: "GB/T 22239-2019 8.1.7.3：及时终止离岗人员的所有访问权限",
  en: "GB/T 22239-2019, 8.1.7.3: whoever leaves a post loses its access at once",
};

const granted = ["account", "role", "unit", "heldFrom"] as const;
const coverage = ["covers", "everySector", "sectors", "heldUntil"] as const;
const known = {
  entries: ["account"],
  organisations: ["unit"],
  others: ["account"],
} as const;
const fitting = [
  accountIsActive,
  unitStands,
  roleFitsUnit,
  coversWhatItSees,
  inspectsWhatUnitSupervises,
  endsNotBeforeItBegins,
  administratorsStandApart,
  notHeldAlready,
] as const;
const deciding = [byTheConfirmingUnit, notByWhoeverHoldsIt, notByWhoeverGrantedIt] as const;

/**
 * 任职: a role in an organisation, which is all that gives anybody rights. One administrator grants it, the head of the receiving unit
 * confirms it, and only then does it count. It is never changed: a transfer ends one post and grants another, so that what somebody
 * did stays in the capacity in which it was done.
 */
export const post: Register = defineRegister({
  name: "post",
  plural: "posts",
  words: { zh: "任职", en: "Post" },
  law: [apart, twoPeople],
  measures: [],
  fields: postFields,
  title: "holderName",
  list: ["number", "holderName", "role", "unit", "covers", "heldFrom", "heldUntil"],
  filters: ["account", "role", "unit", "covers"],
  keeping: { ...keptByAdministrators, unit: "unit", person: "account" },
  states: {
    awaiting: { words: { zh: "待确认", en: "To be confirmed" }, holder: "confirmingUnit", awaits: heads },
    confirmed: { words: { zh: "已确认", en: "Confirmed" } },
    declined: { words: { zh: "不予确认", en: "Declined" }, final: true },
    withdrawn: { words: { zh: "已撤回", en: "Withdrawn" }, final: true },
    ended: {
      words: { zh: "已卸任，待知悉", en: "Ended, to be noted" },
      holder: "confirmingUnit",
      awaits: heads,
    },
    noted: { words: { zh: "已卸任", en: "Ended" }, final: true },
  },
  acts: {
    grant: {
      words: { zh: "授权", en: "Grant a post" },
      law: [apart],
      from: "new",
      to: "awaiting",
      by: ["securityAdministrator"],
      needs: granted,
      takes: coverage,
      facts: { ...known, headedBy: { unit: "unit", besides: ["account"] } },
      checks: [grantedToAnother, ...fitting, somebodyConfirms],
      suggests: ({ day }) => ({ heldFrom: day }),
      sets: (attempt) => ({
        ...particulars(attempt),
        grantedBy: attempt.actor.id,
        confirmingUnit: attempt.facts.headedBy,
      }),
    },
    // The first administrators and heads of an installation: nobody is there yet who could grant or confirm.
    setUp: {
      words: { zh: "随系统设立任职", en: "Set up a post with the installation" },
      law: [apart],
      from: "new",
      to: "confirmed",
      by: ["system"],
      needs: granted,
      takes: coverage,
      facts: known,
      checks: fitting,
      sets: particulars,
    },
    // The county's approval of an enterprise's application is the confirmation by its supervising unit (decision 030).
    grantOnApplication: {
      words: { zh: "随企业注册任职", en: "Hold the post on an enterprise's application" },
      law: [apart, twoPeople],
      from: "new",
      to: "confirmed",
      by: ["system"],
      needs: granted,
      facts: known,
      checks: fitting,
      sets: (attempt) => ({
        ...particulars(attempt),
        confirmedBy: attempt.actor.id,
        confirmingUnit: attempt.facts.headedBy,
      }),
    },
    confirm: {
      words: { zh: "确认任职", en: "Confirm the post" },
      law: [twoPeople],
      from: ["awaiting"],
      to: "confirmed",
      by: heads,
      facts: { others: ["account"] },
      guards: deciding,
      checks: [administratorsStandApart, notHeldAlready],
      sets: ({ actor }) => ({ confirmedBy: actor.id }),
    },
    decline: {
      words: { zh: "不予确认", en: "Decline the post" },
      law: [twoPeople],
      from: ["awaiting"],
      to: "declined",
      by: heads,
      needs: ["reason"],
      guards: deciding,
    },
    withdraw: {
      words: { zh: "撤回授权", en: "Withdraw the grant" },
      law: [apart],
      from: ["awaiting"],
      to: "withdrawn",
      by: ["securityAdministrator"],
      needs: ["reason"],
    },
    // Taking rights away never waits for anybody: the head is told, and notes it.
    end: {
      words: { zh: "卸任", en: "End the post" },
      law: [leaving],
      from: ["confirmed"],
      to: "ended",
      by: ["securityAdministrator"],
      needs: ["endsFrom", "reason"],
      facts: { others: ["role", "unit"], headedBy: { unit: "unit", besides: ["account"] } },
      checks: [endsNotInThePast],
      warns: [roleStaysHeld],
      suggests: ({ day }) => ({ endsFrom: day }),
      sets: (attempt) => ({ heldUntil: lastDay(attempt), confirmingUnit: attempt.facts.headedBy }),
    },
    // One act for both, so that no work is left between: whoever leaves is out, and the successor waits for the head like anybody.
    handOver: {
      words: { zh: "移交给接任者", en: "Hand over to a successor" },
      law: [leaving, twoPeople],
      from: ["confirmed"],
      to: "ended",
      by: ["securityAdministrator"],
      needs: ["successor", "endsFrom", "reason"],
      facts: {
        entries: ["successor"],
        organisations: ["unit"],
        othersBy: { account: "successor" },
        headedBy: { unit: "unit", besides: ["account", "successor"] },
        newIds: true,
      },
      checks: [endsNotInThePast, succeededByAnother, somebodyConfirms],
      suggests: ({ day }) => ({ endsFrom: day }),
      sets: (attempt) => ({ heldUntil: lastDay(attempt), confirmingUnit: attempt.facts.headedBy }),
      follows: (attempt) => toSuccessor(() => post, attempt),
    },
    // By the same rules as any grant; what it is granted for is known from the post that ends.
    succeed: {
      words: { zh: "接任授权", en: "Grant to a successor" },
      law: [apart],
      from: "new",
      to: "awaiting",
      by: ["system"],
      needs: [...granted, "succeeds"],
      takes: coverage,
      facts: known,
      checks: [...fitting, somebodyConfirms],
      sets: (attempt) => ({
        ...particulars(attempt),
        grantedBy: attempt.actor.id,
        confirmingUnit: attempt.facts.headedBy,
      }),
    },
    // Given until a day, it is over after it: the calendar ends it, and the head hears of it as of any other end.
    expire: {
      words: { zh: "任期届满", en: "End the post after its last day" },
      law: [leaving],
      from: ["confirmed"],
      to: "ended",
      by: ["system"],
      facts: { headedBy: { unit: "unit", besides: ["account"] } },
      guards: [lastDayHasPassed],
      sets: ({ facts }) => ({ confirmingUnit: facts.headedBy }),
    },
    note: {
      words: { zh: "知悉", en: "Note that it has ended" },
      law: [leaving],
      from: ["ended"],
      to: "noted",
      by: heads,
      guards: [byTheConfirmingUnit],
    },
  },
  exchange: postExchange,
  erasedBy: ["systemAdministrator", "securityAdministrator"],
  numbering: {
    series: () => "post",
    format: (_series, drawn) => `RZ-${String(drawn).padStart(5, "0")}`,
  },
  counts: {},
});

/** What a post repeats of the person and the organisation. */
function particulars({ facts }: Post) {
  const { account } = facts.entries;
  const name = account?.values.name;
  return {
    holderName: typeof name === "string" ? name : account?.values.number,
    unitLevel: facts.organisations.unit?.level,
  };
}

/** The last day on which it is held: a day that was known before stays where it comes sooner. */
function lastDay({ entry, input: { endsFrom } }: Post) {
  const { heldUntil } = entry.values;
  if (endsFrom === undefined) return heldUntil;
  const last = addDays(endsFrom, -1);
  return heldUntil !== undefined && heldUntil < last ? heldUntil : last;
}

/** In these states a post is held, or will be once it is confirmed: whoever leaves gives it up. */
export const standsNow: readonly string[] = [
  post.acts.handOver?.from ?? [],
  post.acts.withdraw?.from ?? [],
].flat();

/** What is said of all posts of whoever leaves, and of one of them who succeeds; null where nobody does. */
interface Leaving {
  readonly endsFrom?: string | undefined;
  readonly reason: string;
  readonly successor: string | null;
}

/** The act by which whoever leaves gives up a post in a state: without a successor it ends, and one that never counted is taken back. */
export function givingUp(state: string, { endsFrom, reason, successor }: Leaving) {
  if (successor !== null) return { act: "handOver", input: { endsFrom, reason, successor } };
  if (post.acts.withdraw?.from.includes(state)) return { act: "withdraw", input: { reason } };
  return { act: "end", input: { endsFrom, reason } };
}

/** The acts by which a post begins to count. */
export const countsFrom: readonly string[] = Object.entries(post.acts).flatMap(([name, { to }]) =>
  to === "confirmed" ? [name] : [],
);

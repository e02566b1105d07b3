import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { keptByAdministrators } from "./kept-by-administrators.ts";
import { type PartnerTokenValues, partnerTokenFields } from "./partner-token-fields.ts";
import { partnerTokenExchange } from "./partner-token-headings.ts";
import {
  actsOnlyWhereItReads,
  byWhoeverAsked,
  endsInTime,
  lastDayHasPassed,
  noMoreThanTheRole,
  notByWhoeverAsked,
  stillValid,
} from "./partner-token-rules.ts";
import { coversWhatItSees, roleFitsUnit } from "./post-rules.ts";

const apart = {
  zh: "GB/T 22239-2019 8.1.4.2：由授权主体配置访问控制，授予所需的最小权限",
  en: "GB/T 22239-2019, 8.1.4.2: whoever is charged grants access, and no more than is needed",
};
const twoPeople = {
  zh: "GB/T 22239-2019 8.1.7.2：重要变更建立审批程序，由第二人批准",
  en: "GB/T 22239-2019, 8.1.7.2: what matters is approved, and by a second person",
};
const leaving = {
  zh: "GB/T 22239-2019 8.1.7.4：外部人员离场后及时清除其所有的访问权限",
  en: "GB/T 22239-2019, 8.1.7.4: the access of outsiders ends at once when it is needed no more",
};

/** In this state its secret lets a partner in, up to the last day. */
export const tokenInUse = "active";

/** In this state somebody took it away before its time was over. */
export const tokenTakenAway = "revoked";

const asked = ["name", "purpose", "unit", "role", "mayRead", "validUntil", "perMinute", "perDay"] as const;
const administers = ["systemAdministrator", "securityAdministrator"] as const;

/**
 * 接口令牌: what another system shows to be let in: in whose name, over what, until when, and how often. One administrator asks for it,
 * another approves it, and only then is there a secret, which is shown once. It is never changed: another reach is another token.
 */
export const partnerToken: Register = defineRegister({
  name: "partner-token",
  plural: "partner-tokens",
  words: { zh: "接口令牌", en: "Partner token" },
  law: [apart, twoPeople],
  measures: [],
  fields: partnerTokenFields,
  title: "name",
  list: ["number", "name", "unit", "role", "covers", "validUntil"],
  filters: ["unit", "role", "covers"],
  keeping: { ...keptByAdministrators, unit: "unit" },
  states: {
    awaiting: {
      words: { zh: "待批准", en: "To be approved" },
      holder: "requestedIn",
      awaits: ["securityAdministrator"],
    },
    approved: {
      words: { zh: "已批准，待领取密钥", en: "Approved, secret not taken yet" },
      holder: "requestedIn",
      awaits: ["systemAdministrator"],
    },
    // Held by whoever asked for it, so that the end of its time is told before it comes.
    active: {
      words: { zh: "使用中", en: "In use" },
      holder: "requestedIn",
      awaits: ["systemAdministrator"],
      clock: { day: "validUntil" },
    },
    declined: { words: { zh: "不予批准", en: "Declined" }, final: true },
    revoked: { words: { zh: "已吊销", en: "Revoked" }, final: true },
    expired: {
      words: { zh: "已到期，待知悉", en: "Over, to be noted" },
      holder: "requestedIn",
      awaits: administers,
    },
    over: { words: { zh: "已到期", en: "Over" }, final: true },
  },
  acts: {
    ask: {
      words: { zh: "申请接口令牌", en: "Ask for a token" },
      law: [apart],
      from: "new",
      to: "awaiting",
      by: ["systemAdministrator"],
      needs: asked,
      takes: ["covers", "everySector", "sectors", "mayDo", "masked"],
      facts: { organisations: ["unit"] },
      checks: [roleFitsUnit, coversWhatItSees, actsOnlyWhereItReads, noMoreThanTheRole, endsInTime],
      suggests: () => ({ perMinute: 60, perDay: 10_000 }),
      sets: ({ actor, facts }: Attempt<PartnerTokenValues>) => ({
        requestedBy: actor.id,
        requestedIn: actor.organisation,
        unitLevel: facts.organisations.unit?.level,
      }),
    },
    approve: {
      words: { zh: "批准", en: "Approve" },
      law: [twoPeople],
      from: ["awaiting"],
      to: "approved",
      by: ["securityAdministrator"],
      guards: [notByWhoeverAsked, stillValid],
      sets: ({ actor }) => ({ approvedBy: actor.id }),
    },
    decline: {
      words: { zh: "不予批准", en: "Decline" },
      law: [twoPeople],
      from: ["awaiting"],
      to: "declined",
      by: ["securityAdministrator"],
      needs: ["reason"],
      guards: [notByWhoeverAsked],
    },
    issue: {
      words: { zh: "领取密钥", en: "Take the secret" },
      law: [apart],
      from: ["approved"],
      to: tokenInUse,
      by: ["systemAdministrator"],
      guards: [byWhoeverAsked, stillValid],
      draws: "secretHash",
    },
    // Taking rights away never waits for anybody.
    revoke: {
      words: { zh: "吊销", en: "Revoke" },
      law: [leaving],
      from: ["awaiting", "approved", tokenInUse],
      to: tokenTakenAway,
      by: administers,
      needs: ["reason"],
    },
    // It lets nobody in after its last day whatever its state: the calendar ends it, so that the register says so, and both are told.
    expire: {
      words: { zh: "有效期届满", en: "End the token after its last day" },
      law: [leaving],
      from: ["awaiting", "approved", tokenInUse],
      to: "expired",
      by: ["system"],
      guards: [lastDayHasPassed],
    },
    note: {
      words: { zh: "知悉", en: "Note that it is over" },
      law: [leaving],
      from: ["expired"],
      to: "over",
      by: administers,
    },
  },
  exchange: partnerTokenExchange,
  erasedBy: administers,
  numbering: {
    series: () => "partner-token",
    format: (_series, drawn) => `LP-${String(drawn).padStart(5, "0")}`,
  },
  counts: {},
});

import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { type AccountValues, accountFields } from "./account-fields.ts";
import { accountExchange } from "./account-headings.ts";
import { keptByAdministrators } from "./kept-by-administrators.ts";

type Account = Attempt<AccountValues>;

const identity = {
  zh: "GB/T 22239-2019 8.1.4.1：身份标识具有唯一性",
  en: "GB/T 22239-2019, 8.1.4.1: whoever signs in is told apart from everybody else",
};
const unused = {
  zh: "GB/T 22239-2019 8.1.4.2：及时停用多余、过期的账户，避免共享账户",
  en: "GB/T 22239-2019, 8.1.4.2: accounts that nobody needs are stopped in time, and none is shared",
};
const certificate = ["certificateNumber", "certificateFrom", "certificateTo"] as const;
const entered = ["name", "unit", ...certificate] as const;

/** In these states nobody signs in with the account. */
export const closedAccount = ["disabled"] as const;

/**
 * 账号: a person who may sign in. It gives no right to anything: what somebody may see and do comes with the posts that another
 * administrator grants and the head of the unit confirms.
 */
export const account: Register = defineRegister({
  name: "account",
  plural: "accounts",
  words: { zh: "账号", en: "Account" },
  law: [identity],
  measures: [],
  fields: accountFields,
  title: "name",
  list: ["number", "username", "name", "unit", "openedOn"],
  filters: ["unit", "username"],
  keeping: { ...keptByAdministrators, unit: "unit" },
  states: {
    active: { words: { zh: "启用", en: "Active" } },
    disabled: { words: { zh: "已停用", en: "Disabled" }, final: true },
  },
  acts: {
    open: {
      words: { zh: "开通账号", en: "Open an account" },
      law: [identity],
      from: "new",
      to: "active",
      by: ["systemAdministrator"],
      needs: ["username", "name", "unit"],
      takes: certificate,
      facts: { organisations: ["unit"], counts: { sameUsername: ["username"] } },
      checks: [usernameIsFree, certificateIsWhole],
    },
    // The first administrators of an installation: nobody is there yet who could open an account.
    setUp: {
      words: { zh: "随系统设立账号", en: "Set up an account with the installation" },
      law: [identity],
      from: "new",
      to: "active",
      by: ["system"],
      needs: ["username", "name", "unit"],
      takes: certificate,
      facts: { organisations: ["unit"], counts: { sameUsername: ["username"] } },
      checks: [usernameIsFree, certificateIsWhole],
    },
    // The principal of an enterprise that applied for access, when the county approves it (decision 030).
    openOnApplication: {
      words: { zh: "随企业注册开通账号", en: "Open an account on an enterprise's application" },
      law: [identity],
      from: "new",
      to: "active",
      by: ["system"],
      needs: ["username", "name", "unit"],
      facts: { organisations: ["unit"], counts: { sameUsername: ["username"] } },
      checks: [usernameIsFree],
    },
    amend: {
      words: { zh: "更正", en: "Amend" },
      law: [identity],
      from: ["active"],
      to: "unchanged",
      by: ["systemAdministrator"],
      takes: entered,
      facts: { organisations: ["unit"] },
      checks: [certificateIsWhole],
      suggests: ({ entry: { values } }) => Object.fromEntries(entered.map((name) => [name, values[name]])),
    },
    disable: {
      words: { zh: "停用", en: "Disable" },
      law: [unused],
      from: ["active"],
      to: "disabled",
      by: ["systemAdministrator"],
      needs: ["reason"],
      guards: [notTheirOwn],
    },
    enable: {
      words: { zh: "重新启用", en: "Enable again" },
      law: [unused],
      from: ["disabled"],
      to: "active",
      by: ["systemAdministrator"],
      needs: ["reason"],
    },
  },
  exchange: accountExchange,
  erasedBy: ["systemAdministrator", "securityAdministrator"],
  numbering: {
    series: () => "account",
    format: (_series, drawn) => `ZH-${String(drawn).padStart(5, "0")}`,
  },
  counts: {},
});

/** GB/T 22239-2019, 8.1.4.1: one name, one person. */
function usernameIsFree({ facts }: Account): Refusal | undefined {
  return (facts.counts.sameUsername ?? 0) > 0
    ? refusal("username-taken", [{ field: "username", code: "taken" }])
    : undefined;
}

/** An officer's certificate is known by its number and the days on which it holds. */
function certificateIsWhole(attempt: Account): Refusal | undefined {
  const values = certificate.map((name) => afterwards(attempt, name));
  const missing = certificate.filter((_, at) => values[at] === undefined || values[at] === null);
  if (missing.length > 0 && missing.length < certificate.length)
    return refusal(
      "certificate-incomplete",
      missing.map((field) => ({ field, code: "required" })),
    );
  const [, from = "", to = ""] = values;
  return missing.length === 0 && to < from ? refusal("certificate-ends-before-it-begins") : undefined;
}

/** Whoever stops their own account leaves nobody to undo it. */
function notTheirOwn({ entry, actor }: Account): Refusal | undefined {
  return entry.id === actor.id ? refusal("own-account") : undefined;
}

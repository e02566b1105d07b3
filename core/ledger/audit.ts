import { dayInShanghai } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import { applicationEvents } from "./application-events.ts";
import type { Json } from "./canonical.ts";
import { figureEvents } from "./figure-events.ts";
import {
  type Commitment,
  chainLine,
  type Digest,
  genesis,
  type Line,
  type LineBody,
  type SealedValue,
  seal,
} from "./line.ts";
import { screenLinkEvents } from "./screen-link-events.ts";
import { securityKeyEvents } from "./security-key-events.ts";
import { signOnEvents, signOnFailures } from "./sign-on-events.ts";

/** The register whose lines are the audit log; no register of entries may be called so. */
export const auditRegister = "audit";

/** One fact that an audit line tells. */
interface Fact {
  readonly words: Words;
  /** Personal: the line holds only a salted commitment, and the value goes when the line does. */
  readonly sealed?: true;
}

interface AuditEvent {
  readonly words: Words;
  /** What the session is after the event; `refused` where there never was one, `apart` where it belongs to none. */
  readonly to: "open" | "ended" | "refused" | "apart";
  readonly facts: Readonly<Record<string, Fact>>;
}

/** From where a thing was asked for: of every event that comes from a request. */
const origin = {
  address: { words: { zh: "客户端地址", en: "Client address" }, sealed: true },
  device: { words: { zh: "设备", en: "Device" } },
} as const satisfies Readonly<Record<string, Fact>>;

const way: Fact = { words: { zh: "登录方式", en: "Way" } };
const post: Fact = { words: { zh: "岗位", en: "Post" } };
const register: Fact = { words: { zh: "台账", en: "Register" } };
const of: Fact = { words: { zh: "办理动作", en: "Act" } };
const account: Fact = { words: { zh: "账号", en: "Account" } };
const entry: Fact = { words: { zh: "条目", en: "Entry" } };
// Beside its id, so that the log tells of which entry it is to somebody who may see none.
const number: Fact = { words: { zh: "编号", en: "Number" } };
const rows: Fact = { words: { zh: "行数", en: "Rows" } };
const format: Fact = { words: { zh: "格式", en: "Format" } };
// It holds what somebody typed, and a name among it.
const filter: Fact = { words: { zh: "筛选条件", en: "Filter" }, sealed: true };

/**
 * What the audit log tells, beside the acts, which stand in the ledger already: who signed in and who failed to, what was taken out
 * of the system or read in bulk, and who looked at what is protected. Reading a page or an entry within one's scope is nobody's
 * event. To add one, name it here; how it reads is then derived, unless `audit-sentence.ts` puts it better. Cybersecurity Law
 * (2016) art. 21(3); GB/T 22239-2019 8.1.4.3; features B2 and B3.
 */
export const auditEvents = {
  signedIn: { words: { zh: "登录", en: "Signed in" }, to: "open", facts: { post, way } },
  signInFailed: {
    words: { zh: "登录失败", en: "Failed to sign in" },
    to: "refused",
    facts: {
      why: { words: { zh: "原因", en: "Why" } },
      way,
      account,
      // Typed by whoever it was: now and then a password lands here.
      username: { words: { zh: "输入的用户名", en: "User name as entered" }, sealed: true },
    },
  },
  // The password was right, or the provider vouched, and something is still to be shown or changed; until then the session does nothing else.
  signInBegun: {
    words: { zh: "登录第一步通过，尚需下一步", en: "Passed the first step of signing in; one is left" },
    to: "open",
    facts: { post, way, next: { words: { zh: "下一步", en: "Next step" } } },
  },
  ...applicationEvents,
  ...figureEvents,
  passwordChanged: { words: { zh: "修改本人密码", en: "Changed the own password" }, to: "open", facts: {} },
  passwordIssued: {
    words: { zh: "发放一次性密码", en: "Issued a one-time password" },
    to: "open",
    facts: { account, until: { words: { zh: "有效至", en: "Good until" } } },
  },
  sessionsEnded: {
    words: { zh: "结束账号的全部登录", en: "Ended every session of an account" },
    to: "open",
    facts: { account, sessions: { words: { zh: "登录数", en: "Sessions" } } },
  },
  // Neither a secret nor a code is ever told.
  secondFactorSet: {
    words: { zh: "设置第二重验证", en: "Set up the second factor" },
    to: "open",
    facts: {},
  },
  secondFactorRemoved: {
    words: { zh: "停用本人第二重验证", en: "Gave up the own second factor" },
    to: "open",
    facts: {},
  },
  ...securityKeyEvents,
  codeFailed: {
    words: { zh: "第二重验证未通过", en: "Failed to show the second factor" },
    to: "open",
    facts: { why: { words: { zh: "原因", en: "Why" } } },
  },
  recoveryCodeUsed: {
    words: { zh: "使用恢复码", en: "Used a recovery code" },
    to: "open",
    facts: { left: { words: { zh: "剩余个数", en: "Left" } } },
  },
  recoveryCodesDrawn: {
    words: { zh: "重新生成恢复码", en: "Drew recovery codes anew" },
    to: "open",
    facts: {},
  },
  resetAsked: {
    words: { zh: "申请重置他人的第二重验证", en: "Asked to remove somebody's second factor" },
    to: "open",
    facts: { account },
  },
  resetConfirmed: {
    words: { zh: "确认重置他人的第二重验证", en: "Confirmed the removal of somebody's second factor" },
    to: "open",
    facts: { account, askedBy: { words: { zh: "申请人账号", en: "Asked by" } } },
  },
  resetDeclined: {
    words: { zh: "撤销重置第二重验证的申请", en: "Turned down the removal of somebody's second factor" },
    to: "open",
    facts: { account },
  },
  ...signOnEvents,
  ...screenLinkEvents,
  secondFactorTakenAway: {
    words: { zh: "在服务器上重置第二重验证", en: "Removed a second factor on the server" },
    to: "apart",
    facts: { account },
  },
  administratorsMade: {
    words: { zh: "建立三员账号", en: "Made the accounts of the three administrators" },
    to: "apart",
    facts: { accounts: { words: { zh: "账号", en: "Accounts" } } },
  },
  postChanged: { words: { zh: "切换岗位", en: "Took up another post" }, to: "open", facts: { post } },
  proofExported: {
    words: { zh: "导出存证", en: "Took out a proof" },
    to: "open",
    facts: {
      register,
      entry,
      number,
      lines: { words: { zh: "记录条数", en: "Lines" } },
    },
  },
  // Whoever reads a protected number leaves a trace (features B3). The reason is free text.
  numbersShown: {
    words: { zh: "查看完整号码", en: "Had personal numbers shown whole" },
    to: "open",
    facts: {
      register,
      entry,
      number,
      fields: { words: { zh: "查看的字段", en: "Fields" } },
      reason: { words: { zh: "查看理由", en: "Why" }, sealed: true },
    },
  },
  rowsBroughtIn: {
    words: { zh: "导入表格", en: "Brought in a file of rows" },
    to: "open",
    facts: {
      register,
      import: { words: { zh: "导入批次", en: "Import" } },
      hash: { words: { zh: "文件哈希", en: "Hash of the file" } },
      choice: { words: { zh: "方式（all 全部，good 只导入正确行）", en: "All rows or the good ones" } },
      rows: { words: { zh: "试导入时的行数", en: "Rows, as tried" } },
    },
  },
  // As many rows at once as the pack calls many; who reads page after page is told of each.
  listRead: {
    words: { zh: "大量查看台账", en: "Read a list in bulk" },
    to: "open",
    facts: { register, filter, rows },
  },
  // The browser tells it, since nobody else knows: it may be stopped from telling, and a print may be called off.
  printed: {
    words: { zh: "打印", en: "Printed" },
    to: "open",
    facts: { register, entry, number, filter, rows },
  },
  auditExported: {
    words: { zh: "导出审计日志", en: "Took out the audit log" },
    to: "open",
    facts: { filter, rows, format },
  },
  auditVerified: {
    words: { zh: "核验审计日志", en: "Verified the audit log" },
    to: "open",
    facts: {
      lines: { words: { zh: "记录条数", en: "Lines" } },
      faults: { words: { zh: "异常处数", en: "Faults" } },
    },
  },
  listExported: {
    words: { zh: "导出台账", en: "Took out a list" },
    to: "open",
    facts: {
      register,
      filter,
      columns: { words: { zh: "导出列", en: "Columns" } },
      rows,
      format,
      export: { words: { zh: "后台导出", en: "Export in the background" } },
      personal: { words: { zh: "含完整号码的字段", en: "Personal numbers in it" } },
      reason: { words: { zh: "导出号码的理由", en: "Why with numbers" }, sealed: true },
    },
  },
  exportFetched: {
    words: { zh: "下载导出文件", en: "Fetched an exported file" },
    to: "open",
    facts: { register, export: { words: { zh: "后台导出", en: "Export in the background" } } },
  },
  // The password was right; whether the act was then done, or refused for another reason, the entry's own ledger tells.
  passwordConfirmed: {
    words: {
      zh: "办理确认的密码正确（是否办成以事项记录为准）",
      en: "Gave the right password for an act (its record tells whether the act was done)",
    },
    to: "open",
    facts: { register, entry, number, of },
  },
  confirmationFailed: {
    words: { zh: "办理确认的密码不正确", en: "Failed to confirm an act with the own password" },
    to: "open",
    facts: { register, entry, number, of, why: { words: { zh: "原因", en: "Why" } } },
  },
  // Every one of them, and not only what is taken out in bulk: nobody stands behind each call of a machine.
  partnerCalled: {
    words: { zh: "接口令牌调用", en: "Called by a partner's token" },
    to: "apart",
    facts: {
      number: { words: { zh: "令牌编号", en: "Token" } },
      route: { words: { zh: "接口", en: "Route" } },
      register,
      entry,
      of,
      filter,
      rows,
      status: { words: { zh: "应答状态", en: "Status" } },
    },
  },
  signedOut: { words: { zh: "退出", en: "Signed out" }, to: "ended", facts: {} },
  sessionEnded: {
    words: { zh: "会话终止", en: "Session ended" },
    to: "ended",
    facts: { why: { words: { zh: "原因", en: "Why" } } },
  },
} as const satisfies Readonly<Record<string, AuditEvent>>;

type Events = typeof auditEvents;
export type AuditEventName = keyof Events;

/** Every event by its name, in the order in which they are offered to who searches. */
export const auditEventNames = Object.keys(auditEvents).filter((name): name is AuditEventName =>
  isAuditEvent(name),
);

export function isAuditEvent(name: string): name is AuditEventName {
  return Object.hasOwn(auditEvents, name);
}

/** What a fact of an event is called; undefined where nobody knows it any more. */
export function factWords(event: string, fact: string): Words | undefined {
  return isAuditEvent(event) ? factsOf(event)[fact]?.words : undefined;
}

const factsOf = (event: AuditEventName): Readonly<Record<string, Fact>> => ({
  ...auditEvents[event].facts,
  ...origin,
});

/** Why somebody was not let in. Whoever tried is told none of it. */
export const signInFailures = {
  unknownName: { zh: "没有这个用户名", en: "no such user name" },
  wrongPassword: { zh: "密码不正确", en: "wrong password" },
  disabled: { zh: "账号已停用", en: "account disabled" },
  noPassword: { zh: "账号尚无密码", en: "account without a password" },
  passwordExpired: { zh: "一次性密码已过期", en: "one-time password out of date" },
  noPost: { zh: "没有在任岗位", en: "no post at present" },
  throttled: { zh: "失败次数过多，暂停尝试", en: "too many failures, made to wait" },
  ...signOnFailures,
} as const satisfies Readonly<Record<string, Words>>;
export type SignInFailure = keyof typeof signInFailures;

/** From where something was asked for: the address, and what it was sent by as `deviceOf` tells it. */
export type Origin = { readonly [F in keyof typeof origin]: string };

/**
 * Something that happened, with the facts that its event declares; a fact that is not known is left out. Without an origin where
 * the product did it by itself.
 */
export type Happened = {
  [E in AuditEventName]: {
    readonly event: E;
    readonly facts: { readonly [F in keyof Events[E]["facts"]]?: Json | undefined };
    readonly from?: Origin | undefined;
  };
}[AuditEventName];

/** Who did it, in which post; the installation itself where nobody is signed in. */
export interface AuditActor {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
}

/** Where a chain of the audit log goes on: one chain per session, and one per failure. */
export interface Trail {
  readonly entry: string;
  /** How many lines it has. */
  readonly version: number;
  /** Hash of the last of them; `genesis` where there is none. */
  readonly head: string;
}

export const newTrail = (entry: string): Trail => ({ entry, version: 0, head: genesis });

/** The next line of a trail, of the same form and chained like a ledger line, with the values that it only commits to. */
export function auditLine(
  trail: Trail,
  { event, facts, from }: Happened,
  actor: AuditActor,
  at: string,
  drawSalt: () => string,
  digest: Digest,
): { readonly line: Line; readonly sealed: readonly SealedValue[] } {
  const declared = factsOf(event);
  const version = trail.version + 1;
  const sealed: SealedValue[] = [];
  const commitment = (field: string, value: Json): Commitment => {
    const salt = drawSalt();
    sealed.push({ entry: trail.entry, version, field, salt, value });
    return { commitment: seal(value, salt, digest) };
  };
  const known = Object.entries({ ...facts, ...from }).filter(
    (fact): fact is [string, Json] => fact[1] !== undefined,
  );
  const changes = known.map(([name, value]): [string, Json] => [
    name,
    declared[name]?.sealed ? { ...commitment(name, value) } : value,
  ]);
  const body: LineBody = {
    entry: trail.entry,
    version,
    register: auditRegister,
    act: event,
    state: auditEvents[event].to,
    actor: actor.id,
    role: actor.role,
    organisation: actor.organisation,
    at,
    day: dayInShanghai(at),
    changes: Object.fromEntries(changes),
  };
  return { line: chainLine(body, trail.head, digest), sealed };
}

/** The trail after a line of it. */
export const trailAfter = ({ body, hash }: Line): Trail => ({
  entry: body.entry,
  version: body.version,
  head: hash,
});

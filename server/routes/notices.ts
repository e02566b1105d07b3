import { z } from "zod";
import type { Calendar } from "../../core/calendar/calendar.ts";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { rungWhos } from "../../core/reminders/ladder.ts";
import { reminderWords } from "../../core/reminders/words.ts";
import type { Words } from "../../core/words.ts";
import { bare, noContent, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { markSeen, type Notice, readNotices } from "../store/notices.ts";
import * as shapes from "./shapes.ts";

const kinds: Readonly<Record<string, Words>> = {
  arrived: { zh: "待您办理", en: "Awaits you" },
  named: { zh: "在评论中提到您", en: "Named you in a comment" },
  found: { zh: "符合您保存的筛选", en: "Came into a list that you keep" },
  secondFactorReset: {
    zh: "您的第二重验证已被管理员重置；如非您本人提出，请立即联系审计管理员",
    en: "Administrators removed your second factor: unless you asked for it, tell the auditor at once",
  },
  securityKeyCopied: {
    zh: "您的一把安全密钥使用次数倒退，疑似被复制，已拒绝：请移除它、修改密码并告知审计管理员",
    en: "One of your security keys may have been copied and was refused: remove it, change the password and tell the auditor",
  },
  signOnBound: {
    zh: "您的账号已绑定统一身份认证；如非您本人操作，请立即在“我的账号”解除并告知审计管理员",
    en: "Your account was bound to single sign-on: unless you did it, unbind it under My account and tell the auditor at once",
  },
  witnessRefused: {
    zh: "外部见证方拒绝见证本系统的记录，疑似被改写或回退，请通知系统运维人员立即核验",
    en: "A witness outside refused our ledger as rewritten or taken back: ask whoever operates the system to verify at once",
  },
  ledgerBroken: {
    zh: "全过程记录核验发现异常，请通知系统运维人员运行 zhiben verify",
    en: "The ledger did not verify: ask whoever operates the system to run zhiben verify",
  },
};

const notice = z.object({
  id: shapes.id,
  // All four are null where the notice concerns the installation itself.
  entry: shapes.id.nullable(),
  register: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** The name of the kept search into which the entry came. */
  search: z.string().nullable(),
  /** Whoever named the person in a comment. */
  by: z.string().nullable(),
  /** Of a reminder of a deadline, which is its day: up to whom it climbed. */
  rung: z.enum(rungWhos).nullable(),
  kind: z.string(),
  words: shapes.words,
  day: z.iso.date(),
  at: z.string(),
  seen: z.boolean(),
});

export const listNotices = route(
  "GET /api/notices",
  {
    right: "own",
    ...bare,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional() }),
    tag: "home",
    words: { zh: "消息提醒", en: "Notices to this post" },
    answers: z.object({ notices: z.array(notice), unseen: z.int() }),
  },
  async ({ services, scope, actor, query }) => {
    const { limit = limits.pageSizeDefaultRows } = query;
    const asked = { person: actor.id, organisation: actor.organisation, role: actor.role, limit };
    const { notices, unseen } = await inTransaction(services.pool, scope, (tx) => readNotices(tx, asked));
    const { calendar } = services.campaign;
    const worded = notices.map((given) => ({ ...given, words: wordsOf(given, calendar) }));
    return ok({ notices: worded, unseen });
  },
);

function wordsOf({ kind, rung, day, at }: Notice, calendar: Calendar): Words {
  if (rung === null) return kinds[kind] ?? { zh: kind, en: kind };
  return reminderWords({ kind, rung, due: day, on: dayInShanghai(at) }, calendar);
}

export const seeNotices = route(
  "PUT /api/notices/seen",
  {
    right: "own",
    ...bare,
    body: z.strictObject({ upTo: shapes.instant }),
    tag: "home",
    words: { zh: "消息已读", en: "Mark notices as seen" },
    answers: "nothing",
  },
  async ({ services, scope, actor, body }) => {
    await inTransaction(services.pool, scope, (tx) => markSeen(tx, actor.id, new Date(body.upTo)));
    return noContent;
  },
);

import { limits } from "../../core/limits.ts";
import type { Mention } from "../../core/mention.ts";
import { type ProblemCode, problemWords } from "../../core/problems.ts";
import type { Refusal, RefusalCode } from "../../core/refusals.ts";
import { refusals } from "../../core/refusals.ts";
import type { Language, Words } from "../../core/words.ts";
import { partnerProblems } from "./partner-problems.ts";
import { securityKeyProblems } from "./security-key-problems.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { signOnProblems } from "./sign-on-problems.ts";

/** What can go wrong on the way to a decision; the decision's own refusals stand in core. */
export const httpProblems = {
  "malformed-json": {
    status: 400,
    words: { zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON" },
  },
  "malformed-encoding": {
    status: 400,
    words: { zh: "请求内容不是有效的 UTF-8 文本", en: "The body is not valid UTF-8" },
  },
  "encoding-unknown": {
    status: 400,
    words: {
      zh: "文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 后重试",
      en: "The file is neither UTF-8 nor GB18030; save it as UTF-8 and try again",
    },
  },
  "texts-invalid": {
    status: 422,
    words: {
      zh: "文件有误，未导入任何内容；请按所列行和列修改",
      en: "The file has errors and nothing was imported; mend the rows and columns named",
    },
  },
  "malformed-request": {
    status: 400,
    words: { zh: "请求格式有误", en: "The request is not of the expected form" },
  },
  "bad-cursor": {
    status: 400,
    words: { zh: "翻页位置无效，请从第一页开始", en: "The cursor is not valid; start from the first page" },
  },
  ...signInProblems,
  ...securityKeyProblems,
  ...signOnProblems,
  ...partnerProblems,
  "password-required": {
    status: 422,
    words: { zh: "请输入您本人的登录密码确认", en: "Confirm with your own password" },
  },
  "password-wrong": {
    status: 422,
    words: { zh: "密码不正确，未办理", en: "The password is wrong; nothing was done" },
  },
  "password-not-asked": {
    status: 400,
    words: { zh: "此项办理不需要密码", en: "This act takes no password" },
  },
  "cross-origin": {
    status: 403,
    words: { zh: "不接受来自其他网站的请求", en: "Requests from other sites are not accepted" },
  },
  "not-found": {
    status: 404,
    words: { zh: "不存在，或不在您的数据范围内", en: "Does not exist, or is not yours to see" },
  },
  "stale-version": {
    status: 409,
    words: {
      zh: "该条目已由他人更新，请核对后重新提交",
      en: "Somebody else has changed this entry; check and send again",
    },
  },
  "ledger-broken": {
    status: 409,
    words: {
      zh: "全过程记录核验不通过，不能出具存证；请联系系统管理员",
      en: "The ledger does not hold, so nothing can be proven; tell the administrator",
    },
  },
  "number-unreadable": {
    status: 503,
    words: {
      zh: "号码无法解密：缺少主密钥；请联系系统管理员",
      en: "The number cannot be decrypted: the master key is missing; tell the administrator",
    },
  },
  "id-taken": { status: 409, words: { zh: "该编号标识已被使用", en: "This id is already in use" } },
  "malformed-submission": {
    status: 400,
    words: { zh: "不是提交见证的检查点", en: "Not a checkpoint submitted to a witness" },
  },
  "not-signed-by-log": {
    status: 403,
    words: {
      zh: "检查点没有本见证方所信任的签名",
      en: "The checkpoint bears no signature that this witness trusts",
    },
  },
  "unknown-log": {
    status: 404,
    words: { zh: "本见证方不见证该系统", en: "This witness does not know that log" },
  },
  "other-root": {
    status: 409,
    words: {
      zh: "同样条数的记录，本见证方见证过不同的内容",
      en: "This witness cosigned another tree of the same size",
    },
  },
  inconsistent: {
    status: 422,
    words: {
      zh: "无法证明该检查点延续了本见证方见证过的记录",
      en: "The checkpoint is not shown to continue what this witness cosigned",
    },
  },
  "feed-rewound": {
    status: 409,
    words: {
      zh: "系统已从备份恢复，变更序列从新的一段开始；请按所附 epoch 重新读取全部数据",
      en: "The system was restored from a backup and its changes begin a new epoch; read everything again, in the epoch given here",
    },
  },
  "too-many-screen-links": {
    status: 409,
    words: {
      zh: "有效的大屏链接已达上限，请先撤销不用的",
      en: "You have as many links to the big screen as one may; revoke one that is no longer of use",
    },
  },
  "screen-link-over": {
    status: 401,
    words: {
      zh: "大屏链接已到期、已撤销或者不正确，请向制作人索取新的链接",
      en: "The link to the big screen is over, was revoked or is wrong; ask whoever made it for another",
    },
  },
  "too-many-searches": {
    status: 409,
    words: {
      zh: "保存的筛选已达上限，请先删除不用的",
      en: "You keep as many searches as one may; remove one that is no longer of use",
    },
  },
  "import-at-work": {
    status: 409,
    words: {
      zh: "该次导入正在处理或已经导入，不能重复操作",
      en: "This import is being worked on, or was brought in already",
    },
  },
  "import-not-at-work": {
    status: 409,
    words: {
      zh: "该次导入没有正在处理，无需停止",
      en: "Nothing works on this import; there is nothing to stop",
    },
  },
  "import-not-stopped": {
    status: 409,
    words: { zh: "该次导入没有中途停止，不能继续", en: "This import did not stop half-way; it cannot go on" },
  },
  "import-has-refused": {
    status: 409,
    words: {
      zh: "有的行不能导入：请改好文件重新上传，或选择只导入正确的行",
      en: "Some rows are refused: mend the file and bring it again, or choose the good rows only",
    },
  },
  "import-brings-nothing": {
    status: 409,
    words: { zh: "没有可导入的行，未做任何更改", en: "There is no row to bring in; nothing was changed" },
  },
  "audit-verification-at-work": {
    status: 409,
    words: {
      zh: "审计日志正在核验，请等这一次完成",
      en: "The audit log is being verified already; wait until that is done",
    },
  },
  "too-many-exports": {
    status: 429,
    words: {
      zh: "正在进行的导出过多，请稍后再试",
      en: "Too many exports are under way; try again shortly",
    },
  },
  "too-many-files-kept": {
    status: 409,
    words: {
      zh: "后台导出的文件已达上限，请先删除不用的",
      en: "You keep as many exported files as one may; remove one that is no longer of use",
    },
  },
  "range-not-satisfiable": {
    status: 416,
    words: { zh: "所要的部分不在文件之内", en: "The file has no such part" },
  },
  "idempotency-key-reused": {
    status: 422,
    words: { zh: "同一幂等键被用于不同的请求", en: "This idempotency key was used for another request" },
  },
  "request-too-slow": {
    status: 408,
    words: {
      zh: "请求发送过慢，连接已关闭，请重试",
      en: "The request came too slowly and was given up; try again",
    },
  },
  "head-too-large": {
    status: 431,
    words: { zh: "请求地址或请求头过长", en: "The address or the headers of the request are too long" },
  },
  "body-too-large": { status: 413, words: { zh: "内容过大", en: "The body is too large" } },
  "unsupported-media-type": {
    status: 415,
    words: { zh: "不支持的内容类型", en: "This content type is not supported" },
  },
  "content-differs-from-name": {
    status: 415,
    words: { zh: "文件内容与其扩展名或类型不符", en: "The file's content is not what its name or type says" },
  },
  "file-type-not-allowed": {
    status: 415,
    words: { zh: "不接受此类文件", en: "Files of this kind are not accepted" },
  },
  "upload-again": {
    status: 409,
    words: {
      zh: "相同内容的附件刚被依法删除，请重新上传",
      en: "The same content has just been erased by law; please upload it again",
    },
  },
  "file-empty": { status: 400, words: { zh: "文件为空", en: "The file is empty" } },
  "too-many-attempts": {
    status: 429,
    words: { zh: "失败次数过多，请稍后再试", en: "Too many failed attempts; try again later" },
  },
  "too-many-requests": {
    status: 429,
    words: { zh: "请求过于频繁，请一分钟后再试", en: "Too many requests; try again in a minute" },
  },
  "too-many-streams": {
    status: 429,
    words: { zh: "连接数过多，请稍后再试", en: "Too many connections; try again later" },
  },
  "too-many-submissions": {
    status: 429,
    words: { zh: "提交过于频繁，请稍后再试", en: "Too many submissions; try again later" },
  },
  stopping: {
    status: 503,
    words: { zh: "系统正在停止，请稍后重试", en: "The system is stopping; try again shortly" },
  },
  "internal-error": {
    status: 500,
    words: {
      zh: "系统内部错误，内容未保存，请稍后重试",
      en: "An internal error; nothing was saved, please try again",
    },
  },
} as const satisfies Readonly<Record<string, { status: number; words: Words }>>;

export type HttpProblemCode = keyof typeof httpProblems;

/** One located problem of a request's envelope, before core has seen it. */
export interface LocatedProblem {
  readonly field: string;
  readonly code: ProblemCode;
}

/** Thrown by routes for what is not a decision: it ends the request with a problem of the catalogue. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly located: readonly LocatedProblem[];
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    code: HttpProblemCode,
    located: readonly LocatedProblem[] = [],
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.code = code;
    this.located = located;
    this.more = more;
  }
}

/** Thrown by a route when core refused: the transaction rolls back and the answer carries the refusal. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

// 403 is for what the person knows of but may not do; whatever is not theirs to see is a 404 before any decision.
const refusalStatus: Partial<Record<RefusalCode, number>> = {
  "unknown-act": 404,
  "role-may-not": 403,
  "out-of-scope": 403,
  "act-not-of-token": 403,
  "asked-by-left-out": 403,
};

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly problems?: readonly { readonly field: string; readonly code: string; readonly detail: string }[];
  /** Entries that stand in the way, as far as the person may see them. */
  readonly entries?: readonly Mention[];
  /** Of somebody who has to wait, for how long. */
  readonly retryAfterSeconds?: number;
  readonly requestId: string;
}

// What a rule refuses so is told in the words of the rule: "too small" says nothing of what may be entered.
const outOfRange: ReadonlySet<ProblemCode> = new Set(["too-small", "too-large", "not-an-option"]);

/** The RFC 9457 body of anything that went wrong, in the asked language. */
export function problemBody(
  error: HttpProblem | Refused,
  language: Language,
  requestId: string,
): ProblemBody {
  const { code, status, words, located, more } =
    error instanceof Refused ? ofRefusal(error.refusal) : { ...httpProblems[error.code], ...error };
  // A body of nothing but unknown fields must not be answered with more than it held.
  const isRuled = error instanceof Refused && code !== "input-invalid";
  const detailed = located.slice(0, limits.problemsTold).map((problem) => ({
    field: problem.field,
    code: problem.code,
    detail: (isRuled && outOfRange.has(problem.code) ? words : problemWords(problem))[language],
  }));
  return {
    type: `/problems/${code}`,
    title: words[language],
    status,
    code,
    ...(detailed.length > 0 ? { problems: detailed } : {}),
    ...more,
    requestId,
  };
}

function ofRefusal(refusal: Refusal) {
  return {
    code: refusal.code,
    status: refusalStatus[refusal.code] ?? 422,
    words: refusals[refusal.code],
    located: refusal.problems ?? [],
    more: refusal.entries ? { entries: refusal.entries } : {},
  };
}

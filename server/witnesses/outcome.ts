import type { Words } from "../../core/words.ts";

/** Why a checkpoint could not be handed on, or was not cosigned; in words for the operator. */
const problems = {
  unreachable: { zh: "无法联系见证方", en: "The recipient cannot be reached" },
  untrusted: {
    zh: "见证方尚未信任本系统的公钥",
    en: "The witness does not trust the key of this installation yet",
  },
  rewritten: {
    zh: "见证方拒绝见证：本系统的记录与其此前见证的内容不一致，疑似历史记录被改写，请立即核验",
    en: "The witness refuses: the ledger is no continuation of what it cosigned. Somebody may have rewritten the past: run zhiben verify",
  },
  "rolled-back": {
    zh: "见证方见证过的记录比本系统现有的更多：本系统可能已被回退到旧数据，请立即核验",
    en: "The witness has cosigned more lines than this installation has: it may have been taken back to old data",
  },
  "bad-answer": {
    zh: "见证方的答复不是有效的见证签名",
    en: "What the witness answered is no cosignature of its own",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type HandingProblem = keyof typeof problems;

/** How handing a checkpoint to a recipient went. */
export type HandingOutcome =
  | { readonly problem?: undefined }
  | { readonly problem: HandingProblem; readonly detail?: string };

export const wentWell: HandingOutcome = {};

/** One line for the operator: to whom, what, and the detail where there is one. */
export function problemLine(
  recipient: string,
  { problem, detail }: Extract<HandingOutcome, { problem: HandingProblem }>,
): string {
  const { zh, en } = problems[problem];
  return `${recipient}: ${zh} · ${en}${detail === undefined ? "" : ` (${detail})`}`;
}

import type { Words } from "../words.ts";
import type { ChainFault } from "./line.ts";

/** Everything that a verification can find, in words for whoever must act on it. The codes stay as they are for ever. */
export const faultWords = {
  "hash-differs": { zh: "记录内容与其哈希不符", en: "A line's text does not have its hash" },
  "text-malformed": { zh: "记录无法读取", en: "A line cannot be read" },
  "text-not-canonical": { zh: "记录不是规范文本", en: "A line's text is not canonical" },
  "other-entry": { zh: "记录属于另一条目", en: "A line belongs to another entry" },
  "version-gap": { zh: "记录缺失或重复", en: "A line is missing, or stands there twice" },
  "previous-hash-differs": {
    zh: "记录与前一条记录不衔接",
    en: "A line does not continue the one before",
  },
  "columns-differ": { zh: "检索列与记录内容不符", en: "A line's columns do not say what its text says" },
  "value-without-commitment": { zh: "封存值没有对应的记录", en: "A sealed value that no line committed to" },
  "commitment-differs": {
    zh: "封存值与记录中的承诺不符",
    en: "A sealed value is not what its line committed to",
  },
  "value-missing": {
    zh: "封存值缺失，且没有依规删除的记录",
    en: "A sealed value is gone, and no recorded act erased it",
  },
  "value-unreadable": {
    zh: "加密值无法打开：缺少主密钥，或密文被改动、移位",
    en: "An encrypted value does not open: the master key is missing, or it was changed or moved",
  },
  "register-unknown": { zh: "不属于任何台账", en: "Belongs to no register" },
  "entry-missing": { zh: "有记录而无条目", en: "Lines whose entry is gone" },
  "entry-without-lines": { zh: "有条目而无记录", en: "An entry without lines" },
  "entry-differs": { zh: "条目与其全过程记录不符", en: "An entry is not what its lines say" },
  "parties-differ": { zh: "相关单位与条目不符", en: "The parties are not those that the entry names" },
  "party-place-missing": {
    zh: "相关单位的分布缺失，列表会漏项",
    en: "A place of parties is missing, lists would leave entries out",
  },
  "people-differ": {
    zh: "登录所用的账号或任职与台账记录不符",
    en: "Who may sign in, or in which post, is not what the accounts and posts say",
  },
  "number-twice": { zh: "编号重复", en: "A number was given twice" },
  "number-of-no-series": { zh: "编号不出自其序列", en: "A number is not of its series" },
  "counter-behind": { zh: "编号计数落后于已发编号", en: "A counter lags behind the numbers given" },
  "counter-unused": { zh: "编号计数没有对应的条目", en: "A counter from which no entry has its number" },
  "month-differs": {
    zh: "按月汇总的统计数与逐条统计记录不符",
    en: "The sums of a month differ from what was counted",
  },
  "cells-differ": { zh: "统计数与全过程记录的重新计数不符", en: "Counts differ from a recount of the lines" },
  "place-missing": { zh: "记录既未排序也不在等候", en: "A line has no place in the tree and waits for none" },
  "placed-twice": { zh: "记录已排序却仍在等候", en: "A line has a place and waits for one" },
  "waiting-differs": { zh: "等候排序的项与其记录不符", en: "What waits for a place is not as its line" },
  "waiting-without-line": { zh: "等候排序的项没有记录", en: "What waits for a place has no line" },
  "leaf-differs": { zh: "叶与其记录不符", en: "A leaf has not its line's hash" },
  "leaf-without-line": { zh: "叶没有对应的记录", en: "A leaf without its line" },
  "dropped-lines-differ": {
    zh: "缺失的审计日志与清理记录不符",
    en: "The audit lines that are gone are not those that a recorded drop took",
  },
  "leaf-gap": { zh: "叶的位置不连续", en: "The positions of leaves are not dense" },
  "leaf-order": { zh: "条目的记录排序颠倒", en: "Lines of an entry are placed in another order than theirs" },
  "node-differs": { zh: "树节点与其下的叶不符", en: "A node of the tree is not that of its leaves" },
  "node-missing": { zh: "树节点缺失", en: "A node of the tree is missing" },
  "node-unknown": { zh: "多余的树节点", en: "A node that the tree does not have" },
  "checkpoint-malformed": { zh: "检查点无法读取", en: "A checkpoint cannot be read" },
  "checkpoint-differs": { zh: "检查点与其签名文本不符", en: "A checkpoint is not what was signed" },
  "checkpoint-not-signed": { zh: "检查点没有已知密钥的签名", en: "No known key signed a checkpoint" },
  "checkpoint-signature-broken": {
    zh: "检查点的签名不成立",
    en: "The signature of a checkpoint does not hold",
  },
  "checkpoint-of-another": { zh: "检查点属于另一套系统", en: "A checkpoint of another installation" },
  "checkpoint-missing": {
    zh: "另处保存的检查点在数据库中缺失",
    en: "A checkpoint that is kept elsewhere is gone from the database",
  },
  "past-rewritten": {
    zh: "过去的记录被改写：与已签名的检查点不符",
    en: "The past was rewritten: it is not what was signed",
  },
  "older-than-checkpoint": {
    zh: "记录少于检查点所载：可能恢复了较早的备份，或末尾记录被删除",
    en: "Fewer lines than were signed: an older backup was restored, or lines were cut off",
  },
  "key-unknown": { zh: "公钥未经核对", en: "A public key that nobody vouched for" },
  "key-missing": { zh: "本系统的公钥缺失", en: "The installation's own public key is missing" },
  "installation-differs": {
    zh: "系统信息与奠基记录不符",
    en: "What the installation is differs from its founding line",
  },
  "founding-line-missing": { zh: "奠基记录缺失", en: "The founding line is missing" },
  "founding-line-not-first": { zh: "奠基记录不在最前", en: "The founding line is not the first" },
  "file-unknown": { zh: "附件没有上传记录", en: "A file that nobody uploaded, or another than was uploaded" },
  "file-missing": { zh: "附件缺失", en: "A file is missing" },
  "official-text-differs": {
    zh: "导入的官方原文与导入记录不符",
    en: "Imported official texts are not those that their line committed to",
  },
  "official-text-missing": {
    zh: "有导入记录而无官方原文",
    en: "The official texts of a recorded import are gone",
  },
  "withdrawal-differs": {
    zh: "导入的撤回与撤回记录不符",
    en: "The withdrawal of an import is not the one that its line committed to",
  },
  "withdrawal-missing": {
    zh: "有撤回记录而无撤回",
    en: "The recorded withdrawal of an import is gone",
  },
  "withdrawal-unknown": {
    zh: "导入的撤回没有撤回记录",
    en: "A withdrawal of an import that no line records",
  },
  "official-text-unknown": {
    zh: "官方原文没有导入记录",
    en: "Official texts that no recorded import brought",
  },
  "file-differs": { zh: "附件内容与其哈希不符", en: "A file's bytes do not have its hash" },
} as const satisfies Readonly<Record<string, Words>> & Readonly<Record<ChainFault["fault"], Words>>;

export type FaultCode = keyof typeof faultWords;

/** Something that is not as the ledger says, and where. */
export interface Fault {
  readonly fault: FaultCode;
  readonly register?: string | undefined;
  readonly entry?: string | undefined;
  readonly version?: number | undefined;
  /** Of the line among all lines of the installation. */
  readonly position?: number | undefined;
  /** What exactly differs: a column, a field, a count and its day, the size of a checkpoint. */
  readonly what?: string | undefined;
}

/** One fault in one line: its code and place for programs, and what it means for people. */
export function faultLine({ fault, register, entry, version, position, what }: Fault): string {
  const at = position === undefined ? undefined : `@${position}`;
  const place = [register, entry, version, at, what === undefined ? undefined : `(${what})`];
  const { zh, en } = faultWords[fault];
  return [fault, ...place.filter((part) => part !== undefined), `${zh} · ${en}`].join(" ");
}

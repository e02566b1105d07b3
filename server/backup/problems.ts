import type { Words } from "../../core/words.ts";
import { StartProblem } from "../store/start-problem.ts";

/** Why a backup cannot be taken or restored, in words for whoever operates the product. */
const words = {
  "backup-file-missing": {
    zh: "请写明备份文件名（- 表示标准输出）",
    en: "Name the file of the backup (- is the standard output)",
  },
  "backup-file-unusable": { zh: "无法使用此文件", en: "This file cannot be used" },
  "backup-not-written": {
    zh: "备份未能写完，没有留下文件",
    en: "The backup could not be written whole; no file was left",
  },
  "backup-to-terminal": {
    zh: "不能把备份写到终端，请重定向到文件或管道",
    en: "A backup is not written to a terminal: redirect it to a file or a pipe",
  },
  "passphrase-missing": {
    zh: "需要口令：请设置环境变量 ZHIBEN_PASSPHRASE，或在终端中运行",
    en: "A passphrase is needed: set ZHIBEN_PASSPHRASE, or run this in a terminal",
  },
  "passphrase-too-short": {
    zh: "口令太短，至少需要字符数",
    en: "The passphrase is too short; characters needed",
  },
  "passphrases-differ": { zh: "两次输入的口令不一致", en: "The two passphrases differ" },
  "passphrase-wrong": {
    zh: "口令不正确，没有恢复任何内容",
    en: "The passphrase is wrong; nothing was restored",
  },
  "archive-unreadable": { zh: "无法读取备份文件", en: "The backup cannot be read" },
  "archive-foreign": { zh: "这不是治本系统的备份文件", en: "This is not a backup of Zhiben" },
  "archive-incomplete": {
    zh: "备份文件不完整，或其后被添加了内容；没有恢复任何内容",
    en: "The backup was cut off, or something was added to it; nothing was restored",
  },
  "archive-altered": {
    zh: "备份文件的内容已被改动或损坏；没有恢复任何内容",
    en: "The backup has been altered or damaged; nothing was restored",
  },
  "archive-malformed": {
    zh: "备份文件的内容不符合格式；没有恢复任何内容",
    en: "The backup is not of the expected form; nothing was restored",
  },
  "archive-newer": {
    zh: "备份由更新版本的程序生成，请用该版本恢复",
    en: "The backup was made by a newer program: restore it with that one",
  },
  "archive-schema-differs": {
    zh: "备份的数据库结构与本程序同一版本号的结构不同；请用生成它的程序恢复",
    en: "The backup has another schema under the same number: restore it with the program that made it",
  },
  "place-not-empty": {
    zh: "只能恢复到空的位置，此处已有数据",
    en: "A backup is restored into an empty place only; something stands here",
  },
  "database-full": {
    zh: "数据库所在磁盘空间不足；没有恢复任何内容",
    en: "The disk of the database is full; nothing was restored",
  },
  "restore-unfinished": {
    zh: "此处有一次未完成的恢复。请重新执行 zhiben restore；若确要放弃，请换一个数据目录和空的数据库",
    en: "A restore into this place was not finished. Run zhiben restore again; to give it up, take another data folder and an empty database",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type BackupProblemCode = keyof typeof words;

export function problem(code: BackupProblemCode, more = ""): StartProblem {
  const { zh, en } = words[code];
  if (more === "") return new StartProblem(code, { zh, en });
  return new StartProblem(code, { zh: `${zh}：${more}`, en: `${en}: ${more}` });
}

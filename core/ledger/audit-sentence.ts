import type { Words } from "../words.ts";
import { type AuditEventName, auditEvents, factWords, isAuditEvent } from "./audit.ts";

/** Facts as they are read, by name: a register, an act or a cause by its words. */
type Facts = Readonly<Record<string, Words | undefined>>;

/**
 * How an event reads where its name and a list of its facts would read badly. `{register}` is the fact in words; what stands between
 * square brackets is left out where one of its facts is not known.
 */
const sentences: Partial<Record<AuditEventName, Words>> = {
  signedIn: { zh: "登录系统[，方式：{way}]", en: "Signed in[ {way}]" },
  signInBegun: {
    zh: "登录第一步通过[，方式：{way}][，尚需：{next}]",
    en: "Passed the first step of signing in[ {way}][; still to do: {next}]",
  },
  signInFailed: {
    zh: "登录失败[，方式：{way}][，原因：{why}][，输入的用户名：{username}]",
    en: "Failed to sign in[ {way}][: {why}][; user name as entered: {username}]",
  },
  postChanged: { zh: "切换到另一岗位", en: "Took up another post" },
  proofExported: {
    zh: "导出{register}[ {number}] 的存证[，含全过程记录 {lines} 条]",
    en: "Took out the proof of {register}[ {number}][, {lines} lines]",
  },
  rowsBroughtIn: {
    zh: "向“{register}”导入表格[，试导入时 {rows} 行]",
    en: "Brought a file of rows into {register}[, {rows} rows as tried]",
  },
  listRead: {
    zh: "一次查看“{register}”{rows} 行[，筛选条件：{filter}]",
    en: "Read {rows} rows of {register} at once[, narrowed by: {filter}]",
  },
  printed: {
    zh: "打印“{register}”[ {number}][，{rows} 行][，筛选条件：{filter}]（据浏览器报告）",
    en: "Printed {register}[ {number}][, {rows} rows][, narrowed by: {filter}] (as the browser tells)",
  },
  numbersShown: {
    zh: "查看{register}[ {number}] 的完整号码[：{fields}][，理由：{reason}]",
    en: "Had personal numbers of {register}[ {number}] shown whole[: {fields}][, for the reason: {reason}]",
  },
  auditExported: {
    zh: "导出审计日志 {rows} 条[，条件：{filter}]",
    en: "Took {rows} lines of the audit log out[, narrowed by: {filter}]",
  },
  auditVerified: {
    zh: "核验审计日志 {lines} 条，发现异常 {faults} 处",
    en: "Verified {lines} lines of the audit log and found {faults} faults",
  },
  listExported: {
    zh: "导出“{register}”[ {rows} 行][，筛选条件：{filter}]",
    en: "Took out {register}[, {rows} rows][, narrowed by: {filter}]",
  },
  figuresExported: {
    zh: "导出“{what}”[ {rows} 行][，条件：{filter}]",
    en: "Took out {what}[, {rows} rows][, narrowed by: {filter}]",
  },
  exportFetched: { zh: "下载“{register}”的导出文件", en: "Fetched an exported file of {register}" },
  passwordConfirmed: {
    zh: "办理{register}[ {number}] 的“{of}”时，密码确认正确（是否办成以事项记录为准）",
    en: "Gave the right password for {of}, {register}[ {number}] (its record tells whether it was done)",
  },
  confirmationFailed: {
    zh: "办理[{register}][ {number} 的]“{of}”时，密码确认未通过[：{why}]",
    en: "Failed to confirm {of}[, {register}][ {number}][: {why}]",
  },
  signedOut: { zh: "退出系统", en: "Signed out" },
  sessionEnded: { zh: "会话由系统终止[：{why}]", en: "The session was ended[: {why}]" },
};

/** What a line of the audit log says, for a clerk; an event that nobody knows any more is told by its name. */
export function auditSentence(event: string, facts: Facts): Words {
  if (!isAuditEvent(event)) return { zh: event, en: event };
  const sentence = sentences[event];
  return sentence === undefined
    ? { zh: listed(event, facts, "zh", "，", "："), en: listed(event, facts, "en", ", ", ": ") }
    : { zh: filled(sentence.zh, facts, "zh"), en: filled(sentence.en, facts, "en") };
}

function filled(sentence: string, facts: Facts, language: keyof Words): string {
  const said = (part: string) =>
    part.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name]?.[language] ?? "—");
  const isKnown = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => facts[name] !== undefined);
  // Split before anything is filled in: what somebody typed may hold brackets of its own.
  const parts = sentence.split(/\[([^\]]*)\]/);
  return parts.map((part, at) => (at % 2 === 0 || isKnown(part) ? said(part) : "")).join("");
}

function listed(
  event: AuditEventName,
  facts: Facts,
  language: keyof Words,
  between: string,
  is: string,
): string {
  const said = Object.keys(auditEvents[event].facts).flatMap((name) => {
    const [value, words] = [facts[name], factWords(event, name)];
    return value === undefined || words === undefined ? [] : [`${words[language]}${is}${value[language]}`];
  });
  return [auditEvents[event].words[language], ...said].join(between);
}

import { describe, expect, test } from "vitest";
import { auditEventNames, auditEvents } from "./audit.ts";
import { auditSentence } from "./audit-sentence.ts";

const same = (text: string) => ({ zh: text, en: text });
const hazard = { zh: "隐患台账", en: "Hazards" };

describe("a line of the audit log in words", () => {
  test("tells what was taken out, how many rows, narrowed by what", () => {
    const facts = { register: hazard, rows: same("120"), filter: same("行业：冶金") };
    expect(auditSentence("listExported", facts)).toEqual({
      zh: "导出“隐患台账” 120 行，筛选条件：行业：冶金",
      en: "Took out Hazards, 120 rows, narrowed by: 行业：冶金",
    });
  });

  test("leaves out what is not known", () => {
    expect(auditSentence("listExported", { register: hazard }).zh).toBe("导出“隐患台账”");
  });

  test("tells what was to be confirmed, also where it concerns no register", () => {
    const facts = { of: same("绑定"), why: same("密码不正确") };
    expect(auditSentence("confirmationFailed", facts).zh).toBe("办理“绑定”时，密码确认未通过：密码不正确");
    const ofEntry = { ...facts, register: hazard, number: same("YH-1") };
    expect(auditSentence("confirmationFailed", ofEntry).zh).toBe(
      "办理隐患台账 YH-1 的“绑定”时，密码确认未通过：密码不正确",
    );
  });

  test("takes brackets and braces that somebody typed as they are", () => {
    const facts = { register: hazard, filter: same("[{rows}]"), rows: same("3") };
    expect(auditSentence("listRead", facts).zh).toBe("一次查看“隐患台账”3 行，筛选条件：[{rows}]");
  });

  test("is the name of the event where nobody knows it any more", () => {
    expect(auditSentence("constructor", {}).zh).toBe("constructor");
  });

  test.each(auditEventNames)(
    "of %s has only facts that the event declares, and none but Chinese words",
    (event) => {
      const facts = Object.fromEntries(
        Object.keys(auditEvents[event].facts).map((name) => [name, same("某值")]),
      );
      const { zh, en } = auditSentence(event, facts);
      expect(`${zh}${en}`).not.toMatch(/[{}[\]—]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    },
  );
});

import { actsOf } from "../register/register.ts";
import { enterpriseFields } from "./enterprise-fields.ts";
import { checkedSinceItStopped, departmentEndsRest } from "./enterprise-rules.ts";
import { ceased, enterpriseStates, standing } from "./enterprise-states.ts";

const penalties = { zh: "《行政处罚法》第九条", en: "Administrative Penalty Law, art. 9" };
const closing = { zh: "《安全生产法》第一百一十三条", en: "Work Safety Law, art. 113" };
const checking = { zh: "《安全生产法》第六十五条", en: "Work Safety Law, art. 65" };
const keptUpToDate = { zh: "治本攻坚措施5：动态管理清单", en: "Measure 5: a list kept up to date" };

/** How an enterprise stops and goes on: whoever was stopped by order, and whoever stopped by itself, is checked before it resumes. */
export const operationActs = actsOf(
  enterpriseFields,
  enterpriseStates,
)({
  stop: {
    words: { zh: "停产停业", en: "Stop" },
    law: [{ zh: "《安全生产法》第七十条", en: "Work Safety Law, art. 70" }],
    from: ["operating", "construction"],
    to: "stopped",
    by: ["inspector", "departmentHead", "principal"],
    needs: ["reason"],
  },
  orderSuspension: {
    words: { zh: "责令停产停业整顿", en: "Order it to stop and put right" },
    law: [{ zh: "《安全生产法》第一百零二条", en: "Work Safety Law, art. 102" }, penalties],
    from: ["operating", "stopped", "construction", "permitHeld", "longStopped"],
    to: "suspended",
    by: ["departmentHead"],
    needs: ["reason"],
  },
  holdPermit: {
    words: { zh: "暂扣证照", en: "Hold its permit" },
    law: [penalties],
    from: ["operating", "stopped", "suspended", "construction"],
    to: "permitHeld",
    by: ["departmentHead"],
    needs: ["reason"],
  },
  beginWorks: {
    words: { zh: "转入基建或试生产", en: "Begin works or a trial" },
    law: [{ zh: "《安全生产法》第三十一条", en: "Work Safety Law, art. 31" }],
    from: ["operating", "stopped", "longStopped"],
    to: "construction",
    by: ["inspector", "departmentHead", "principal"],
    needs: ["reason"],
    guards: [departmentEndsRest],
  },
  haltWorks: {
    words: { zh: "停建", en: "Halt the works" },
    law: [{ zh: "《安全生产法》第三十一条", en: "Work Safety Law, art. 31" }],
    from: ["construction"],
    to: "worksHalted",
    by: ["inspector", "departmentHead", "principal"],
    needs: ["reason"],
  },
  resumeWorks: {
    words: { zh: "恢复建设（验收后）", en: "Resume the works, once checked" },
    law: [checking],
    from: ["worksHalted"],
    to: "construction",
    by: ["departmentHead"],
    needs: ["checkedOn", "checkFinding"],
    checks: [checkedSinceItStopped],
  },
  markLongStopped: {
    words: { zh: "列为长期停产", en: "List as stopped for long" },
    law: [keptUpToDate],
    from: ["stopped", "suspended", "permitHeld", "worksHalted"],
    to: "longStopped",
    by: ["inspector", "departmentHead"],
    needs: ["reason"],
  },
  resume: {
    words: { zh: "恢复生产经营或投产（验收后）", en: "Resume or start production, once checked" },
    law: [checking],
    from: ["stopped", "suspended", "permitHeld", "construction", "longStopped"],
    to: "operating",
    by: ["departmentHead"],
    needs: ["checkedOn", "checkFinding"],
    checks: [checkedSinceItStopped],
  },
  closeDown: {
    words: { zh: "关闭", en: "Close down" },
    law: [closing],
    from: standing,
    to: "closed",
    by: ["departmentHead", "committeeOffice"],
    needs: ["reason"],
    sets: ({ day }) => ({ ceasedOn: day }),
  },
  deregister: {
    words: { zh: "注销", en: "Deregister" },
    law: [
      {
        zh: "《市场主体登记管理条例》第三十一条",
        en: "Regulation on the Registration of Market Entities, art. 31",
      },
    ],
    from: standing,
    to: "deregistered",
    by: ["inspector", "departmentHead", "committeeOffice"],
    needs: ["reason"],
    sets: ({ day }) => ({ ceasedOn: day }),
  },
  reinstate: {
    words: { zh: "撤销关闭或注销登记", en: "Take a closure back" },
    law: [keptUpToDate],
    from: ceased,
    // It counts as stopped until a department has checked it, as any other that was at rest.
    to: "stopped",
    by: ["departmentHead"],
    needs: ["reason"],
    sets: () => ({ ceasedOn: null }),
  },
});

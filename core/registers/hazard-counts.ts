import { countsOf } from "../register/numbers.ts";
import { hazardFields } from "./hazard-fields.ts";
import { hazardStates } from "./hazard-states.ts";

/** Neither what was no hazard after all, nor what was entered by mistake or twice: of one hazard nothing is counted double. */
const isOne = Object.keys(hazardStates).filter((state) => !["dismissed", "void", "merged"].includes(state));

/** What is counted of hazards; a prefecture's indicators are formulas over these. `domain.md` §1.3. */
export const hazardCounts = countsOf(hazardFields)({
  found: { words: { zh: "发现隐患数", en: "Hazards found" }, on: "foundOn", in: isOne },
  closed: { words: { zh: "销号隐患数", en: "Hazards closed" }, on: "closedOn", in: ["closed"] },
  open: {
    words: { zh: "未销号隐患数", en: "Hazards not closed" },
    from: "foundOn",
    until: "closedOn",
    in: isOne,
  },
  stockClosed: {
    words: { zh: "存量隐患销号数", en: "Hazards of the stock closed" },
    on: "closedOn",
    in: ["closed"],
    when: { stock: ["stock"] },
  },
  repeated: {
    words: { zh: "同条款反复出现隐患数", en: "Hazards that came again" },
    on: "foundOn",
    in: isOne,
    when: { repeated: ["true"] },
  },
  defied: { words: { zh: "拒不整改隐患数", en: "Hazards defied" }, on: "defiedOn", in: isOne },
  overdue: { words: { zh: "逾期未办隐患数", en: "Hazards overdue" }, overdue: true },
  firstDue: {
    words: { zh: "到首次整改期限隐患数", en: "Hazards by their first deadline" },
    on: "firstDueOn",
    in: isOne,
  },
  closedInTime: {
    words: { zh: "按首次期限销号隐患数", en: "Hazards closed by their first deadline" },
    on: "firstDueOn",
    in: ["closed"],
    ordered: ["closedOn", "firstDueOn"],
  },
  daysToClose: {
    words: { zh: "已销号隐患的整改天数", en: "Days from finding to closing" },
    on: "closedOn",
    in: ["closed"],
    daysSince: "foundOn",
  },
  promised: {
    words: { zh: "整改资金（按首次期限）", en: "Funds promised, by first deadline" },
    on: "firstDueOn",
    sum: "planFunds",
    in: isOne,
  },
  invested: {
    words: { zh: "整改实际投入资金（按销号日）", en: "Funds spent, by day of closing" },
    on: "closedOn",
    sum: "actualFunds",
    in: ["closed"],
  },
});

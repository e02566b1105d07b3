import { type Refusal, refusal } from "../refusals.ts";
import { choice, code, flag, label, link, region, sector } from "../register/field.ts";
import { type Attempt, defineRegister } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";

const fields = {
  name: label({ words: { zh: "企业名称", en: "Name" }, maxLength: 120, column: true }),
  creditCode: code({
    words: { zh: "统一社会信用代码", en: "Unified social credit code" },
    why: { zh: "同一企业只登记一次", en: "So that one enterprise is registered once" },
    // GB 32100-2015: 18 characters without I, O, S, V and Z.
    pattern: "^[0-9A-HJ-NP-RTUW-Y]{18}$",
    maxLength: 18,
    column: true,
    unique: true,
  }),
  region: region({ words: { zh: "所在地区", en: "Region" }, column: true }),
  sector: sector({ words: { zh: "行业领域", en: "Sector" }, column: true }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    register: "enterprise",
    derived: true,
    column: true,
  }),
  ownership: choice({
    words: { zh: "企业隶属", en: "Ownership" },
    options: {
      central: { zh: "央属", en: "Central" },
      provincial: { zh: "省属", en: "Provincial" },
      prefecture: { zh: "州属", en: "Prefecture" },
      other: { zh: "其他", en: "Other" },
    },
  }),
  highRisk: flag({ words: { zh: "高危行业", en: "High-risk sector" } }),
  address: label({ words: { zh: "地址", en: "Address" } }),
} as const;

type Enterprise = Attempt<{ readonly creditCode?: string }>;

/** 企业: whoever produces or trades, once by its credit code. Work Safety Law (2021) art. 4, 62; measure 5. */
export const enterprise = defineRegister({
  name: "enterprise",
  plural: "enterprises",
  words: { zh: "企业", en: "Enterprise" },
  law: [{ zh: "《安全生产法》第四条、第六十二条", en: "Work Safety Law, art. 4 and 62" }],
  measures: [5],
  fields,
  title: "name",
  list: ["number", "name", "creditCode", "region", "sector", "ownership"],
  filters: ["region", "sector"],
  states: {
    operating: { words: { zh: "正常生产经营", en: "Operating" } },
    stopped: { words: { zh: "停产停业", en: "Stopped" } },
    closed: { words: { zh: "关闭或注销", en: "Closed" }, final: true },
  },
  acts: {
    register: {
      words: { zh: "登记", en: "Register" },
      law: [{ zh: "治本攻坚措施5：厘清企业底数", en: "Measure 5: know every enterprise" }],
      from: "new",
      to: "operating",
      by: ["inspector", "departmentHead", "committeeOffice"],
      needs: ["name", "creditCode", "region", "sector"],
      takes: ["ownership", "highRisk", "address"],
      facts: { counts: { sameCreditCode: ["creditCode"] } },
      checks: [creditCodeIsFree],
      sets: ({ entry }) => ({ organisation: entry.id }),
    },
    amend: {
      words: { zh: "更正", en: "Amend" },
      law: [{ zh: "治本攻坚措施5：动态管理清单", en: "Measure 5: a list kept up to date" }],
      from: ["operating", "stopped"],
      to: "unchanged",
      by: ["inspector", "departmentHead", "committeeOffice"],
      takes: ["name", "region", "sector", "ownership", "highRisk", "address", "reason"],
      suggests: ({ entry: { values } }) => ({
        name: values.name,
        region: values.region,
        sector: values.sector,
        ownership: values.ownership,
        highRisk: values.highRisk,
        address: values.address,
      }),
    },
    stop: {
      words: { zh: "停产停业", en: "Stop" },
      law: [{ zh: "《安全生产法》第七十条", en: "Work Safety Law, art. 70" }],
      from: ["operating"],
      to: "stopped",
      by: ["inspector", "departmentHead", "principal"],
      needs: ["reason"],
    },
    resume: {
      words: { zh: "恢复生产经营", en: "Resume" },
      law: [{ zh: "《安全生产法》第六十五条", en: "Work Safety Law, art. 65" }],
      from: ["stopped"],
      to: "operating",
      by: ["departmentHead"],
      needs: ["reason"],
    },
    closeDown: {
      words: { zh: "关闭或注销", en: "Close down" },
      law: [{ zh: "《安全生产法》第一百一十三条", en: "Work Safety Law, art. 113" }],
      from: ["operating", "stopped"],
      to: "closed",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
    },
  },
  // An enterprise stands open for decades, and what people wrote of it serves no statute's term.
  erasedWhileOpen: true,
  numbering: {
    series: (values) => `enterprise/${countyOf(String(values.region))}`,
    format: (series, drawn) => `QY${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {
    registered: { words: { zh: "企业数", en: "Enterprises registered" }, on: "openedOn" },
    closed: { words: { zh: "关闭企业数", en: "Enterprises closed" }, on: "closedOn" },
  },
});

/** GB 32100-2015: one code, one organisation. */
function creditCodeIsFree({ facts }: Enterprise): Refusal | undefined {
  return (facts.counts.sameCreditCode ?? 0) > 0
    ? refusal("credit-code-taken", [{ field: "creditCode", code: "not-an-option" }])
    : undefined;
}

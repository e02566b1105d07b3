import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { hazardFields } from "./hazard-fields.ts";
import { hazardHeadings } from "./hazard-headings.ts";
import type { HazardState } from "./hazard-states.ts";

/** In which words the tables come in which offices and enterprises keep hazards (隐患排查治理台账). */
export const hazardExchange: Exchange<keyof typeof hazardFields | EngineName, HazardState> = {
  opens: "find",
  keys: [["organisation", "title", "foundOn"]],
  headings: hazardHeadings,
  options: {
    source: {
      selfCheck: ["自查", "企业自查自改", "自查自改", "企业自检", "企业排查", "日常自查", "自查隐患"],
      staffReport: ["员工报告", "内部举报", "职工报告", "员工上报"],
      inspection: [
        ...["检查", "执法检查", "监督检查", "部门监管检查", "日常检查", "专项检查", "联合检查", "部门排查"],
        ...["综合检查", "督导检查", "行业检查", "监管检查", "政府检查"],
      ],
      covertVisit: ["暗访", "明查暗访", "明察暗访", "暗访检查", "督查", "督查暗访"],
      expert: ["专家", "专家检查", "专家服务", "专家会诊", "专家指导"],
      insurer: ["保险", "保险机构", "保险服务", "安责险服务"],
      publicReport: ["举报", "群众反映", "投诉举报", "12350", "信访举报"],
      monitoring: ["监测", "预警", "在线监测", "监测系统"],
      accident: ["事故", "事故调查", "事故倒查"],
      handedDown: ["交办", "移交", "上级交办", "上级督办", "上级检查", "省级督查", "移交交办", "移送"],
      comparison: ["比对", "大数据比对"],
    },
    level: {
      major: ["重大隐患", "重大事故隐患", "是", "重大级"],
      general: ["一般隐患", "一般事故隐患", "否", "较大", "较大隐患", "一般级"],
    },
    stock: { stock: ["存量隐患"], increment: ["增量隐患", "新增"] },
    reportMethod: { written: ["书面报告"], telephone: ["电话"], system: ["系统"] },
    staffReport: { congress: ["职代会", "职工大会", "职工代表大会"], noticeBoard: ["公示栏", "公告栏"] },
    owningLevel: {
      prefecture: ["州", "市级", "州（市）级"],
      county: ["县", "县（市）级"],
      township: ["乡级"],
    },
    acceptanceBy: { own: ["自行验收", "自验"], entrusted: ["委托评估", "第三方评估"] },
  },
  states: {
    found: ["已登记", "待判定", "已发现"],
    rectifying: [
      "未整改",
      "正在整改",
      "整改未完成",
      "未完成",
      "未完成整改",
      "未销号",
      "否",
      "未闭环",
      "限期整改中",
    ],
    selfAccepted: ["已整改", "整改完成", "已整改未销号", "已整改待复查", "完成整改", "待复查", "已完成整改"],
    reviewed: ["复查合格", "待销号"],
    closed: [
      "销号",
      "已闭环",
      "已办结",
      "完成",
      "已完成",
      "是",
      "办结",
      "已整改销号",
      "整改销号",
      "已整改完成并销号",
    ],
    defied: ["拒不执行", "逾期拒不整改"],
    sentBack: ["复查不合格", "退回整改"],
    suspended: ["中止", "暂停整改"],
    dismissed: ["非隐患", "不属于隐患"],
  },
};

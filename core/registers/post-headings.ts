import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { postFields } from "./post-fields.ts";

type State = "awaiting" | "confirmed" | "declined" | "withdrawn" | "ended" | "noted";

/** In which words the tables come in which offices keep who holds which post. */
export const postExchange: Exchange<keyof typeof postFields | EngineName, State> = {
  opens: "grant",
  headings: {
    account: ["用户名", "帐号", "登录名", "用户帐号", "用户账号", "登录帐号", "登录账号"],
    holderName: ["人员姓名", "用户姓名"],
    role: ["角色", "职务", "岗位名称", "岗位类型"],
    unit: ["单位", "单位名称", "所属单位", "工作单位", "部门"],
    covers: ["地区", "管辖区域", "所辖地区", "负责地区"],
    everySector: ["全部行业", "所有行业领域"],
    sectors: ["行业", "分管行业", "分管行业领域", "所管行业领域"],
    heldFrom: ["任职日期", "任职时间", "到岗日期", "开始日期"],
    heldUntil: ["任期止", "结束日期", "离岗日期"],
    state: ["岗位状态", "状态"],
  },
  options: {
    role: {
      safetyManager: ["安管员", "安全管理员（企业）", "安全管理人员"],
      principal: ["企业负责人", "主要负责人"],
      inspector: ["执法员", "执法人员", "监管执法人员"],
      departmentHead: ["部门负责人", "局长", "监管部门负责人"],
      committeeOffice: ["安委办", "安委办人员"],
      leader: ["领导", "分管领导"],
      discipline: ["纪检", "纪检监察"],
      parkOffice: ["园区", "园区管委会人员"],
    },
  },
};

import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { accountFields } from "./account-fields.ts";

/** In which words the tables come in which offices keep their staff. */
export const accountExchange: Exchange<keyof typeof accountFields | EngineName, "active" | "disabled"> = {
  opens: "open",
  keys: [["username"]],
  headings: {
    username: ["帐号", "账号", "登录名", "用户帐号", "用户账号", "登录帐号", "登录账号"],
    name: ["人员姓名", "用户姓名", "工作人员", "使用人"],
    unit: ["单位", "单位名称", "所属单位", "工作单位", "部门"],
    certificateNumber: ["执法证编号", "证件号", "行政执法证号"],
    certificateFrom: ["发证日期", "有效期起"],
    certificateTo: ["有效期止", "有效期至", "证件有效期"],
    state: ["帐号状态", "账号状态", "状态"],
  },
  states: { active: ["正常", "在用", "启用"], disabled: ["停用", "禁用", "注销"] },
};

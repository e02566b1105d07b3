import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { partnerTokenFields } from "./partner-token-fields.ts";

type State = "awaiting" | "approved" | "active" | "declined" | "revoked" | "expired" | "over";

/** In which words the lists come in which offices keep the systems that they exchange data with. */
export const partnerTokenExchange: Exchange<keyof typeof partnerTokenFields | EngineName, State> = {
  opens: "ask",
  headings: {
    name: ["对接系统", "系统名称", "对接平台", "平台名称", "应用名称"],
    purpose: ["对接用途", "用途说明", "使用目的"],
    unit: ["单位", "单位名称", "所属单位", "使用单位", "对接单位"],
    role: ["岗位", "角色", "比照角色"],
    covers: ["地区", "数据区域", "所辖地区"],
    everySector: ["全部行业", "所有行业领域"],
    sectors: ["行业", "所属行业", "数据行业"],
    validUntil: ["有效期", "有效期止", "截止日期", "到期日期"],
    state: ["令牌状态", "状态"],
  },
};

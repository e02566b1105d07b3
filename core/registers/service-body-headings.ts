import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { serviceBodyFields } from "./service-body-fields.ts";
import type { ServiceBodyState } from "./service-body-states.ts";

/** In which words the tables come in which offices keep service bodies. */
export const serviceBodyExchange: Exchange<keyof typeof serviceBodyFields | EngineName, ServiceBodyState> = {
  opens: "register",
  keys: [["creditCode"]],
  headings: {
    name: ["服务机构名称", "单位名称", "技术服务机构", "第三方机构", "机构全称", "名称"],
    creditCode: ["信用代码", "社会信用代码", "统一代码", "机构代码"],
    region: ["所在地区", "所属地区", "地区", "县市", "县（市）", "服务区域", "备案地区"],
    services: ["服务类型", "业务类别", "服务项目", "机构类别", "机构类型", "业务范围"],
    sector: ["行业领域", "行业", "服务行业", "主要行业"],
    otherSectors: ["其他行业", "其他行业领域"],
    qualificationNumber: ["资质证号", "资质编号", "证书编号", "资质证书号", "资质"],
    qualifiedTo: ["有效期至", "资质有效期", "证书有效期", "资质到期日", "有效期止"],
    supervisedBy: ["监管部门", "监管单位", "主管部门", "监管责任部门"],
    address: ["详细地址", "办公地址", "机构地址", "注册地址", "住所"],
    contact: ["负责人", "机构联系人", "项目负责人", "联络人"],
    phone: ["电话", "联系方式", "手机号", "手机号码", "联系人电话"],
    state: ["机构状态", "服务状态", "状态"],
  },
  options: {
    services: {
      evaluation: ["评价", "安全评价机构", "安评"],
      testing: ["检测", "检验", "检测检验机构", "检验检测"],
      training: ["培训", "培训机构"],
      consulting: ["咨询", "技术咨询", "咨询机构"],
      insurance: ["安责险", "保险", "保险机构", "事故预防服务"],
    },
  },
  states: {
    serving: ["在册", "正常", "服务中", "有效"],
    suspended: ["暂停", "停业", "整改"],
    withdrawn: ["退出", "注销", "已注销", "清退", "已清退"],
  },
};

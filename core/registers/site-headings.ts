import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { siteFields } from "./site-fields.ts";

/** In which words the tables come in which offices and enterprises keep their sites and projects. */
export const siteExchange: Exchange<keyof typeof siteFields | EngineName, "inUse" | "suspended" | "closed"> =
  {
    opens: "register",
    keys: [["organisation", "name"]],
    headings: {
      name: [
        "场所名称",
        "项目名称",
        "名称",
        "场所",
        "工程名称",
        "站点名称",
        "矿山名称",
        "尾矿库名称",
        "电站名称",
      ],
      kind: ["类型", "类别", "场所类别", "项目类型", "场所种类", "项目类别"],
      organisation: [
        "企业名称",
        "单位名称",
        "所属企业",
        "所属单位",
        "建设单位",
        "运营单位",
        "业主单位",
        "权属单位",
      ],
      region: [
        ...[
          "所属地区",
          "地区",
          "县市",
          "县（市）",
          "所属县（市）",
          "所属县市",
          "属地",
          "行政区划",
          "所在乡镇",
        ],
        ...["所属乡镇", "乡镇", "乡镇（街道）", "所在县市", "所在县（市）", "项目所在地", "场所所在地"],
      ],
      sector: ["行业", "所属行业", "行业类别", "所属行业领域", "领域"],
      address: ["详细地址", "场所地址", "项目地址", "建设地点", "地点", "具体地址", "位置"],
      longitude: ["经度", "东经"],
      latitude: ["纬度", "北纬"],
      coordinateSystem: ["坐标系统"],
      supervisedBy: ["监管部门", "监管单位", "安全监管部门", "监管责任部门", "监管责任单位"],
      park: ["园区", "所属园区", "工业园区"],
      responsiblePerson: ["负责人", "现场负责人姓名", "项目负责人", "项目经理", "场所负责人", "安全负责人"],
      phone: ["电话", "联系方式", "手机号", "手机号码", "手机", "负责人电话"],
      state: ["使用状态", "运行状态", "场所状态", "建设状态"],
    },
    options: {
      kind: {
        tailings: ["尾矿"],
        dam: ["水库", "大坝"],
        hydropower: ["电站", "水力发电站"],
        solar: ["光伏", "光伏发电站"],
        chemical: ["危化品储存场所", "危险化学品储存场所", "危化装置"],
        fuelStation: ["加油站", "加气站", "加油加气"],
        workshop: ["车间", "厂房", "厂区"],
        warehouse: ["库房", "库"],
        project: ["在建项目", "工程", "项目", "工地"],
        crowded: ["商场", "宾馆", "酒店", "民宿"],
      },
      coordinateSystem: { gcj02: ["高德", "腾讯"], bd09: ["百度"], cgcs2000: ["国家2000"], wgs84: ["GPS"] },
    },
    states: {
      inUse: ["使用中", "正常", "运行", "在建", "投用", "正常使用"],
      suspended: ["停用中", "停运", "停工", "暂停使用"],
      closed: ["已关闭", "拆除", "已拆除", "闭库", "闭坑", "报废"],
    },
  };

import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { selfCheckFields } from "./self-check-fields.ts";

type State =
  | "owed"
  | "answered"
  | "missed"
  | "lateAnswered"
  | "confirmed"
  | "madeUp"
  | "excused"
  | "exempt"
  | "withdrawn";

/**
 * In which words the tables come in which offices keep who checked itself when. The calendar opens self-checks, and a voluntary one
 * is begun at the place: a table brings none but those of days gone by.
 */
export const selfCheckExchange: Exchange<keyof typeof selfCheckFields | EngineName, State> = {
  keys: [["organisation", "period"]],
  headings: {
    organisation: ["企业名称", "单位名称", "自查单位", "自查企业", "生产经营单位", "单位"],
    supervisingOrganisation: ["监管部门", "监管责任单位", "督促单位"],
    region: ["所属地区", "地区", "县市", "属地", "所属乡镇"],
    sector: ["行业", "所属行业"],
    period: ["自查周期（期）", "自查期次", "期次", "所属期", "自查月份", "月份", "季度"],
    basis: ["依据"],
    checkedOn: ["自查日期", "自查时间", "检查时间", "排查日期", "排查时间"],
    areas: ["自查区域", "检查范围", "检查部位", "检查场所", "自查范围", "排查范围"],
    participants: ["参加人", "检查人员", "自查人员", "参检人员", "检查人", "排查人员"],
    noneFound: ["是否未发现隐患", "无隐患"],
    remark: ["备注", "自查情况", "其他", "检查情况", "说明"],
    confirmedOn: ["负责人确认日期", "确认时间"],
    missedOn: ["列为逾期日期"],
    exemption: ["免查理由"],
    ledInPerson: ["是否带队", "主要负责人是否带队", "负责人是否带队"],
    state: ["自查状态", "是否自查", "完成情况", "自查完成情况"],
  },
  states: {
    confirmed: ["已自查", "完成", "已按期完成", "按期完成", "是"],
    madeUp: ["逾期完成", "补查完成", "已补查"],
    excused: ["逾期销项", "已销项"],
    missed: ["未查", "未自查", "逾期", "否"],
    owed: ["待查"],
  },
};

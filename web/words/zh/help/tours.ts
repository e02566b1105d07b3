import type { TourStep, Tours } from "../../help-text.ts";

const bell: TourStep = {
  at: "bell",
  title: "铃铛",
  text: "有条目到您的岗位、临近期限或逾期，这里会亮出数字。",
};
const help: TourStep = {
  at: "help",
  title: "帮助",
  text: "在哪个页面点问号，就打开那个页面的说明；导览也能从这里再看。",
};
const lists = (text: string): TourStep => ({ at: "lists", title: "今天该办的", text });
const opening = (text: string): TourStep => ({ at: "opening", title: "新登记", text });
const menu = (text: string): TourStep => ({ at: "menu", title: "菜单", text });
const purpose = (text: string): TourStep => ({ at: "purpose", title: "这个岗位", text });

const administrator = (text: string): readonly TourStep[] => [
  purpose(text),
  { at: "post", title: "您的岗位", text: "右上角是您以什么身份登录；三员须由三个人分别担任。" },
  { ...help, text: "点问号，再打开“新任管理员的第一天”，照着做即可。" },
];

export const tours: Tours = {
  safetyManager: [
    lists("等您填报、整改、补充的都在这里；先看“已逾期”。"),
    opening("查到隐患，从“登记隐患”开始；没填完离开也会保留。"),
    menu("隐患、自查、风险点、本企业情况，从这里进。判不准时看“判定标准”。"),
    bell,
    help,
  ],
  principal: [
    lists("等您审定、确认的都在这里；须您本人办理，不能代办。"),
    opening("您也可以直接登记隐患，或发起一次自愿自查。"),
    menu("“自查自改”看本期查了没有，“事故隐患”看改了没有。"),
    bell,
    help,
  ],
  inspector: [
    lists("等您复查、会签、签收的都在这里；复查须两人分别签字。"),
    opening("检查发现的隐患从这里登记，照片当场拍。"),
    menu("去检查前，先在“企业”看对象的等级、证照和此前的隐患。"),
    bell,
    help,
  ],
  departmentHead: [
    lists("等您审定、销号、批准的都在这里；先看“已逾期”。"),
    opening("也可以登记企业和隐患；一般由执法人员登记。"),
    menu("“事故隐患”看本部门全部；常用的条件存成“我的筛选”。"),
    bell,
    help,
  ],
  committeeOffice: [
    purpose("安委办统筹协调，看本地区全部，不对企业实施检查。"),
    lists("等您批准的延期、核定的异议在这里。"),
    menu("按地区、等级、逾期看台账；“方案”看各单位的措施和期限。"),
    bell,
    help,
  ],
  leader: [
    purpose("您看本地区全部台账，不办理具体事项。"),
    menu("“事故隐患”里筛选“重大”“已逾期”；每个数字都能点到条目。"),
    bell,
    help,
  ],
  discipline: [
    purpose("您看全部台账和每一条的全过程记录，用于监督履职。"),
    menu("打开任一条目，看谁在何时以什么岗位办的；每行都可核验、可导出存证。"),
    bell,
    help,
  ],
  parkOffice: [
    purpose("您看入园企业及其隐患，由负有监管职责的部门办理。"),
    menu("“企业”看入园企业，“自查自改”看谁逾期未查。"),
    bell,
    help,
  ],
  serviceStaff: [
    purpose("您只看本机构的登记信息，更新联系方式。"),
    menu("“服务机构”里核对服务类别和资质有效期；有误请监管部门更正。"),
    bell,
    help,
  ],
  systemAdministrator: administrator("您管系统运行、备份和升级。看不到隐患和企业，这是规定，不是故障。"),
  securityAdministrator: administrator("您管账号、岗位和安全策略。看不到隐患和企业，这是规定，不是故障。"),
  auditor: administrator("您在“审计日志”里看登录、导出等审计记录。看不到隐患和企业，这是规定，不是故障。"),
};

import { account, accounts, enterCode, newPassword, secondFactor, signInSteps } from "./zh/account.ts";
import { analysis } from "./zh/analysis.ts";
import { applications } from "./zh/applications.ts";
import { assessment } from "./zh/assessment.ts";
import { audit } from "./zh/audit.ts";
import { board } from "./zh/board.ts";
import { comments } from "./zh/comments.ts";
import { duties } from "./zh/duties.ts";
import { exports } from "./zh/exports.ts";
import { figures } from "./zh/figures.ts";
import { formTimes } from "./zh/form-times.ts";
import { handover } from "./zh/handover.ts";
import { help } from "./zh/help.ts";
import { home } from "./zh/home.ts";
import { imports } from "./zh/imports.ts";
import { leaving } from "./zh/leaving.ts";
import { library } from "./zh/library.ts";
import { list } from "./zh/list.ts";
import { map, screen } from "./zh/map.ts";
import { menu } from "./zh/menu.ts";
import { organisations } from "./zh/organisations.ts";
import { partner } from "./zh/partner.ts";
import { personal } from "./zh/personal.ts";
import { photos } from "./zh/photos.ts";
import { plan } from "./zh/plan.ts";
import { printing } from "./zh/printing.ts";
import { reminders } from "./zh/reminders.ts";
import { rights } from "./zh/rights.ts";
import { securityKeys } from "./zh/security-keys.ts";
import { sheet } from "./zh/sheet.ts";
import { signOn } from "./zh/sign-on.ts";
import { tabs } from "./zh/tabs.ts";
import { units } from "./zh/units.ts";
import { why } from "./zh/why.ts";

/** Every word of the screens that does not come from a register. The English dictionary has the same shape, or it does not compile. */
export const zh = {
  product: "治本",
  productLong: "治本 · 安全生产治本攻坚平台",
  demonstration: "演示系统，非政府网站",
  secrecy: "本系统为非涉密系统，严禁存储、处理、传输国家秘密",
  banners: "系统提示",
  tibetanChecked: (by: string, on: string) => `藏文由 ${by} 审核（${on}）`,
  skipToContent: "跳到正文",
  switchLanguage: "English",
  loading: "正在加载…",
  close: "关闭",
  cancel: "取消",
  retry: "重试",
  none: "—",
  yes: "是",
  no: "否",
  choose: "请选择",
  day: "年-月-日",
  searchHint: "输入名称或编号查找",
  nothingFound: "没有符合的结果",
  period: {
    length: "时段类型",
    lengths: { month: "月度", quarter: "季度", halfYear: "半年", year: "年度" },
  },
  yuan: "元",
  colon: "：",
  comma: "、",

  signIn: {
    title: "登录",
    username: "用户名",
    password: "密码",
    submit: "登录",
    capsLock: "大写锁定已打开",
    missing: "请输入用户名和密码",
    steps: signInSteps,
    enterCode,
    newPassword,
    idle: "长时间没有操作，已锁定",
    again: "登录已失效",
    againWhy: "您填写的内容已保留。请重新登录后继续。",
    purpose: "隐患从发现到销号，全过程留痕、可追溯、可核验。",
    demoTitle: "演示账号",
    demoHelp: "以下账号仅供体验，密码均为",
    demoPath:
      "完整体验一条重大隐患：safety 登记并拟判 → principal 审定、报告、启动整改 → safety 自验收 → inspector、inspector2 复查 → yingji 销号。",
  },
  demoAccounts: {
    safety: "企业安全管理人员 · 云岭铜业选冶厂（虚构）",
    principal: "企业主要负责人 · 云岭铜业选冶厂（虚构）",
    principal2: "另一企业主要负责人 · 雪域金属铸造厂（虚构）",
    inspector: "州应急管理局 · 行政执法人员",
    inspector2: "州应急管理局 · 第二名行政执法人员",
    yingji: "州应急管理局 · 监管部门负责人",
    county: "香格里拉市安委办",
    anweiban: "迪庆州安委办",
    deputy: "身兼两岗：德钦县应急管理局负责人、迪庆州安委办（可切换）",
    leader: "迪庆州人民政府 · 党政领导",
    jijian: "迪庆州纪委监委 · 纪检监察人员",
    park: "香格里拉产业园区 · 园区管理机构人员",
    auditor: "审计管理员",
    secadmin: "安全管理员",
    sysadmin: "系统管理员",
  },

  shell: {
    menu: "主菜单",
    openMenu: "打开菜单",
    home: "首页",
    plan: "方案",
    reference: "依据",
    signOut: "退出登录",
    post: "当前岗位",
    postOf: (role: string, organisation: string) => `${role} · ${organisation}`,
    offline: "网络已断开，页面内容可能不是最新；填写的内容会保留。",
  },

  look: {
    title: "显示设置",
    scheme: "配色",
    schemes: { device: "跟随设备", light: "浅色", dark: "深色" },
    text: "字号",
    sizes: { usual: "标准", large: "大字" },
    kept: "只保存在本浏览器，打印始终为浅色。",
  },

  notices: {
    title: "消息提醒",
    bell: (unseen: string) => (unseen === "0" ? "消息提醒" : `消息提醒，${unseen} 条未读`),
    unseen: (unseen: number) => `有 ${unseen} 条未读消息`,
    fresh: "未读",
    empty: "还没有消息。有条目到您的岗位、临近期限或逾期时，会在这里提醒。",
    failed: "消息暂时无法读取",
    more: (count: number) => `仅列出最近 ${count} 条`,
  },

  home,

  list,
  exports,
  imports,
  printing,
  sheet,
  duties,
  assessment,
  reminders,

  menu,

  tabs,

  why,

  personal,
  photos,

  plan,
  board,
  figures,
  map,
  screen,
  comments,

  due: {
    overdueBy: (days: number) => `逾期 ${days} 个工作日`,
    overdueToday: "已逾期",
    today: "今日到期",
    inDays: (days: number) => `剩 ${days} 个工作日`,
    on: (day: string) => `期限 ${day}`,
    provisional: "暂定",
    provisionalWhy: "期限跨入尚未公布节假日安排的年度，公布后自动重算",
    step: "本环节期限",
  },

  entry: {
    state: "办理环节",
    since: "进入当前环节",
    holder: "当前办理单位",
    acts: "可办理事项",
    noActs: "当前没有需要您办理的事项。",
    closedActs: "暂不能办理",
    otherActs: "其他办理动作",
    personalData: "个人信息",
    openIn: "须处于",
    contents: "登记内容",
    changedOnly: "办理信息",
    related: "相关条目",
    relatedOf: (register: string, total: number) => `${register} ${total} 条`,
    openFile: (name: string) => `查看 ${name}`,
    download: "下载",
    previousFile: "上一张",
    nextFile: "下一张",
    recorded: "补录",
    recordedWhy: "登记前已有的事项，按来源文件补录",
  },

  life: {
    title: "一页通览",
    open: "一页通览（可打印）",
    of: (register: string) => `${register}全过程一页通览`,
    print: "打印",
    back: "返回办理页面",
    specimen: "演示样张 非公文",
    sources: "来源与关联",
    lines: (count: number) => `共 ${count} 条记录`,
    madeAt: (time: string) => `生成时间 ${time}`,
  },

  proof: {
    title: "存证",
    explained: "存证文件含本条目的全部记录及签名检查点，他人无需本系统和网络即可核验。",
    export: "导出存证",
    exported: "存证文件已生成。核验命令：zhiben verify 文件名",
    pending: (count: number) => `最近 ${count} 条记录正在编入总账，请过一两秒再导出`,
    fileName: (number: string, demonstration: boolean) =>
      `${demonstration ? "演示样张-非公文-" : ""}存证-${number}.json`,
  },

  ledger: {
    title: "全过程记录",
    verified: "链条完整，逐行核验通过",
    lineVerified: "✓ 已核验",
    broken: (version: number) => `第 ${version} 条记录核验未通过`,
    changes: (count: number) => `变更 ${count} 项`,
    reason: "理由",
    stateAfter: "办理后",
    cleared: "已清除",
    erasedOn: (day: string | undefined) => (day === undefined ? "已依法删除" : `已依法删除（${day}）`),
    hash: "本条哈希",
    prev: "上一条哈希",
    position: "总账位置",
    pending: "待编入",
    showHash: "查看哈希",
    daySources: { device: "离线办理", record: "补录，按当时日期" },
    recordedAt: "入账时间",
    failed: "全过程记录暂时无法读取",
  },

  form: {
    law: "依据",
    required: "必填",
    requiredNext: "下一步办理前必填",
    optional: "选填",
    submit: "提交",
    nothingToFill: "此项无需填写内容，核对后提交即可。",
    leadsTo: "办理后进入",
    staysIn: "办理后环节不变",
    restored: (at: string) => `已恢复 ${at} 填写但未提交的内容。`,
    startOver: "清空重填",
    mend: "请修改标出的内容",
    unsent: "填写但未提交的内容",
    copyUnsent: "复制",
    copied: "已复制",
    network: "网络中断，未收到结果。填写的内容已保留，请重试；重复提交不会产生两条记录。",
    sentBefore: "上一次提交已经成功，不再重复提交。请刷新查看最新内容。",
    signedOut: "登录已失效，内容未提交。重新登录后请再次提交。",
    conflict: "该条目已由他人更新",
    conflictHelp: "您填写的内容已保留。请核对下列变化，再决定是否继续。",
    continueOnLatest: "已核对，按最新内容继续办理",
    before: "原为",
    after: "现为",
    done: (act: string) => `已完成：${act}`,
    warned: "请再看一眼；确认无误可以提交",
    warnedAfter: "已提交，另有提醒",
    submitAnyway: "确认无误，仍然提交",
    restoresState: "办理后回到此前的环节",
    notEntered: "此项由系统填写",
  },

  files: {
    add: "拍照或选择文件",
    drop: "可拖放到此处；支持图片、PDF、Word、Excel、MP4，每个不超过 20 MB",
    uploading: (percent: number) => `正在上传 ${percent}%`,
    failed: "上传失败",
    remove: (name: string) => `移除 ${name}`,
    most: (count: number) => `最多 ${count} 个`,
    leftOut: (most: number, count: number) => `最多 ${most} 个，另有 ${count} 个未添加。`,
    waiting: "文件仍在上传，请稍候",
  },

  checklist: {
    progress: (done: number, all: number) => `已填 ${done} / ${all} 条`,
    summary: ({
      clear,
      present,
      notApplicable,
    }: Readonly<Record<"clear" | "present" | "notApplicable", number>>) =>
      `发现 ${present}，未发现 ${clear}，不涉及 ${notApplicable}`,
    next: "到下一条未填",
    restClear: (article: string, left: number) => `${article}其余 ${left} 项均未发现`,
    none: "该企业所属行业领域暂无已录入的判定标准",
    noneHelp: "请自行列出所检查的区域或事项，并逐项填写结果。",
    note: "备注",
    seen: "写明所见情况（将写入隐患）",
    subject: "检查区域或事项",
    add: "添加其他检查项",
    remove: "移除此项",
    others: (count: number) => `其余 ${count} 项`,
  },

  position: {
    read: "读取本机位置",
    again: "重新读取",
    clear: "不提供",
    failed: "未能读取位置（未授权或没有信号），可以不提供。",
  },

  password: {
    reveal: "显示输入的内容",
    label: "本人登录密码",
    why: "须由本人确认；密码只用于核对身份，不保存",
    missing: "请输入本人登录密码",
  },

  criteria: {
    choose: "选择判定标准条款",
    change: "更换条款",
    clear: "清除",
    search: "按内容、条号或标准名称查找",
    sector: "行业领域",
    allSectors: "全部行业领域",
    inForce: (day: string) => `仅列出 ${day} 有效的条款`,
    source: "出处",
    toBeConfirmed: "待核实",
    more: "结果较多，请输入更具体的内容",
    noItems: (standards: string) => `${standards}：条文未录入，仅知主题，不能用于判定`,
    openInLibrary: "在判定标准库中查看",
  },

  help,

  library,

  organisations,
  units,
  formTimes,
  partner,
  rights,
  account,
  applications,
  handover,
  leaving,
  accounts,
  secondFactor,
  securityKeys,
  signOn,
  analysis,
  audit,

  problem: {
    notFound: "不存在，或不在您的数据范围内",
    notFoundHelp: "请核对地址；如需查看他人负责的条目，请联系其监管单位。",
    outOfSight: "该条目已不在您的数据范围内",
    outOfSightStays: "以下是您最后看到的内容，不能再办理。",
    outOfSightHelp: "可能已移交其他地区、行业或单位。您填写但未提交的内容仍在，可以复制后交给接手的同事。",
    malformedHelp: "请检查地址是否完整，或重置筛选条件后再查。",
    forbidden: "您的岗位无权查看",
    forbiddenHelp: "可切换岗位，或联系管理员。",
    failed: "系统出错了",
    failedHelp: "内容未受影响。请稍后重试；如仍出现，请将请求编号告知管理员。",
    offline: "无法连接服务器",
    offlineHelp: "请检查网络后重试。已填写但未提交的内容会保留。",
    requestId: "请求编号",
    home: "回到首页",
  },
} as const;

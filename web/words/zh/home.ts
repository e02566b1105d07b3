/** Words of the home page. */
export const home = {
  hello: (name: string) => `${name}，您好`,
  openList: (title: string, total: number) => `${title} ${total} 条，打开列表`,
  call: {
    title: "请先完成本期自查",
    voluntary: "请完成已发起的自愿自查",
    what: "请您做什么",
    whatWords: "对照检查清单逐项检查并填报，发现的隐患如实登记，由主要负责人带队并确认。",
    why: "为什么",
    whyWords: "治本攻坚措施7要求企业常态化自查自改；早一天查出，早一天整改，事故就少一分可能。",
    go: "现在去自查",
  },
  work: "我的工作",
  lists: { todo: "待办", acted: "已办", started: "我发起的", copied: "抄送我" },
  listsWhy: {
    todo: "等待您所在单位、您的岗位办理，期限近的在前",
    acted: "您办理过、目前不等您办理的",
    started: "由您登记、发起的",
    copied: "送达过您的岗位或告知了您的单位、不由您办理、尚未办结的",
  },
  listsEmpty: {
    todo: "没有待办事项",
    acted: "您还没有办理过的事项",
    started: "您还没有发起过的事项",
    copied: "没有抄送给您的事项",
  },
  more: (register: string, total: number) => `${register} 全部 ${total} 条`,
  ladders: { mine: "我的待办期限", scope: "期限概况" },
  laddersWhy: {
    mine: "您的待办离期限还有多久；7日内含3日内",
    scope: "您能看到的全部条目离期限还有多久；7日内含3日内",
  },
  register: "台账",
  rungs: {
    overdue: "已逾期",
    today: "今日",
    within3: "3日内",
    within7: "7日内",
    within30: "30日内",
  },
  watched: "总体情况",
  news: "最新动态",
  since: (day: string) => `自上次登录（${day}）以来`,
  sinceWeek: (day: string) => `最近一周（${day}起）`,
  opened: "新登记",
  closed: "办结",
  latest: "最近登记的隐患",
  noNotices: "还没有发给您的消息。",
  notices: "最近的消息",
  purposes: {
    committeeOffice: "本岗位统筹协调：查看本地区全部台账，批准延期、核定异议，不对企业实施检查。",
    leader: "本岗位查看本地区全部台账，每个数字都可以点开到条目；只确认本单位人员的任职，不办理具体事项。",
    discipline: "本岗位查看本地区全部台账和每一条目的全过程记录，用于监督履职；不办理具体事项。",
    parkOffice: "本岗位查看入园企业及其隐患，由负有监管职责的部门办理。",
    serviceStaff:
      "本岗位核对本机构的登记信息，更新联系方式；只提供技术支持，不检查企业，也看不到企业和隐患。",
    systemAdministrator:
      "系统管理员开通、停用账号，负责系统运行、备份和升级，不查看、不办理隐患和企业台账（三员分立）。账号本身没有任何权限，由安全管理员授权、单位负责人确认后才能办理。",
    securityAdministrator:
      "安全管理员授权岗位、办理卸任，不查看、不办理隐患和企业台账（三员分立）。授权经接收单位负责人确认后生效，卸任即时生效。",
    auditor:
      "审计管理员查看账号、任职的全过程和登录、导出等审计记录，不查看、不办理隐患和企业台账（三员分立）。审计记录在“审计日志”里查看、核验、导出。",
  },
};

/** Words of signing in step by step, of the own account, and of the accounts as administrators see them. */
export const signInSteps = {
  "enter-code": "第二步：输入验证码",
  "change-password": "第一次登录：设置您自己的密码",
  "set-second-factor": "请设置第二重验证",
};

export const enterCode = {
  label: "验证码",
  hint: "手机上身份验证器显示的 6 位数字，30 秒换一次，每个只能用一次。手机不在身边时，可输入一个恢复码。",
  submit: "继续",
};

export const secondFactor = {
  title: "第二重验证",
  why: "除密码外，登录时再输入手机上的 6 位验证码，或使用安全密钥。别人即使知道您的密码，也登录不了。",
  required: "您的岗位必须使用第二重验证。设置一次即可；两种方式任选其一，以后可在“我的账号”中再加另一种。",
  forAWhile: (hours: number) => `这是演示系统，账号人人共用：可以试用，${hours} 小时后自动停用。`,
  off: "未启用",
  on: (since: string) => `已启用（${since}）`,
  left: (count: number) => `恢复码还剩 ${count} 个`,
  fewLeft: "恢复码快用完了，请重新生成。",
  wasReset: (at: string, askedBy: string, decidedBy: string) =>
    `您原来的第二重验证已于 ${at} 重置（${askedBy}申请，${decidedBy}确认）。如非您本人提出，请立即联系审计管理员。`,
  password: "登录密码",
  setUp: "设置第二重验证",
  show: "显示二维码",
  replace: "更换手机",
  replaceWhy: "先输入现在的验证码或一个恢复码，再扫新的二维码。确认后原来的手机和恢复码作废。",
  redraw: "重新生成恢复码",
  redrawWhy: "先验证是您本人。原来的恢复码全部作废。",
  giveUp: "停用手机验证码",
  giveUpWhy: "验证是您本人。停用后登录只需密码。",
  giveUpAppWhy: "验证是您本人。停用后登录用安全密钥，恢复码不变。",
  scan: "第一步：在手机上打开身份验证器（如 FreeOTP、Microsoft Authenticator），扫描二维码。",
  picture: "第二重验证的二维码",
  typeIt: "扫不了码时，在身份验证器里选择“手动输入”，输入以下密钥（基于时间，6 位）：",
  secret: "密钥",
  confirmHint: "第二步：输入身份验证器现在显示的 6 位数字。手机时间须准确（自动设置）。",
  confirm: "确认启用",
  recoveryTitle: "请保存恢复码",
  recoveryWhy:
    "手机或安全密钥丢失、损坏时，每个恢复码可代替它使用一次。只显示这一次：请抄下或打印，锁在办公室，不要存在手机里。",
  recoveryList: "恢复码",
  kept: "已保存好，继续",
  done: "已办理",
};

export const newPassword = {
  rule: "至少 12 个字符，不要求大小写或符号。最好是一句只有您自己知道的话，汉字、空格都可以；不要用姓名、生日、电话。",
  old: "原密码",
  oldWrong: "原密码不正确",
  fresh: "新密码",
  again: "再输入一遍新密码",
  differs: "两遍输入不一致",
  submit: "保存新密码",
};

export const account = {
  title: "我的账号",
  purpose: (name: string) => `${name}，这里管您本人怎样登录。账号只供本人使用，不得借用。`,
  shared: "这是演示系统，账号人人共用，密码不能更改。",
  password: "修改密码",
  passwordEnds: "保存后，您在其他地方的登录立即退出，本次登录不受影响。",
  passwordChanged: "密码已修改",
  before: (at: string, address: string, device: string) =>
    `上次登录：${at}，来自 ${address}（${device}）。不是您本人的，请立即修改密码并告知系统管理员。`,
  sessions: {
    title: "登录中的设备",
    purpose: "您现在在这些地方登录着。不认识的请结束，并修改密码。",
    shared: "演示系统的账号人人共用，这里只显示您的这一次登录。",
    most: (most: number) => `同时最多 ${most} 处，再登录时最早的一处自动退出。`,
    current: "本次登录",
    times: (began: string, used: string) => `${began} 登录，最近使用 ${used}`,
    end: "结束",
    endThat: (device: string, address: string) => `结束 ${device}、${address} 的登录`,
    endOthers: "结束其他全部登录",
    ended: "已结束",
  },
  tries: {
    title: "最近的登录记录",
    purpose: "最近 20 次登录本账号的成功和失败。有不是您的，请修改密码并告知系统管理员。",
    came: "成功",
    failed: "失败",
  },
};

export const accounts = {
  title: "账号与登录",
  purpose:
    "为没有密码、忘记密码的人发放一次性密码，为丢失手机的人申请重置第二重验证。核实是本人再办理；每次都记入审计日志。",
  secondFactor: { true: "已启用第二重验证", false: "未启用第二重验证" },
  signOn: "已绑定统一身份认证",
  askReset: "申请重置第二重验证",
  askResetFor: (name: string) => `为${name}申请重置第二重验证`,
  askResetWhy: (name: string) =>
    `${name}的手机（或安全密钥）和恢复码都不能用时才申请。须由安全管理员确认后才生效：届时其登录全部退出，原来的验证码、安全密钥和恢复码作废，本人会收到通知，下次登录重新设置。`,
  askResetSubmit: "提出申请",
  resets: "待确认的重置申请",
  resetsPurpose:
    "系统管理员申请、安全管理员确认，一人不能独办。请安全管理员自行向本人核实后再确认。3 天内未确认自动作废。",
  noResets: "没有待确认的申请",
  askedBy: (name: string, at: string) => `${name} 于 ${at} 申请`,
  confirmReset: "确认重置",
  confirmResetOf: (name: string) => `确认重置${name}的第二重验证`,
  declineReset: "撤销申请",
  declineResetOf: (name: string) => `撤销申请：重置${name}的第二重验证`,
  search: "姓名或用户名",
  find: "查找",
  none: "没有找到账号",
  disabled: "账号已停用",
  passwords: {
    none: () => "尚无密码",
    issued: (until: string) => `一次性密码未使用，${until} 前有效`,
    own: () => "本人已设密码",
  },
  end: "结束全部登录",
  endOf: (name: string) => `结束全部登录：${name}`,
  endWhy: (name: string) =>
    `${name}在所有电脑、手机上立即退出，未保存的内容留在其页面上。账号和密码不变，仍可再次登录。此事记入审计日志。`,
  confirmEnd: "确认结束",
  ended: (name: string, sessions: number) => `${name}的 ${sessions} 处登录已结束`,
  issue: "发放一次性密码",
  issueTo: (name: string) => `为${name}发放一次性密码`,
  why: (name: string) =>
    `${name}原来的密码立即作废，其登录全部退出，统一身份认证的绑定同时解除。一次性密码只显示这一次，首次登录须改成本人的密码。`,
  confirm: "确认发放",
  issued: (name: string, until: string) =>
    `请当面或按已知号码的电话告知${name}，不要发在群里。${until} 前有效：`,
};

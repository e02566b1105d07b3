/** Words of signing in step by step, of the own account, and of the accounts as administrators see them. */
export const signInSteps = {
  "change-password": "第一次登录：设置您自己的密码",
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
  shared: "这是演示系统，账号人人共用，密码和登录方式不能更改。",
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
  purpose: "为没有密码、忘记密码的人发放一次性密码。核实是本人再发放；每次发放都记入审计日志。",
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
  endOf: (name: string) => `结束${name}的全部登录`,
  endWhy: (name: string) =>
    `${name}在所有电脑、手机上立即退出，未保存的内容留在其页面上。账号和密码不变，仍可再次登录。此事记入审计日志。`,
  confirmEnd: "确认结束",
  ended: (name: string, sessions: number) => `${name}的 ${sessions} 处登录已结束`,
  issue: "发放一次性密码",
  issueTo: (name: string) => `为${name}发放一次性密码`,
  why: (name: string) =>
    `${name}原来的密码立即作废，其登录全部退出。一次性密码只显示这一次，首次登录须改成本人的密码。`,
  confirm: "确认发放",
  issued: (name: string, until: string) =>
    `请当面或按已知号码的电话告知${name}，不要发在群里。${until} 前有效：`,
};

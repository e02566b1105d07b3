/** Words of signing in by an identity provider, and of binding the own account to it. */
export const signOn = {
  or: "或",
  begin: (name: string) => `用${name}登录`,
  elsewhere: (name: string) => `用${name}登录（在新标签页中）`,
  elsewhereWhy: "在新标签页登录后回到这里，填写的内容还在。",
  returning: "正在登录",
  binding: "正在绑定",
  failed: "没有登录",
  notBound: "没有绑定",
  again: "回到登录页",
  toAccount: "回到我的账号",
  left: (name: string) => `您在${name}处可能仍登录着。与他人共用电脑的，请一并退出。`,
  leave: (name: string) => `退出${name}`,
  why: (name: string) =>
    `绑定后，登录时可以用${name}代替密码。本系统的密码仍然有效；办理时要求确认密码的，仍用本系统的密码。`,
  off: "未绑定",
  on: (since: string) => `已绑定（${since}）`,
  onByName: (since: string) => `已绑定（${since}，首次登录时按用户名自动绑定）`,
  password: "本系统的登录密码",
  bind: (name: string) => `绑定${name}`,
  bindWhy: "先输入本系统的密码，再到提供方登录您本人的身份。",
  bindByFactor: "绑定前须先验证本人，再到提供方登录您本人的身份。",
  unbind: "解除绑定",
  unbindWhy:
    "解除后只能用密码登录，以后也不再按用户名自动绑定，须由您本人重新绑定。没有本系统密码的，请先请系统管理员发放一次性密码。",
  confirmUnbind: "确认解除绑定",
  unbound: "已解除绑定",
};

import type { Terms } from "./term.ts";

/** How the system itself speaks: of entries and acts, of the ledger and those who watch it. */
export const systemTerms = {
  register: {
    words: { zh: "台账", en: "register" },
    meaning: {
      zh: "方案要求某方保存的一类事项，一类一个声明文件",
      en: "one kind of thing that the plan obliges somebody to keep, declared in one file",
    },
  },
  entry: {
    words: { zh: "条目", en: "entry" },
    meaning: { zh: "台账中的一件事", en: "one thing in a register" },
  },
  account: {
    words: { zh: "账号", en: "account" },
    meaning: {
      zh: "一个人用来登录的身份，一人一号；本身没有任何权限，权限随岗位而来",
      en: "that by which one person signs in, and nobody else; it gives no rights by itself, they come with posts",
    },
  },
  act: {
    words: { zh: "办理动作", en: "act" },
    meaning: { zh: "条目产生或改变的唯一方式", en: "the only way in which an entry comes to be or changes" },
  },
  restricted: {
    words: { zh: "限制知悉", en: "restricted" },
    meaning: {
      zh: "一个事项不因地区和行业而可见，只有企业本身、事项中列明的单位和纪检监察人员看得到；考核在公布以前都是这样",
      en: "of a matter that region and trade do not show: its enterprise, the units that it names and discipline inspection see it; so is every assessment until it is published",
    },
  },
  refusal: {
    words: { zh: "不能办理的原因", en: "refusal" },
    meaning: {
      zh: "不允许办理的具名原因；是一个值，不是异常",
      en: "the named reason for which an act is not allowed; a value, never an exception",
    },
  },
  warning: {
    words: { zh: "提醒", en: "warning" },
    meaning: {
      zh: "办理时指出、但不阻止：看起来不对，也可能是对的",
      en: "what an act points out without being refused: it looks wrong and may be right",
    },
  },
  mask: {
    words: { zh: "掩码", en: "mask" },
    meaning: {
      zh: "代替个人号码显示的内容：最多露出前三位和后四位",
      en: "what is shown in place of a personal number: its first three and last four signs at most",
    },
    explained: true,
  },
  envelopeEncryption: {
    words: { zh: "信封加密", en: "envelope encryption" },
    meaning: {
      zh: "号码用数据密钥加密，数据密钥再由数据库之外的主密钥加密",
      en: "a number is encrypted by a data key, and that by a master key which lies outside the database",
    },
  },
  ledger: {
    words: { zh: "全过程记录", en: "ledger" },
    meaning: {
      zh: "只增不改、逐条用哈希相连的办理记录；条目就是其各条累积的结果",
      en: "the append-only, hash-chained list of acts; an entry is the fold of its lines",
    },
    explained: true,
  },
  oneTimePassword: {
    words: { zh: "一次性密码", en: "one-time password" },
    meaning: {
      zh: "系统管理员发放、只显示一次、72 小时内有效的密码，只能用来设置本人的密码",
      en: "a password that the system administrator issues and sees once; it opens nothing but the way to an own one, for 72 hours",
    },
    explained: true,
  },
  secondFactor: {
    words: { zh: "第二重验证", en: "second factor" },
    meaning: {
      zh: "登录时除密码外再出示的一样东西：本人手机上身份验证器的一次性验证码，或安全密钥",
      en: "what is shown beside the password: a code that an authenticator on the person's phone makes and that works once, or a security key",
    },
    explained: true,
  },
  securityKey: {
    words: { zh: "安全密钥", en: "security key" },
    meaning: {
      zh: "插在电脑上的小设备，或电脑、手机的指纹、面容、屏幕锁（通行密钥）；登录时代替验证码，只认本系统的网址",
      en: "a device in the computer, or the fingerprint, face or screen lock of computer or phone (a passkey), that answers this system's address alone in place of a code",
    },
    explained: true,
  },
  signOn: {
    words: { zh: "统一身份认证", en: "single sign-on" },
    meaning: {
      zh: "单位自己的登录平台：在那里登录一次，即可进入绑定了的系统",
      en: "signing in at the office's own identity provider, which tells the systems that are bound to it who sits there",
    },
    explained: true,
  },
  recoveryCode: {
    words: { zh: "恢复码", en: "recovery code" },
    meaning: {
      zh: "手机或安全密钥不能用时代替它的代码，设置时只显示一次，每个只能用一次",
      en: "stands in for the second factor once, when phone or security key is not at hand; shown once",
    },
    explained: true,
  },
  scope: {
    words: { zh: "数据范围", en: "scope" },
    meaning: {
      zh: "地区及其下级 × 行业领域 × 单位，另加作为相关单位的条目",
      en: "region subtree × sectors × organisation, plus being a party",
    },
    explained: true,
  },
  party: {
    words: { zh: "相关单位", en: "party" },
    meaning: { zh: "条目所涉及的单位", en: "an organisation that an entry concerns" },
    explained: true,
  },
  partyPlace: {
    words: { zh: "相关条目所在", en: "party place" },
    meaning: {
      zh: "一个单位所涉条目的所在：本单位与否、县、行业领域",
      en: "where the entries lie that an organisation is party to: its own or not, county, sector",
    },
  },
  holder: {
    words: { zh: "当前办理单位", en: "holder" },
    meaning: { zh: "下一步应由其办理的单位", en: "the organisation that must act next" },
    explained: true,
  },
  post: {
    words: { zh: "岗位", en: "post" },
    meaning: {
      zh: "某单位中的一种身份，管一定地区和行业；一个人同一时间以一个岗位办理",
      en: "a role in an organisation, over a region and sectors; a person acts in one post at a time",
    },
  },
  notice: {
    words: { zh: "消息提醒", en: "notice" },
    meaning: {
      zh: "发给岗位：有条目到达，或期限临近、已过；或发给评论中提到的人",
      en: "told to a post: an entry has come to it, or a deadline nears or has passed; or to a person whom a comment names",
    },
  },
  comment: {
    words: { zh: "评论", en: "comment" },
    meaning: {
      zh: "某人就条目说的话：是记录中的封存值，不是条目的内容",
      en: "what somebody says of an entry: a sealed value of a ledger line, never of the entry",
    },
  },
  audience: {
    words: { zh: "评论可见范围", en: "audience" },
    meaning: {
      zh: "谁能看到一条评论：能查看条目的所有人，或仅监管部门",
      en: "who reads a comment: everybody who sees the entry, or the supervising side alone",
    },
  },
  concern: {
    words: { zh: "与本人有关", en: "concern" },
    meaning: {
      zh: "某人登记或办理过一个条目，或条目曾送达其岗位；个人清单由此而来",
      en: "that somebody opened an entry, acted on it, or that it once came to their role; what their own lists are made of",
    },
  },
  ownLists: {
    words: { zh: "待办、已办、我发起的、抄送我", en: "own lists" },
    meaning: {
      zh: "等待岗位办理的；本人办理过、目前不等本人的；本人登记的；告知了岗位或单位、不由本人办理的",
      en: "what awaits a post; what a person acted on and does not await them; what they opened; what their post or organisation was told and is not theirs to do",
    },
  },
  dueLadder: {
    words: { zh: "期限阶梯", en: "due ladder" },
    meaning: {
      zh: "已逾期、今日到期、三日内、七日内、三十日内各有多少；除逾期外，后一级含前一级",
      en: "how much is overdue, due today, and due within three, seven and thirty days; each rung but the first holds those before it",
    },
  },
  sealedValue: {
    words: { zh: "封存值", en: "sealed value" },
    meaning: {
      zh: "个人信息或自由文字；记录中只留加盐的承诺，依法删除后链条仍完整",
      en: "a personal or free-text value; the ledger line holds only a salted commitment to it",
    },
  },
  checkpoint: {
    words: { zh: "检查点", en: "checkpoint" },
    meaning: {
      zh: "到某一时刻全部记录的签名摘要；在别处留有一份的人，能看出历史是否被改写",
      en: "the signed head of the tree over all ledger lines up to a moment; whoever keeps one elsewhere can tell a rewritten past",
    },
    explained: true,
  },
  verification: {
    words: { zh: "核验", en: "verification" },
    meaning: {
      zh: "把数据库的全部内容与全过程记录核对，再把记录与已签名的核对",
      en: "all that the database keeps held against its ledger, and the ledger against what was signed",
    },
  },
  witness: {
    words: { zh: "见证方", en: "witness" },
    meaning: {
      zh: "为检查点联署的外部单位：省、公证处或另一套治本",
      en: "somebody outside who countersigns checkpoints: a province, a notary, another Zhiben",
    },
    explained: true,
  },
  cosignature: {
    words: { zh: "见证签名", en: "cosignature" },
    meaning: {
      zh: "见证方在检查点下的签名和时间：它看到本次由上次增长而来",
      en: "what a witness signs beneath a checkpoint, with the time: that it saw this tree grow out of the one before",
    },
  },
  proof: {
    words: { zh: "存证", en: "proof" },
    meaning: {
      zh: "一个文件，不用我们的数据库也能向第三方证明条目的全部历史",
      en: "a file that shows an entry's whole history to a third party without our database",
    },
    explained: true,
  },
  auditLog: {
    words: { zh: "审计日志", en: "audit log" },
    meaning: {
      zh: "与全过程记录同样做法的第二份记录：登录、登录失败、导出",
      en: "the second log of the same make as the ledger: sign-ins, failures, what was taken out of the system",
    },
    explained: true,
  },
  erasure: {
    words: { zh: "依法删除", en: "erasure" },
    meaning: {
      zh: "一人申请、另一人办理，删去封存值的全部版本；链条保持完整",
      en: "a sealed value goes in all its versions, by one person's request and another's act; the chain stays whole",
    },
  },
  cell: {
    words: { zh: "统计单元", en: "cell" },
    meaning: { zh: "对一个计数的一次带符号的变化", en: "one signed change to a count" },
  },
  pack: { words: { zh: "数据包", en: "pack" }, meaning: { zh: "一次行动的数据", en: "a campaign's data" } },
  threeAdministrators: {
    words: { zh: "三员分立", en: "three administrators" },
    meaning: {
      zh: "系统、安全、审计三名管理员由不同的人担任，互相制约，都不接触业务数据；GB/T 22239-2019",
      en: "system, security and audit are three people who hold one another in check, and none of them sees the work itself; GB/T 22239-2019",
    },
    explained: true,
  },
  backup: {
    words: { zh: "备份", en: "backup" },
    meaning: {
      zh: "数据库及其所列附件同一时刻的样子，封在一个文件里",
      en: "one picture of the database and the attachments that it names, in one sealed file",
    },
  },
  restore: {
    words: { zh: "恢复", en: "restore" },
    meaning: {
      zh: "把备份装入空的位置，要么全部，要么一点不装",
      en: "a backup brought into an empty place, whole or not at all",
    },
  },
  epoch: {
    words: { zh: "序列段", en: "epoch" },
    meaning: {
      zh: "变更序列位置有效的区间；每次恢复另起一段",
      en: "within which positions of the change feed count; a restore draws a new one",
    },
  },
  import: {
    words: { zh: "导入", en: "import" },
    meaning: {
      zh: "把表格文件的每一行当作一次办理，新增或更改条目；同样的一行不会导入两次",
      en: "a file of rows, each of which is one act that opens or changes an entry; the same row never comes in twice",
    },
  },
  trial: {
    words: { zh: "试导入", en: "trial" },
    meaning: {
      zh: "逐行算出导入会新增、更改、跳过还是不能导入，不写入任何内容",
      en: "what an import would do with each row (add, change, skip, refuse), with nothing written",
    },
  },
} as const satisfies Terms;

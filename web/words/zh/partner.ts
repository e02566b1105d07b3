/** Words of partners' tokens: the secret that is shown once, and the calls that were made. */
export const partner = {
  secret: {
    title: "接口令牌密钥",
    once: "密钥只显示这一次，系统不保存，关闭后无法再次查看。请立即复制，用安全的方式交给对接方；遗失的，吊销后另行申请。",
    use: "对接方在每个请求中加上请求头：",
    closing: "已复制，关闭",
  },
  calls: {
    title: "接口调用记录",
    purpose:
      "对接系统用接口令牌发出的每次请求：何时、哪个接口、查询条件、行数、结果。超过限额的，每分钟只记一次。",
    number: "令牌编号",
    find: "查询",
    none: "没有调用记录。",
    at: "时间",
    route: "接口",
    filter: "查询条件",
    rows: "行数",
    status: "应答状态",
    address: "客户端地址",
    more: "更多",
  },
};

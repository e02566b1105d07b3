/** Words of the posts of an account, and of whoever hands all of them over. */
export const leaving = {
  title: "任职与交接",
  waits: (total: number) => `待办 ${total} 项`,
  last: "没有其他人任此岗位",
  handOver: "离岗一次移交",
  why: "此人的全部任职一次办完：选定接任者的，按原岗位、原范围授权，由各接收单位负责人确认后生效；不选的，自该日起卸任；尚待确认的，撤回授权。有一项办不了，就都不办。",
  successor: (post: string) => `${post}：接任者`,
  takenBack: (post: string) => `${post}：尚待确认，将撤回授权，不需要接任者`,
  endsFrom: "卸任日期（自该日起不再任职）",
  reason: "理由",
  missing: "请填写卸任日期和理由",
  reasonMissing: "请填写理由",
  ends: (count: number) => `${count} 个岗位没有接任者，将卸任。`,
  submit: (count: number) => `移交全部 ${count} 个岗位`,
};

/** Words around printing, which the audit log is told of first. */
export const printing = {
  notPrinted: "没有打印：打印须先记入审计日志，这次没有记上。请重试。",
  untold: "这次打印没有记入审计日志。请用页面上的“打印”按钮，或告知管理员。",
};

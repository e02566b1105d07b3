/** Words of the pages that stay open. */
export const tabs = {
  title: "已打开的页面",
  close: (title: string) => `关闭“${title}”`,
};

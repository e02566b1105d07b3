import type { Words } from "../words.ts";

/** What keeps a list from being exported in the background, in the words of the person who asked for it. */
export const exportFaults = {
  "post-ended": {
    zh: "您在该岗位的任职已结束，未导出",
    en: "You no longer hold the post in which you asked; nothing was exported",
  },
  "list-unknown": {
    zh: "系统已升级，原查询条件不再适用，请重新查询后导出",
    en: "The list is no longer known under this address; search and export again",
  },
  "disk-full": {
    zh: "服务器磁盘空间不足，未导出；请联系系统管理员",
    en: "The server's disk is nearly full, so nothing was exported; tell the administrator",
  },
  broken: {
    zh: "导出时出错，未生成文件，请重试；仍不成功请联系系统管理员",
    en: "An error kept the file from being made; try again, and tell the administrator if it fails again",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type ExportFault = keyof typeof exportFaults;

export const isExportFault = (code: string): code is ExportFault => Object.hasOwn(exportFaults, code);

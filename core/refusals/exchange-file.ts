import type { Words } from "../words.ts";

/** Why a file of rows cannot be taken at all, whatever the register, and what to do instead. */
export const exchangeFileRefusals = {
  "file-not-a-table": {
    zh: "这不是表格文件；请上传 .xlsx、.xls 或 .csv 文件",
    en: "This is no table; bring a file of the kind .xlsx, .xls or .csv",
  },
  "file-broken": {
    zh: "文件已损坏或不完整；请用表格软件打开后另存为 .xlsx 再上传",
    en: "The file is damaged or not whole; open it in a spreadsheet program, save it as .xlsx and bring that",
  },
  "file-encrypted": {
    zh: "文件设有打开密码；请去掉密码后另存再上传",
    en: "The file opens only with a password; take the password off, save it and bring that",
  },
  "file-has-macros": {
    zh: "文件含有宏，为安全起见不接收；请另存为不带宏的 .xlsx 再上传",
    en: "The file holds macros, which are not taken in; save it as .xlsx without macros and bring that",
  },
  "file-has-links": {
    zh: "文件链接到其他文件或数据源，为安全起见不接收；请断开链接（只保留数值）后另存再上传",
    en: "The file is linked to other files or sources, which are not followed; break the links, keep the values and bring that",
  },
  "file-has-objects": {
    zh: "文件内嵌了其他文件或控件，为安全起见不接收；请删除后另存再上传",
    en: "Other files or controls are embedded in the file; remove them, save it and bring that",
  },
  "file-unpacks-too-large": {
    zh: "文件解压后过大，疑似压缩炸弹；请只保留需要导入的工作表后另存再上传",
    en: "Unpacked, the file is larger than any table here may be; keep only the sheet that is to come in and bring that",
  },
  "file-no-sheet": {
    zh: "文件中没有可见的工作表",
    en: "The file has no sheet that can be seen",
  },
  "file-sheet-unknown": {
    zh: "文件中没有这张工作表",
    en: "The file has no such sheet",
  },
  "file-sheet-empty": {
    zh: "工作表是空的；请检查是否选错了文件或工作表",
    en: "The sheet is empty; see whether it is the right file and the right sheet",
  },
  "file-too-many-rows": {
    zh: "行数超过一次导入的上限（20 万行）；请分成几个文件",
    en: "More rows than one import takes (200 000); divide them among several files",
  },
  "file-too-many-columns": {
    zh: "列数超过上限（256 列）；请删去不需要的列",
    en: "More columns than are taken (256); remove those that are not needed",
  },
  "file-encoding-unknown": {
    zh: "文本编码无法识别；请另存为 UTF-8 编码的 CSV 或 .xlsx 再上传",
    en: "The encoding of the text is not known; save it as CSV in UTF-8 or as .xlsx and bring that",
  },
} as const satisfies Readonly<Record<string, Words>>;

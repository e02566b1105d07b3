import type { Words } from "../words.ts";

/** Why a file of rows cannot be taken at all, whatever the register, and what to do instead. */
export const exchangeFileRefusals = {
  "file-not-a-table": {
    zh: "这不是可以读取的表格文件；请用表格软件另存为 .xlsx（或 .xls、.csv）再上传",
    en: "This is no table that can be read; save it from a spreadsheet program as .xlsx (or .xls, .csv) and bring that",
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
    zh: "文件中没有可见的工作表；请取消隐藏要导入的工作表后再上传",
    en: "The file has no sheet that can be seen; show the one that is to come in and bring it again",
  },
  "file-sheet-unknown": {
    zh: "文件中没有这张工作表；请重新选择工作表",
    en: "The file has no such sheet; choose among those that it has",
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
  "file-too-large": {
    zh: "文件超过 64 MB；请删去图片和不需要的工作表，或分成几个文件",
    en: "The file is larger than 64 MB; remove pictures and sheets that are not needed, or divide it",
  },
  "file-cell-too-long": {
    zh: "有单元格的文字超过 32767 个字；如是 CSV 文件，请检查是否缺少一个引号，或另存为 .xlsx 再上传",
    en: "A cell holds more than 32 767 characters; in a CSV file a quotation mark is often missing: mend it or bring .xlsx",
  },
  "file-reading-given-up": {
    zh: "文件过大或过于复杂，读取未能完成；请另存为 .xlsx 并只保留要导入的工作表",
    en: "The file is too large or too intricate to be read; save it as .xlsx with nothing but the sheet that is to come in",
  },
  "file-encoding-unknown": {
    zh: "文本编码无法识别；请另存为 UTF-8 编码的 CSV 或 .xlsx 再上传",
    en: "The encoding of the text is not known; save it as CSV in UTF-8 or as .xlsx and bring that",
  },
} as const satisfies Readonly<Record<string, Words>>;

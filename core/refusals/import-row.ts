import type { Words } from "../words.ts";

/** Why a row of a file does not come in though each of its cells can be read. */
export const importRowRefusals = {
  "name-unknown": {
    zh: "没有这个名称，或不在您的数据范围内；请核对名称，或改填编号",
    en: "Nothing is called so, or it is not yours to see; see to the name, or give the number",
  },
  "name-ambiguous": {
    zh: "有几个同名，请改填编号",
    en: "Several are called so; give the number instead",
  },
  "number-unknown": {
    zh: "没有这个编号，或不在您的数据范围内；新登记的行请把编号留空",
    en: "There is no such number, or it is not yours to see; leave it empty in a row that is new",
  },
  "entry-twice": {
    zh: "文件里前面的行已经是同一条目，所在行号见右",
    en: "An earlier row of the file is the same entry; its row stands beside",
  },
  "column-not-taken": {
    zh: "登记时不能填这一项；请清空此格，或把该列设为不导入",
    en: "This is not entered when an entry is opened; empty the cell, or leave the column out",
  },
  "column-shown-only": {
    zh: "这一项不能用表格填写（如附件、清单答复）；请清空此格，或把该列设为不导入",
    en: "No table can enter this (files, answers to a checklist); empty the cell, or leave the column out",
  },
  "no-act-changes-this": {
    zh: "目前没有办理动作可以这样更改；请恢复原值，并到条目页办理",
    en: "No act changes this at present; put back what stood, and do it on the entry's page",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Taking figures out: a table of the analysis, or the report of a period that is made of many. */
export const figureEvents = {
  figuresExported: {
    words: { zh: "导出统计数据", en: "Took out figures" },
    to: "open",
    facts: {
      what: { words: { zh: "内容", en: "What" } },
      filter: { words: { zh: "筛选条件", en: "Filter" }, sealed: true },
      rows: { words: { zh: "行数", en: "Rows" } },
      format: { words: { zh: "格式", en: "Format" } },
    },
  },
} as const;

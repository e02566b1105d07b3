/** Recomputes a provisional due day when the year's holiday notice is loaded. Every register has it; only the engine does it. */
export const recalculate = {
  words: { zh: "重算期限", en: "Recompute the deadline" },
  law: [{ zh: "国务院办公厅年度节假日安排通知", en: "Yearly holiday notice of the State Council's office" }],
  to: "unchanged",
  by: ["system"],
} as const;

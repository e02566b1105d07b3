/** What heads the column in which a person's own file is told, row by row, why it was not taken; it is no column of theirs. */
export const resultHeading = "导入结果";

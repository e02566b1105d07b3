/** Words of the duties of an enterprise. */
export const duties = {
  title: "职责清单",
  ungraded: "尚未定级：按企业类别列出；定级后增加该等级的要求",
  graded: (grade: string) => `按企业类别和 ${grade} 级列出`,
  own: "企业应做的",
  supervisors: "监管部门应做的",
  byGrade: "按等级",
};

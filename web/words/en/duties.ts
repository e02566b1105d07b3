import type { duties as chinese } from "../zh/duties.ts";

/** Words of the duties of an enterprise. */
export const duties: typeof chinese = {
  title: "Duties",
  ungraded: "Not graded yet: listed by the class of enterprise; a grade will add what it asks for",
  graded: (grade: string) => `By the class of enterprise and grade ${grade}`,
  own: "The enterprise's own",
  supervisors: "Its supervisor's",
  byGrade: "By grade",
};

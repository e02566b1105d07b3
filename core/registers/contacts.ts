/**
 * Who may have the telephone number of a contact shown whole: who inspects the enterprise, who answers for that and who coordinates
 * an emergency; and the enterprise's own people. Leaders, the discipline inspection and the park read that there is one.
 */
export const contactRoles = [
  "inspector",
  "departmentHead",
  "committeeOffice",
  "principal",
  "safetyManager",
] as const;

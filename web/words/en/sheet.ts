import type { sheet as chinese } from "../zh/sheet.ts";

/** Words of the sheet on which one entry is printed and signed. */
export const sheet: typeof chinese = {
  open: "Record sheet (to print)",
  print: "Print",
  back: "Back to the entry",
  specimen: "演示样张 非公文",
  number: "Number",
  state: "Step",
  unit: "Printed by",
  printed: "Printed on",
  noPictures: "None",
  absent: "Entries of this kind have no record sheet.",
};

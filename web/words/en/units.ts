import type { units as zh } from "../zh/units.ts";

export const units: typeof zh = {
  hint: "Name; of an enterprise or service body two characters of it, or its code",
  tooShort: "No such organisation; type two characters to find an enterprise or a service body",
  more: "There are more: type more of the name",
};

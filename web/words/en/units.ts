import type { units as zh } from "../zh/units.ts";

export const units: typeof zh = {
  hint: "Name; of an enterprise two characters of it, or its code",
  tooShort: "No such organisation; type two characters to find an enterprise",
  more: "There are more enterprises: type more of the name",
};

import type { menu as chinese } from "../zh/menu.ts";

/** Words of the menu by the work of a post. */
export const menu: typeof chinese = {
  own: "My work",
  others: "Other registers",
  registers: "Registers",
  waiting: (register, total) => `${register}: ${total} to do, open the list`,
};

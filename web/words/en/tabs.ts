import type { tabs as chinese } from "../zh/tabs.ts";

/** Words of the pages that stay open. */
export const tabs: typeof chinese = {
  title: "Open pages",
  close: (title) => `Close “${title}”`,
};

import type { HelpText, ScreenPage } from "../../help-text.ts";
import { campaign } from "./screens/campaign.ts";
import { entries } from "./screens/entries.ts";
import { lists } from "./screens/lists.ts";
import { start } from "./screens/start.ts";
import { tables } from "./screens/tables.ts";

/** One page for each screen. */
export const screens: Readonly<Record<ScreenPage, HelpText>> = {
  ...start,
  ...lists,
  ...entries,
  ...campaign,
  ...tables,
};

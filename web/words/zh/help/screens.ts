import type { HelpText, ScreenPage } from "../../help-text.ts";
import { campaign } from "./screens/campaign.ts";
import { campaignEntries } from "./screens/campaign-entries.ts";
import { entries } from "./screens/entries.ts";
import { lists } from "./screens/lists.ts";
import { maps } from "./screens/maps.ts";
import { start } from "./screens/start.ts";
import { tables } from "./screens/tables.ts";

/** One page for each screen. */
export const screens: Readonly<Record<ScreenPage, HelpText>> = {
  ...start,
  ...lists,
  ...entries,
  ...campaignEntries,
  ...campaign,
  ...maps,
  ...tables,
};

import { call } from "./client.ts";
import type { Search } from "./queries.ts";

/** What is printed: an entry, or a list as it is narrowed with the rows that are on the page. */
export type Printed =
  | { readonly register: string; readonly entry: string }
  | { readonly register: string; readonly filter: Search; readonly rows: number };

/** Has a print entered in the audit log; also while the page is left. */
export const tellPrint = (printed: Printed): Promise<unknown> =>
  call("POST", "prints", { body: printed, keepalive: true });

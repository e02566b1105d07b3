import { queryOptions } from "@tanstack/react-query";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";
import type { Search } from "./queries.ts";
import type { EntryPage } from "./types.ts";

export type ExportFormat = "xlsx" | "csv";

/** A list that is made into a file in the background. */
export interface ExportView {
  readonly id: string;
  readonly register: string;
  readonly format: ExportFormat;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly at: string;
  readonly total: number;
  readonly rows: number;
  readonly name: string | null;
  readonly sizeBytes: number | null;
  readonly why: { readonly code: string; readonly words: Words } | null;
}

const registerPath = (register: string): string => `registers/${encodeURIComponent(register)}`;

/** The address of a list as a file. */
export const listFilePath = (register: string, format: ExportFormat, query: Search): string =>
  `${registerPath(register)}/entries.${format}?${new URLSearchParams(query)}`;

export const exportFilePath = (id: string): string => `/api/exports/${id}/file`;

/** How many rows a list has, whole. */
export const listTotal = (register: string, query: Search) =>
  queryOptions({
    queryKey: ["list-total", register, query],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ ...query, fields: "list", limit: "1", count: "exact" });
      const page = await call<EntryPage>("GET", `${registerPath(register)}/entries?${asked}`, { signal });
      return page.total ?? 0;
    },
    staleTime: 0,
  });

const lookAgainMs = 1_000;

/** The person's own exports, looked at again while one of them is under way. */
export const ownExports = queryOptions({
  queryKey: ["exports"],
  queryFn: async ({ signal }) =>
    (await call<{ exports: readonly ExportView[] }>("GET", "exports", { signal })).exports,
  refetchInterval: ({ state }) =>
    state.data?.some((one) => one.state === "waiting" || one.state === "running") ? lookAgainMs : false,
});

export const startExport = (register: string, format: ExportFormat, query: Search): Promise<unknown> =>
  call("POST", `${registerPath(register)}/exports`, { body: { format, query } });

export const removeExport = (id: string): Promise<unknown> => call("DELETE", `exports/${id}`);

import { queryOptions } from "@tanstack/react-query";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

export type ImportMode = "open" | "record";
export type Verdict = "add" | "change" | "skip" | "refuse";

/** What was said of a file: its sheet, where heading and rows are, what each column is, and what the rows are. */
export interface ImportPlan {
  readonly sheet: string;
  readonly headerRows: { readonly from: number; readonly to: number };
  readonly firstRow: number;
  readonly columns: readonly (string | null)[];
  readonly mode: ImportMode;
}

export interface ImportColumn {
  readonly column: string;
  readonly heading: string;
  readonly field: string | null;
  readonly how: "exact" | "synonym" | "similar" | null;
  readonly isRowNumber: boolean;
  readonly samples: readonly string[];
}

/** What a column may be. */
export interface ImportOffer {
  readonly field: string;
  readonly words: Words;
  readonly needed: boolean;
  readonly note?: Words;
}

/** A file of rows that is brought in. */
export interface ImportView {
  readonly id: string;
  readonly register: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly at: string;
  readonly state: "read" | "checking" | "checked" | "running" | "done" | "stopped";
  readonly stopped: { readonly code: string; readonly words: Words } | null;
  readonly choice: "all" | "good" | null;
  readonly progress: { readonly row: number; readonly rows: number };
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly sheets: readonly string[];
  readonly plan: ImportPlan | null;
  readonly planned: boolean;
  readonly columns: readonly ImportColumn[];
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly offers: Readonly<Record<ImportMode, readonly ImportOffer[]>>;
}

/** What becomes of a row. */
export interface ImportRowView {
  readonly row: number;
  readonly verdict: Verdict;
  readonly entry: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly skipped: "same" | "cameIn" | "footer" | null;
  readonly problems: readonly {
    readonly column: string | null;
    readonly label: Words | null;
    readonly code: string;
    readonly words: Words;
    readonly given: string | null;
  }[];
  readonly changes: readonly {
    readonly field: string;
    readonly label: Words;
    readonly from: string;
    readonly to: string;
  }[];
  readonly warnings: readonly Words[];
}

const registerPath = (register: string): string => `registers/${encodeURIComponent(register)}`;
/** Where the file to fill in is; as `download` takes it. */
export const templatePath = (register: string, mode: ImportMode): string =>
  `${registerPath(register)}/template.xlsx?mode=${mode}`;
/** Where one's own file with the reasons is; as `download` takes it. */
export const reasonsPath = (id: string): string => `imports/${id}/file`;

/** Whether a server works on it. */
export const isAtWork = ({ state }: Pick<ImportView, "state">): boolean =>
  state === "checking" || state === "running";

const lookAgainMs = 700;

/** The person's own imports into a register, looked at again while one is being worked on. */
export const ownImports = (register: string) =>
  queryOptions({
    queryKey: ["imports", register],
    queryFn: async ({ signal }) =>
      (await call<{ imports: readonly ImportView[] }>("GET", `${registerPath(register)}/imports`, { signal }))
        .imports,
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? lookAgainMs : false),
  });

export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ["import", id],
    queryFn: async ({ signal }) =>
      (await call<{ import: ImportView }>("GET", `imports/${encodeURIComponent(id)}`, { signal })).import,
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? lookAgainMs : false),
  });

export interface ImportRowsPage {
  readonly rows: readonly ImportRowView[];
  readonly next: number | null;
}

/** Rows of a verdict after a row. `stand`: of which standing of the import; another is asked anew. */
export const importRows = (id: string, verdict: Verdict, after: number, stand: string) =>
  queryOptions({
    queryKey: ["import-rows", id, verdict, after, stand],
    queryFn: ({ signal }) =>
      call<ImportRowsPage>("GET", `imports/${id}/rows?verdict=${verdict}&after=${after}`, { signal }),
  });

const importIn = async (asked: Promise<{ import: ImportView }>): Promise<ImportView> => (await asked).import;

export const bringFile = (register: string, file: File): Promise<ImportView> =>
  importIn(
    call("POST", `${registerPath(register)}/imports`, {
      bytes: file,
      headers: { "x-file-name": encodeURIComponent(file.name) },
    }),
  );

export const lookAtSheet = (id: string, sheet: string): Promise<ImportView> =>
  importIn(call("POST", `imports/${id}/sheet`, { body: { sheet } }));

export const tryImport = (id: string, plan: ImportPlan): Promise<ImportView> =>
  importIn(call("PUT", `imports/${id}/plan`, { body: plan }));

export const runImport = (id: string, choice: "all" | "good"): Promise<ImportView> =>
  importIn(call("POST", `imports/${id}/run`, { body: { choice } }));

export const stopImport = (id: string): Promise<ImportView> => importIn(call("POST", `imports/${id}/stop`));

export const resumeImport = (id: string): Promise<ImportView> =>
  importIn(call("POST", `imports/${id}/resume`));

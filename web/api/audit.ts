import { queryOptions } from "@tanstack/react-query";
import { limits } from "../../core/limits.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";
import type { Search } from "./queries.ts";

/** One line of the audit log, in words. */
export interface AuditLineView {
  readonly entry: string;
  readonly version: number;
  readonly at: string;
  readonly event: string;
  readonly eventWords: Words;
  readonly says: Words;
  /** Null where nobody is known, and where the product did it by itself. */
  readonly person: { readonly name: string; readonly username: string } | null;
  readonly roleWords: Words;
  readonly organisation: Words | null;
  readonly address: string | null;
  readonly device: Words | null;
  readonly facts: readonly { readonly name: string; readonly words: Words; readonly value: Words }[];
  readonly hash: string;
}

export interface AuditPage {
  readonly lines: readonly AuditLineView[];
  readonly next: string | null;
  readonly total?: number;
}

interface Checkpoint {
  readonly size: number;
  readonly at: string;
}

/** What the check of one line found. */
export type AuditProof =
  | { readonly status: "broken"; readonly fault: string; readonly faultWords: Words }
  | { readonly status: "pending"; readonly lines: number }
  | {
      readonly status: "verified";
      readonly lines: number;
      readonly position: number;
      readonly checkpoint: Checkpoint;
    };

export interface AuditRetention {
  readonly keepDays: number;
  readonly source: string;
  readonly toBeConfirmed: boolean;
  readonly months: readonly string[];
  readonly drops: readonly {
    readonly at: string;
    readonly before: string;
    readonly months: readonly string[];
    readonly lines: number;
  }[];
}

export interface AuditVerification {
  readonly at: string;
  readonly lines: number;
  readonly faults: readonly {
    readonly entry: string;
    readonly version: number;
    readonly fault: string;
    readonly faultWords: Words;
  }[];
}

const path = (search: Search): string => new URLSearchParams(search).toString();

/** A page of what a search finds, the newest first, and how many it finds. */
export const auditLines = (search: Search) =>
  queryOptions({
    queryKey: ["audit", "lines", search],
    queryFn: ({ signal }) => {
      const asked = { ...search, limit: String(limits.pageSizeDefaultRows), count: "exact" };
      return call<AuditPage>("GET", `audit?${path(asked)}`, { signal });
    },
    // It grows with whatever anybody does, and nothing tells of it.
    staleTime: 0,
  });

/** One line with what its check found, which is made anew each time that it is asked for. */
export const auditLine = (entry: string, version: number) =>
  queryOptions({
    queryKey: ["audit", "line", entry, version],
    queryFn: ({ signal }) =>
      call<{ readonly line: AuditLineView; readonly proof: AuditProof }>(
        "GET",
        `audit/lines/${encodeURIComponent(entry)}/${version}`,
        { signal },
      ),
    staleTime: 0,
  });

export const auditRetention = queryOptions({
  queryKey: ["audit", "retention"],
  queryFn: ({ signal }) => call<AuditRetention>("GET", "audit/retention", { signal }),
});

export const verifyAuditLog = (): Promise<AuditVerification> => call("POST", "audit/verifications");

/** The address of all that a search finds, as a file. */
export const auditFilePath = (format: "xlsx" | "csv", search: Search): string =>
  `audit.${format}?${path(search)}`;

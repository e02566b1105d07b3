import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Ranking, ScoreSheet } from "./assessment-types.ts";
import type { Board } from "./board-types.ts";
import { call } from "./client.ts";
import type { CommentPage, Look, Mentionable } from "./comment-types.ts";
import type {
  Checklist,
  CriteriaLibrary,
  FoundCriteria,
  OfficialTextView,
  OneStandard,
  TextImportView,
} from "./criteria-types.ts";
import type { EntryFigures } from "./figures-types.ts";
import type { FormTimesOfMonth } from "./form-time-types.ts";
import type { Home } from "./home-types.ts";
import type { CampaignView, MeasureView } from "./plan-types.ts";
import { isAbsent } from "./problem.ts";
import type { RightsView } from "./rights-types.ts";
import type {
  DutyList,
  EntryPage,
  EntryWithActs,
  Health,
  Ledger,
  NoticeList,
  OrganisationView,
  RegionView,
  RegisterSummary,
  RegisterView,
  RemindersOfEntry,
  SavedSearch,
  SectorView,
  Session,
} from "./types.ts";

// What comes with the pack and the release does not change while a person works.
const steady = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export type Search = Readonly<Record<string, string>>;

const withSearch = (path: string, search: Search): string => {
  const text = new URLSearchParams(search).toString();
  return text === "" ? path : `${path}?${text}`;
};

export const health = queryOptions({
  queryKey: ["health"],
  queryFn: ({ signal }) => call<Health>("GET", "health", { signal }),
  ...steady,
});

export const session = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => call<Session>("GET", "session", { signal }),
  staleTime: 300_000,
});

export const home = queryOptions({
  queryKey: ["home"],
  queryFn: ({ signal }) => call<Home>("GET", "home", { signal }),
});

/** How much work waits for the present post in a register. */
export interface Waiting {
  readonly register: string;
  readonly total: number;
}

/** The registers in which work can wait for the present post. */
export const waiting = queryOptions({
  queryKey: ["waiting"],
  queryFn: async ({ signal }) =>
    (await call<{ registers: readonly Waiting[] }>("GET", "waiting", { signal })).registers,
});

/** The newest notices to the person's present post. */
export const notices = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => call<NoticeList>("GET", "notices", { signal }),
});

export const registers = queryOptions({
  queryKey: ["registers"],
  queryFn: async ({ signal }) => {
    const answer = await call<{ registers: readonly RegisterSummary[] }>("GET", "registers", { signal });
    return answer.registers;
  },
  ...steady,
});

/** Describes a register, with the opening acts of the person's present post. */
export const register = (name: string) =>
  queryOptions({
    queryKey: ["register", name],
    queryFn: ({ signal }) => call<RegisterView>("GET", `registers/${encodeURIComponent(name)}`, { signal }),
    staleTime: 600_000,
  });

const entriesPath = (name: string): string => `registers/${encodeURIComponent(name)}/entries`;

/** A page of a register's list. Its entries hold the columns that are asked for and nothing else, which is all that lists show. */
export const entries = (name: string, search: Search, columns?: readonly string[]) => {
  const asked = { ...search, fields: columns?.join(",") ?? "list" };
  return queryOptions({
    queryKey: ["entries", name, asked],
    queryFn: ({ signal }) => call<EntryPage>("GET", withSearch(entriesPath(name), asked), { signal }),
  });
};

/** The searches that the person keeps in the present post. */
export const searches = queryOptions({
  queryKey: ["searches"],
  queryFn: async ({ signal }) =>
    (await call<{ searches: readonly SavedSearch[] }>("GET", "searches", { signal })).searches,
  staleTime: 600_000,
});

/** The columns that the person has chosen, by register. */
export const listColumns = queryOptions({
  queryKey: ["list-columns"],
  queryFn: async ({ signal }) =>
    (await call<{ columns: Readonly<Record<string, readonly string[]>> }>("GET", "list-columns", { signal }))
      .columns,
  staleTime: 600_000,
});

export const entry = (name: string, id: string) =>
  queryOptions({
    queryKey: ["entry", name, id],
    queryFn: ({ signal }) =>
      call<EntryWithActs>("GET", `${entriesPath(name)}/${encodeURIComponent(id)}`, { signal }),
  });

export const ledger = (name: string, id: string) =>
  queryOptions({
    queryKey: ["ledger", name, id],
    queryFn: ({ signal }) =>
      call<Ledger>("GET", `${entriesPath(name)}/${encodeURIComponent(id)}/ledger`, { signal }),
  });

const entryPath = (name: string, id: string): string => `${entriesPath(name)}/${encodeURIComponent(id)}`;

/** What was said of an entry, the oldest first. */
export const comments = (name: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ["comments", name, id],
    queryFn: ({ signal, pageParam }) => {
      const path = withSearch(`${entryPath(name, id)}/comments`, { after: String(pageParam) });
      return call<CommentPage>("GET", path, { signal });
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

/** How far the present post has looked at an entry; null if it never did. */
export const look = (name: string, id: string) =>
  queryOptions({
    queryKey: ["look", name, id],
    queryFn: async ({ signal }) =>
      (await call<{ look: Look | null }>("GET", `${entryPath(name, id)}/looked`, { signal })).look,
  });

/** Up to whom the deadline of an entry was reminded of. Kept beneath its ledger: a line more may have moved the deadline. */
export const reminders = (name: string, id: string) =>
  queryOptions({
    queryKey: [...ledger(name, id).queryKey, "reminders"],
    queryFn: async ({ signal }) =>
      (await call<{ ladder: RemindersOfEntry | null }>("GET", `${entryPath(name, id)}/reminders`, { signal }))
        .ladder,
  });

/** Whom a comment for that audience may name, by the signs that their names hold. */
export const mentionable = (
  name: string,
  id: string,
  search: { readonly q: string; readonly audience: string },
) =>
  queryOptions({
    queryKey: ["mentionable", name, id, search],
    queryFn: async ({ signal }) => {
      const path = withSearch(`${entryPath(name, id)}/mentionable`, search);
      return (await call<{ people: readonly Mentionable[] }>("GET", path, { signal })).people;
    },
    staleTime: 60_000,
  });

/** What an account may see and do, one's own where none is named; null where there is no such account. */
export const rights = (account: string | undefined) =>
  queryOptions({
    queryKey: ["rights", account ?? null],
    queryFn: async ({ signal }) => {
      if (account === undefined) return call<RightsView>("GET", "rights", { signal });
      try {
        return await call<RightsView>("GET", `accounts/${encodeURIComponent(account)}/rights`, { signal });
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
  });

/** How long forms took in a month, the present one where none is named. */
export const formTimes = (month: string | undefined) =>
  queryOptions({
    queryKey: ["form-times", month ?? "present"],
    queryFn: ({ signal }) =>
      call<FormTimesOfMonth>("GET", withSearch("form-times", month === undefined ? {} : { month }), {
        signal,
      }),
  });

/** The address of a file's bytes: fetched through its entry, as the person's scope allows. */
export const filePath = (name: string, id: string, file: string): string =>
  `/api/${entriesPath(name)}/${id}/files/${file}`;

export const regions = queryOptions({
  queryKey: ["regions"],
  queryFn: async ({ signal }) =>
    (await call<{ regions: readonly RegionView[] }>("GET", "regions", { signal })).regions,
  ...steady,
});

export const sectors = queryOptions({
  queryKey: ["sectors"],
  queryFn: async ({ signal }) =>
    (await call<{ sectors: readonly SectorView[] }>("GET", "sectors", { signal })).sectors,
  ...steady,
});

export const organisations = (search: Search) =>
  queryOptions({
    queryKey: ["organisations", search],
    queryFn: async ({ signal }) => {
      const path = withSearch("organisations", search);
      return (await call<{ organisations: readonly OrganisationView[] }>("GET", path, { signal }))
        .organisations;
    },
    ...steady,
  });

export const criteria = (search: Search) =>
  queryOptions({
    queryKey: ["criteria", search],
    queryFn: ({ signal }) => call<FoundCriteria>("GET", withSearch("criteria", search), { signal }),
    staleTime: 600_000,
  });

const libraryPath = "criteria/standards";

/** The library as it stands on a day, for a sector or all of them. */
export const library = (search: Search) =>
  queryOptions({
    queryKey: ["library", search],
    queryFn: ({ signal }) => call<CriteriaLibrary>("GET", withSearch(libraryPath, search), { signal }),
  });

export const standard = (code: string) =>
  queryOptions({
    queryKey: ["library", "standard", code],
    queryFn: ({ signal }) =>
      call<OneStandard>("GET", `${libraryPath}/${encodeURIComponent(code)}`, { signal }),
  });

/** Every official text that an item ever had, the newest first. */
export const textsOfItem = (code: string, item: string) =>
  queryOptions({
    queryKey: ["library", "texts", code, item],
    queryFn: async ({ signal }) => {
      const path = `${libraryPath}/${encodeURIComponent(code)}/items/${encodeURIComponent(item)}/texts`;
      return (await call<{ texts: readonly OfficialTextView[] }>("GET", path, { signal })).texts;
    },
  });

export const textImports = queryOptions({
  queryKey: ["library", "imports"],
  queryFn: async ({ signal }) =>
    (await call<{ imports: readonly TextImportView[] }>("GET", "criteria/imports", { signal })).imports,
});

/** The plan but for its measures, with the person's own units in it, which hang on the post. */
export const campaign = queryOptions({
  queryKey: ["campaign"],
  queryFn: ({ signal }) => call<CampaignView>("GET", "campaign", { signal }),
  staleTime: 600_000,
});

/** The board of a day; of today where none is named, and that moves with every act. */
export const board = (day?: string) =>
  queryOptions({
    queryKey: ["board", day ?? "today"],
    queryFn: ({ signal }) =>
      call<Board>("GET", withSearch("campaign/board", day === undefined ? {} : { day }), { signal }),
  });

export const measures = queryOptions({
  queryKey: ["measures"],
  queryFn: async ({ signal }) =>
    (await call<{ measures: readonly MeasureView[] }>("GET", "campaign/measures", { signal })).measures,
  ...steady,
});
/** What an enterprise has to do, and who supervises it for it, by its class and grade. */
export const duties = (organisation: string) =>
  queryOptions({
    queryKey: ["duties", organisation],
    queryFn: ({ signal }) => call<DutyList>("GET", withSearch("duties", { organisation }), { signal }),
  });

/** What a self-check of that enterprise asks on a day; today's where no day is given. */
export const checklist = (organisation: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["checklist", organisation, on],
    queryFn: async ({ signal }) => {
      const path = withSearch("checklist", { organisation, ...(on === undefined ? {} : { on }) });
      return call<Checklist>("GET", path, { signal });
    },
    staleTime: 600_000,
  });

/** The score sheet of an assessment, by the formulas of its scheme. */
export const assessment = (id: string, version: number) =>
  queryOptions({
    queryKey: ["assessment", id, version],
    queryFn: ({ signal }) => call<ScoreSheet>("GET", `assessments/${id}`, { signal }),
  });

/** The published results of a year, ranked; the last year of which there are any where none is named. */
export const ranking = (year?: string) =>
  queryOptions({
    queryKey: ["ranking", year ?? "last"],
    queryFn: ({ signal }) =>
      call<Ranking>("GET", withSearch("assessments", year === undefined ? {} : { year }), { signal }),
  });

/** The figures that an entry keeps, beside what they would be today. */
export const entryFigures = (register: string, entry: string, version: number) =>
  queryOptions({
    queryKey: ["entry-figures", register, entry, version],
    queryFn: ({ signal }) =>
      call<EntryFigures>("GET", `registers/${register}/entries/${entry}/figures`, { signal }),
  });

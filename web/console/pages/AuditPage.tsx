import "../list/list.css";
import "../list/columns-dialog.css";
import "../audit/audit.css";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { auditLines, type AuditPage as Page } from "../../api/audit.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { AuditCheck } from "../audit/AuditCheck.tsx";
import { AuditExport } from "../audit/AuditExport.tsx";
import { AuditFilter } from "../audit/AuditFilter.tsx";
import { AuditCards, AuditTable } from "../audit/AuditRows.tsx";
import { auditFilters, auditQuery } from "../audit/address.ts";
import { atPlace, fromStart } from "../list/address.ts";
import { Pager } from "../list/Pager.tsx";
import { ProblemPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/audit");

/** The audit log, for the auditor alone: searched, checked, taken out. All of the search stands in the address. */
export default function AuditPage() {
  const { words } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const {
    data: page,
    error,
    isPlaceholderData,
  } = useQuery({ ...auditLines(auditQuery(search)), placeholderData: keepPreviousData });
  useTitle(words.audit.title);
  const ask = (asked: Record<string, string>) => {
    // Asked again, the same search may find more.
    void queryClient.invalidateQueries({ queryKey: ["audit", "lines"] });
    void navigate({ to: "/audit", search: fromStart(auditFilters(asked)) });
  };
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.audit.title}</h1>
      </div>
      <AuditCheck />
      <AuditFilter search={search} onAsk={ask} />
      {error !== null && page === undefined ? (
        <ProblemPage error={error} />
      ) : (
        <section className="paper list" aria-busy={isPlaceholderData}>
          <div className="list-head">
            <p className="list-total" role="status">
              {page?.total === undefined ? words.loading : words.audit.total(page.total)}
            </p>
            <AuditExport filters={auditFilters(search)} total={page?.total} />
          </div>
          <Rows page={page} />
          <Pager
            cursor={search.cursor}
            next={page?.next ?? null}
            rows={page?.lines.length ?? 0}
            onGo={(cursor, before) =>
              void navigate({
                to: "/audit",
                search: atPlace(auditFilters(search), cursor),
                state: { before },
              })
            }
          />
        </section>
      )}
    </div>
  );
}

function Rows({ page }: { readonly page: Page | undefined }) {
  const { words } = useWords();
  const narrow = useNarrow();
  if (page === undefined) return <div className="skeleton" />;
  if (page.lines.length === 0) return <p className="blank">{words.audit.none}</p>;
  return narrow ? <AuditCards lines={page.lines} /> : <AuditTable lines={page.lines} />;
}

import "../list/list.css";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import * as queries from "../../api/queries.ts";
import type { EntryPage, RegisterView } from "../../api/types.ts";
import { PlusIcon, UploadIcon } from "../../ui/icons.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { ActiveFilters } from "../list/ActiveFilters.tsx";
import { atPlace, fromStart, keptFilters, listQuery } from "../list/address.ts";
import { BatchBar } from "../list/BatchBar.tsx";
import { batchActs } from "../list/batch.ts";
import { ColumnsDialog } from "../list/ColumnsDialog.tsx";
import { columnsOf } from "../list/columns.ts";
import { EntryCards, EntryTable } from "../list/EntryTable.tsx";
import { ExportDialog } from "../list/ExportDialog.tsx";
import { FilterBar } from "../list/FilterBar.tsx";
import { Pager } from "../list/Pager.tsx";
import { SearchesDialog } from "../list/SearchesDialog.tsx";
import { SortChoice } from "../list/SortChoice.tsx";
import { TellPrint } from "../printing/PrintButton.tsx";
import { useHasBusinessWith, useSession } from "../session.ts";
import { actNamed } from "../words-of.ts";
import { ForbiddenPage, ProblemPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/registers/$register");

export default function ListPage() {
  return useHasBusinessWith(route.useParams().register) ? <List /> : <ForbiddenPage />;
}

/** One register's entries: filters above, rows below, all of it said by the address. */
function List() {
  const { say } = useWords();
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: register } = useSuspenseQuery(queries.register(params.register));
  const { data: chosenBy } = useSuspenseQuery(queries.listColumns);
  const chosen = chosenBy[register.name];
  const columns = columnsOf(register, chosen);
  const {
    data: page,
    error,
    isPlaceholderData,
  } = useQuery({
    ...queries.entries(register.name, listQuery(register, search), chosen),
    placeholderData: keepPreviousData,
  });
  useTitle(say(register.words));
  const ask = (asked: Record<string, string>, { replace = false } = {}) => {
    const to = { register: register.name };
    void navigate({ to: "/registers/$register", params: to, search: fromStart(asked), replace });
  };
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{say(register.words)}</h1>
        <OpeningLinks register={register} />
      </div>
      <FilterBar key={register.name} register={register} search={search} onAsk={ask} />
      <ActiveFilters search={search} counted={page?.counted} onAsk={ask} />
      {error !== null && page === undefined ? (
        <ProblemPage error={error} isPart />
      ) : (
        <section className="paper list" aria-busy={isPlaceholderData}>
          <div className="list-head">
            <Total page={page} />
            <div className="row">
              <SortChoice register={register} search={search} onAsk={ask} />
              <ImportLink register={register} />
              <ExportDialog register={register} columns={columns} search={search} />
              <SearchesDialog register={register} search={search} />
              <ColumnsDialog register={register} columns={columns} />
            </div>
          </div>
          <Rows register={register} columns={columns} page={page} search={search} onAsk={ask} />
          <Pages register={register.name} search={search} page={page} />
        </section>
      )}
    </div>
  );
}

function OpeningLinks({ register }: { readonly register: RegisterView }) {
  const { say } = useWords();
  return (
    <div className="row">
      {register.opening
        .filter(({ refusal }) => refusal === undefined)
        .map(({ name }) => (
          <Link
            key={name}
            className="main-link"
            to="/registers/$register/new/$act"
            params={{ register: register.name, act: name }}
          >
            <PlusIcon />
            {say(actNamed(register, name).words)}
          </Link>
        ))}
    </div>
  );
}

/** The way to bring a file of rows in, for whoever may. */
function ImportLink({ register }: { readonly register: RegisterView }) {
  const { words } = useWords();
  if (!register.mayImport) return null;
  return (
    <Link className="columns-button" to="/registers/$register/imports" params={{ register: register.name }}>
      <UploadIcon />
      {words.imports.open}
    </Link>
  );
}

function Total({ page }: { readonly page: EntryPage | undefined }) {
  const { words } = useWords();
  return (
    <p className="list-total" role="status">
      {page?.total === undefined ? words.loading : words.list.total(page.total, page.atLeast)}
    </p>
  );
}

interface RowsProps {
  readonly register: RegisterView;
  readonly columns: readonly string[];
  readonly page: EntryPage | undefined;
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>) => void;
}

function Rows({ register, columns, page, search, onAsk }: RowsProps) {
  const { words } = useWords();
  const { post } = useSession();
  const narrow = useNarrow();
  const acts = batchActs(register, post.role);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  if (page === undefined) return <div className="skeleton" />;
  if (page.entries.length === 0) {
    const isNarrowed = Object.keys(keptFilters(register, { ...search, sort: "" })).length > 0;
    return (
      <div className="blank">
        <p>{isNarrowed ? words.list.empty : words.list.none}</p>
        {isNarrowed && <p>{words.list.emptyHint}</p>}
      </div>
    );
  }
  return (
    <>
      <TellPrint
        printed={{
          register: register.name,
          filter: keptFilters(register, search),
          rows: page.entries.length,
        }}
      />
      <BatchBar
        register={register}
        acts={acts}
        chosen={page.entries.filter(({ id }) => chosen.has(id))}
        onClear={() => onChoose(new Set())}
      />
      {narrow ? (
        <EntryCards register={register} columns={columns} entries={page.entries} />
      ) : (
        <EntryTable
          register={register}
          columns={columns}
          entries={page.entries}
          search={search}
          onAsk={onAsk}
          choosing={acts.length > 0 ? { chosen, onChoose } : undefined}
        />
      )}
    </>
  );
}

interface PagesProps {
  readonly register: string;
  readonly search: Record<string, string>;
  readonly page: EntryPage | undefined;
}

function Pages({ register, search, page }: PagesProps) {
  const navigate = useNavigate();
  return (
    <Pager
      cursor={search.cursor}
      next={page?.next ?? null}
      rows={page?.entries.length ?? 0}
      onGo={(cursor, before) =>
        void navigate({
          to: "/registers/$register",
          params: { register },
          search: atPlace(search, cursor),
          state: { before },
        })
      }
    />
  );
}

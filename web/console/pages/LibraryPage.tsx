import "../list/list.css";
import "../form/form.css";
import "../library/library.css";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import type { FoundCriteria } from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { Coverage } from "../library/Coverage.tsx";
import { ImportTexts } from "../library/ImportTexts.tsx";
import { ItemRow, TopicRow } from "../library/Rows.tsx";
import { StandardList } from "../library/StandardList.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { SectorPicker } from "../pickers/SectorPicker.tsx";
import { ProblemPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/criteria");
const asked = ["q", "sector", "on"] as const;

/** The library of criteria: a search over its items, every standard, and by what each sector is judged. */
export default function LibraryPage() {
  const { words, say } = useWords();
  const address = route.useSearch();
  const navigate = useNavigate();
  const search = Object.fromEntries(asked.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
  const { q, ...narrowed } = search;
  const { data: sectors } = useSuspenseQuery(queries.sectors);
  const { data: library, error } = useQuery({
    ...queries.library(narrowed),
    placeholderData: keepPreviousData,
  });
  useTitle(words.library.title);
  const names = new Map(sectors.map(({ code, name }) => [code, say(name)]));
  const sectorName = (code: string) => names.get(code) ?? code;
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.library.title}</h1>
      </div>
      <p className="soft">{words.library.purpose}</p>
      <Filters
        key={JSON.stringify(search)}
        search={search}
        onAsk={(next) => void navigate({ to: "/criteria", search: next })}
      />
      {q !== undefined && <Found search={search} />}
      {error !== null && library === undefined && <ProblemPage error={error} isPart />}
      {library !== undefined && (
        <>
          <section className="paper list" aria-label={words.library.standard}>
            <div className="list-head">
              <h2>{words.library.standards(library.standards.length)}</h2>
              <p className="soft">
                {words.library.day} {library.on}
              </p>
            </div>
            <StandardList standards={library.standards} sectorName={sectorName} />
          </section>
          <Coverage sectors={library.sectors} standards={library.standards} />
          {library.mayImport && <ImportTexts standards={library.standards} />}
        </>
      )}
    </div>
  );
}

interface FiltersProps {
  readonly search: Readonly<Record<string, string>>;
  readonly onAsk: (search: Record<string, string>) => void;
}

function Filters({ search, onAsk }: FiltersProps) {
  const { words } = useWords();
  const id = useId();
  const [wanted, setWanted] = useState<Readonly<Record<string, string>>>(search);
  const change = (name: string) => (value: string | undefined) =>
    setWanted(({ [name]: _before, ...others }) => (value ? { ...others, [name]: value } : others));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(wanted);
  };
  return (
    <form className="paper library-filters" aria-label={words.list.filters} onSubmit={submit}>
      <div className="filter">
        <label htmlFor={`${id}-q`}>{words.library.search}</label>
        <TextInput
          id={`${id}-q`}
          type="search"
          maxLength={limits.searchLengthCharacters}
          placeholder={words.library.searchHint}
          value={wanted.q ?? ""}
          onChange={({ target }) => change("q")(target.value.trimStart())}
        />
      </div>
      <div className="filter">
        <label htmlFor={`${id}-sector`}>{words.library.sector}</label>
        <SectorPicker
          id={`${id}-sector`}
          value={wanted.sector}
          onChange={change("sector")}
          placeholder={words.criteria.allSectors}
        />
      </div>
      <div className="filter">
        <label htmlFor={`${id}-on`}>{words.library.day}</label>
        <DayPicker id={`${id}-on`} value={wanted.on} onChange={change("on")} />
      </div>
      <div className="row">
        <Button onClick={() => onAsk({})}>{words.list.reset}</Button>
        <Button look="primary" type="submit">
          {words.list.apply}
        </Button>
      </div>
    </form>
  );
}

function Found({ search }: { readonly search: Readonly<Record<string, string>> }) {
  const { words } = useWords();
  const { data, error } = useQuery({ ...queries.criteria(search), placeholderData: keepPreviousData });
  if (error !== null && data === undefined) return <ProblemPage error={error} isPart />;
  return (
    <section className="paper" aria-label={words.library.items}>
      <h2 className="library-section" role="status">
        {data === undefined ? words.loading : words.library.itemsFound(data.total)}
      </h2>
      {data !== undefined && <FoundRows found={data} />}
    </section>
  );
}

function FoundRows({ found: { items, total, topics, standards } }: { readonly found: FoundCriteria }) {
  const { words, say } = useWords();
  return (
    <>
      {total === 0 && topics.length === 0 && standards.length === 0 && (
        <p className="blank">{words.library.nothing}</p>
      )}
      {standards.length > 0 && (
        <p className="library-section row">
          {words.library.standard}
          {words.colon}
          {standards.map(({ code, name }) => (
            <Link key={code} to="/criteria/$code" params={{ code }}>
              {say(name)}
            </Link>
          ))}
        </p>
      )}
      <ul>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            standard={{ code: item.standard.code, name: say(item.standard.name) }}
          />
        ))}
      </ul>
      {total > items.length && <p className="soft library-section">{words.library.shownOf(items.length)}</p>}
      {topics.length > 0 && (
        <>
          <h3 className="library-section">{words.library.topics}</h3>
          <p className="soft library-section">{words.library.topicsWhy}</p>
          <ul>
            {topics.map((topic) => (
              <TopicRow
                key={topic.id}
                topic={topic}
                standard={{ code: topic.standard.code, name: say(topic.standard.name) }}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

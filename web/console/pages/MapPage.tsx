import "../list/list.css";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useId, useMemo, useState } from "react";
import { indicators } from "../../api/analysis.ts";
import { type Cluster, type Looked, mapView, placedFigures, points } from "../../api/map.ts";
import * as queries from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Drawer } from "../../ui/controls/Drawer.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ActiveFilters } from "../list/ActiveFilters.tsx";
import { keptFilters, listQuery } from "../list/address.ts";
import { columnsOf } from "../list/columns.ts";
import { EntryCards } from "../list/EntryTable.tsx";
import { FilterBar } from "../list/FilterBar.tsx";
import { emptyOf, FiguresTable } from "../map/FiguresTable.tsx";
import { MapCanvas } from "../map/MapCanvas.tsx";
import { filtersOf, type MapSearch, registerOf } from "../map/map-search.ts";
import { childRegions, regionLevelOf } from "../map/places.ts";
import { shadeOf } from "../map/shades.ts";

const route = getRouteApi("/shell/map");

/** One map (一张图): an indicator by place, and the entries of a list as points, under the filters that the list beside has. */
export default function MapPage() {
  const { words } = useWords();
  const search = route.useSearch();
  const { data: view } = useSuspenseQuery(mapView);
  const name = registerOf(
    search,
    view.registers.map((one) => one.name),
  );
  useTitle(words.map.title);
  return name === undefined ? (
    <p className="paper">{words.map.noOutlines}</p>
  ) : (
    <MapOf name={name} search={search} />
  );
}

function useAsk(search: MapSearch, register: string) {
  const navigate = useNavigate();
  const go = (asked: Record<string, string>, replace = false) =>
    void navigate({ to: "/map", search: asked, replace });
  const chosen = { register, ...(search.indicator === undefined ? {} : { indicator: search.indicator }) };
  const { region: _, ...elsewhere } = filtersOf(search);
  return {
    filters: (asked: Record<string, string>, { replace = false } = {}) =>
      go({ ...asked, ...chosen }, replace),
    region: (region: string | undefined) =>
      go({ ...elsewhere, ...chosen, ...(region === undefined ? {} : { region }) }),
    // Another register has other filters; where one looks stays.
    register: (other: string) =>
      go({ ...chosen, register: other, ...(search.region === undefined ? {} : { region: search.region }) }),
    indicator: (indicator: string | undefined) =>
      go({ ...filtersOf(search), register, ...(indicator === undefined ? {} : { indicator }) }),
  };
}

function MapOf({ name, search }: { readonly name: string; readonly search: MapSearch }) {
  const { words, say } = useWords();
  const { data: view } = useSuspenseQuery(mapView);
  const { data: register } = useSuspenseQuery(queries.register(name));
  const ask = useAsk(search, name);
  const filters = filtersOf(search);
  const coloured = useColoured(search);
  const [looked, setLooked] = useState<Looked>();
  const [spot, setSpot] = useState<Cluster>();
  const { data: found } = useQuery({
    ...points(name, keptFilters(register, filters), looked),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.map.title}</h1>
        <Choices view={view.registers} register={name} indicator={coloured.indicator?.id} ask={ask} />
      </div>
      <FilterBar key={name} register={register} search={filters} onAsk={ask.filters} />
      <ActiveFilters search={filters} counted={undefined} onAsk={ask.filters} />
      <div className="map-parts">
        <div className="paper map-paper">
          {search.region !== undefined && (
            <Button look="text" onClick={() => ask.region(undefined)}>
              {words.map.back}
            </Button>
          )}
          <MapCanvas
            view={view}
            marks={coloured.marks}
            region={search.region}
            clusters={found?.clusters ?? none}
            onLook={setLooked}
            onRegion={ask.region}
            onSpot={setSpot}
          />
          <Sources />
        </div>
        <div className="stack">
          {coloured.figures !== undefined && coloured.indicator !== undefined && (
            <FiguresTable
              name={say(coloured.indicator.name)}
              base={coloured.base}
              regions={coloured.regions}
              figures={coloured.figures}
              onRegion={ask.region}
            />
          )}
          <ListBeside register={register} filters={filters} found={found} />
        </div>
      </div>
      {spot !== undefined && <SpotDrawer register={name} spot={spot} onClose={() => setSpot(undefined)} />}
    </div>
  );
}

const none: readonly Cluster[] = [];

/** The indicator that is asked for, or the first of the catalogue; with its figures and what they make of each region. */
function useColoured(search: MapSearch) {
  const { words } = useWords();
  const { data: view } = useSuspenseQuery(mapView);
  const { data: catalogue } = useSuspenseQuery(indicators);
  const { data: known } = useSuspenseQuery(queries.regions);
  const base = search.region ?? view.region;
  const regions = childRegions(known, base);
  const indicator =
    search.indicator === noColour
      ? undefined
      : (catalogue.find(({ id }) => id === search.indicator) ?? catalogue[0]);
  const { data: figures } = useQuery({
    ...placedFigures(indicator?.id ?? "", regionLevelOf(base), base === "" ? undefined : base),
    enabled: indicator !== undefined,
    placeholderData: keepPreviousData,
  });
  const { unitOf, nothing } = words.board;
  const marks = useMemo(() => {
    if (figures === undefined) return new Map<string, { text: string; shade: number | undefined }>();
    const most = Math.max(0, ...figures.rows.map(({ value }) => value ?? 0));
    return new Map(
      regions.map(({ code }) => {
        const row = figures.rows.find(({ at }) => at.county === code);
        const value = row === undefined ? emptyOf(figures) : row.value;
        return [
          code,
          { text: value === null ? nothing : unitOf[figures.unit](value), shade: shadeOf(value, most) },
        ];
      }),
    );
  }, [figures, regions, unitOf, nothing]);
  return { indicator, figures: indicator && figures, base, regions, marks };
}

const noColour = "none";

interface ChoicesProps {
  readonly view: readonly {
    readonly name: string;
    readonly words: { readonly zh: string; readonly en: string };
  }[];
  readonly register: string;
  readonly indicator: string | undefined;
  readonly ask: ReturnType<typeof useAsk>;
}

function Choices({ view, register, indicator, ask }: ChoicesProps) {
  const { words, say } = useWords();
  const { data: catalogue } = useSuspenseQuery(indicators);
  const [ofRegister, ofIndicator] = [useId(), useId()];
  return (
    <div className="map-choices">
      <label htmlFor={ofRegister}>
        {words.map.register}
        <SelectBox
          id={ofRegister}
          options={view.map((one) => ({ value: one.name, label: say(one.words) }))}
          value={register}
          onChange={(value) => value !== undefined && ask.register(value)}
        />
      </label>
      <label htmlFor={ofIndicator}>
        {words.map.indicator}
        <SelectBox
          id={ofIndicator}
          options={[
            { value: noColour, label: words.map.noIndicator },
            ...catalogue.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
          value={indicator ?? noColour}
          onChange={(value) => ask.indicator(value)}
        />
      </label>
    </div>
  );
}

/** What the outlines are and whence. */
function Sources() {
  const { words } = useWords();
  const { data: view } = useSuspenseQuery(mapView);
  const sources = [...new Set(view.outlines.map(({ source }) => source))];
  if (sources.length === 0) return <p className="soft map-note">{words.map.noOutlines}</p>;
  return (
    <details className="soft map-note">
      <summary>
        {words.map.outline}
        {view.approval !== null && ` · ${view.approval}`}
      </summary>
      {sources.map((source) => (
        <p key={source}>
          {words.map.source}
          {words.colon}
          {source}
        </p>
      ))}
    </details>
  );
}

interface BesideProps {
  readonly register: RegisterView;
  readonly filters: Record<string, string>;
  readonly found: { readonly total: number; readonly placed: number; readonly inView: number } | undefined;
}

const rowsBeside = 10;

/** The list of the same filters: its total is the map's, since both come of one query. */
function ListBeside({ register, filters, found }: BesideProps) {
  const { words } = useWords();
  const { data: page } = useQuery({
    ...queries.entries(register.name, {
      ...listQuery(register, filters),
      limit: String(rowsBeside),
      count: "exact",
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="paper map-paper" aria-label={words.map.list}>
      <h2>{words.map.list}</h2>
      <p role="status">
        {page?.total === undefined ? words.loading : words.list.total(page.total)}
        {found !== undefined && (
          <span className="soft">
            {" · "}
            {words.map.inView(found.inView)}
            {found.total > found.placed && ` · ${words.map.unplaced(found.total - found.placed)}`}
          </span>
        )}
      </p>
      <p>
        <Link to="/registers/$register" params={{ register: register.name }} search={filters}>
          {words.map.wholeList}
        </Link>
      </p>
      {page !== undefined && (
        <EntryCards register={register} columns={columnsOf(register, undefined)} entries={page.entries} />
      )}
    </section>
  );
}

interface SpotProps {
  readonly register: string;
  readonly spot: Cluster;
  readonly onClose: () => void;
}

/** What lies at one point. */
function SpotDrawer({ register, spot: { entries = [], count }, onClose }: SpotProps) {
  const { words } = useWords();
  return (
    <Drawer title={words.map.here(count)} closeName={words.map.close} onClose={onClose}>
      <ul className="stack">
        {entries.map(({ id, number, title }) => (
          <li key={id} className="row">
            <Link
              to="/registers/$register/entries/$entry"
              params={{ register, entry: id }}
              className="card-title"
            >
              {title}
            </Link>
            <span className="soft">{number}</span>
          </li>
        ))}
      </ul>
      {count > entries.length && <p className="soft">{words.map.more(count - entries.length)}</p>}
    </Drawer>
  );
}

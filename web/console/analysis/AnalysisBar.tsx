import { type ReactNode, useId } from "react";
import type { ChartName } from "../../../core/campaign/analysis.ts";
import { type Dimension, dimensions } from "../../../core/campaign/cube.ts";
import { orders } from "../../../core/campaign/pivot.ts";
import { goTogether } from "../../../core/campaign/pivot-offer.ts";
import type { IndicatorOffer, NamedView } from "../../api/analysis.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useWords } from "../../words/language.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { RegionPicker } from "../pickers/RegionPicker.tsx";
import { SectorPicker } from "../pickers/SectorPicker.tsx";
import { type AnalysisSearch, chartOf, periodChoices, periodOfChoice } from "./analysis-view.ts";

interface BarProps {
  readonly search: AnalysisSearch;
  readonly offers: readonly IndicatorOffer[];
  readonly charts: readonly ChartName[];
  readonly today: string;
  /** The fields with which the server is not content. */
  readonly wrong: readonly string[];
  /** Puts these into the address; undefined takes out. */
  readonly change: (changed: Readonly<Partial<Record<keyof AnalysisSearch, string | undefined>>>) => void;
}

/** What the table is made of: the indicator, its rows and columns, where and when. */
export function AnalysisBar(props: BarProps) {
  return (
    <div className="paper analysis-bar">
      <TableChoices {...props} />
      <PlaceChoices {...props} />
      <PeriodChoices {...props} />
    </div>
  );
}

/** A control with its label over it, given the id by which they belong together. */
function Labelled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function TableChoices({ search, offers, charts, wrong, change }: BarProps) {
  const { words, say } = useWords();
  const said = words.analysis;
  const own = offers.find(({ id }) => id === search.indicator);
  const rows = rowsOf(own, said.region);
  const columns = columnsOf(rows, search.rows);
  const choose = (indicator: string | undefined) => {
    const next = rowsOf(
      offers.find(({ id }) => id === indicator),
      said.region,
    );
    const keeps = (name: string | undefined) => next.some((one) => one.name === name);
    change({
      indicator,
      only: undefined,
      ...(keeps(search.rows) ? {} : { rows: "region" }),
      ...(keeps(search.columns) ? {} : { columns: undefined }),
    });
  };
  return (
    <>
      <Labelled label={said.indicator}>
        {(id) => (
          <SearchSelect
            id={id}
            always
            value={search.indicator}
            onChange={choose}
            nothingFound={words.nothingFound}
            listWidth={320}
            options={offers.map((offer) => ({ value: offer.id, label: say(offer.name) }))}
          />
        )}
      </Labelled>
      <AxisChoices rows={rows} columns={columns} search={search} wrong={wrong} change={change} />
      <LookChoices search={search} charts={charts} change={change} />
    </>
  );
}

interface AxisProps extends Pick<BarProps, "search" | "wrong" | "change"> {
  readonly rows: readonly NamedView[];
  readonly columns: readonly NamedView[];
}

/** By what the figures are told in rows, and by what in columns. */
function AxisChoices({ rows, columns, search, wrong, change }: AxisProps) {
  const { words, say } = useWords();
  const said = words.analysis;
  const option = ({ name, words: called }: NamedView) => ({ value: name, label: say(called) });
  const chooseRows = (name: string | undefined) =>
    change({
      rows: name,
      only: undefined,
      ...(columnsOf(rows, name).some((one) => one.name === search.columns) ? {} : { columns: undefined }),
    });
  return (
    <>
      <Labelled label={said.rows}>
        {(id) => (
          <SelectBox
            id={id}
            value={search.rows}
            invalid={wrong.includes("rows")}
            options={rows.map(option)}
            onChange={chooseRows}
          />
        )}
      </Labelled>
      <Labelled label={said.columns}>
        {(id) => (
          <SelectBox
            id={id}
            value={search.columns}
            placeholder={said.noColumns}
            invalid={wrong.includes("columns")}
            options={columns.map(option)}
            onChange={(name) => change({ columns: name })}
          />
        )}
      </Labelled>
    </>
  );
}

/** In which order the rows stand, and how the table is drawn. */
function LookChoices({ search, charts, change }: Pick<BarProps, "search" | "charts" | "change">) {
  const { words } = useWords();
  const said = words.analysis;
  return (
    <>
      <Labelled label={said.order}>
        {(id) => (
          <SelectBox
            id={id}
            value={search.order ?? "code"}
            options={orders.map((name) => ({ value: name, label: said.orders[name] }))}
            onChange={(name) => change({ order: name === "code" ? undefined : name })}
          />
        )}
      </Labelled>
      <Labelled label={said.chart}>
        {(id) => (
          <SelectBox
            id={id}
            value={charts.includes(chartOf(search)) ? chartOf(search) : "none"}
            options={charts.map((name) => ({ value: name, label: said.charts[name] }))}
            onChange={(name) => change({ chart: name })}
          />
        )}
      </Labelled>
    </>
  );
}

function rowsOf(offer: IndicatorOffer | undefined, region: string): readonly NamedView[] {
  return [{ name: "region", words: { zh: region, en: region } }, ...(offer?.rows ?? [])];
}

/** What goes beside rows: of regions a level below as of counties. */
function columnsOf(rows: readonly NamedView[], chosen: string | undefined): readonly NamedView[] {
  const own = dimensionNamed(chosen);
  if (own === undefined) return [];
  return rows.filter(({ name }) => {
    const other = dimensionNamed(name);
    return other !== undefined && goTogether(own, other);
  });
}

const dimensionNamed = (name: string | undefined): Dimension | undefined =>
  dimensions.find((one) => one === (name === "region" ? "county" : name));

function PlaceChoices({ search, change }: BarProps) {
  const { words } = useWords();
  const said = words.analysis;
  return (
    <>
      <Labelled label={said.region}>
        {(id) => <RegionPicker id={id} value={search.region} onChange={(region) => change({ region })} />}
      </Labelled>
      <Labelled label={said.sector}>
        {(id) => (
          <SectorPicker
            id={id}
            value={search.sector}
            onChange={(sector) => change({ sector })}
            placeholder={said.everySector}
          />
        )}
      </Labelled>
    </>
  );
}

function PeriodChoices({ search, today, wrong, change }: BarProps) {
  const { words } = useWords();
  const said = words.analysis;
  return (
    <>
      <Labelled label={said.period}>
        {(id) => (
          <SelectBox
            id={id}
            value={choiceOf(search, today)}
            placeholder={
              search.from === undefined && search.to === undefined ? said.yearSoFar : said.chosenDays
            }
            options={periodChoices.map((name) => ({ value: name, label: said.periods[name] }))}
            onChange={(name) => {
              const choice = periodChoices.find((one) => one === name);
              change(
                choice === undefined ? { from: undefined, to: undefined } : periodOfChoice(choice, today),
              );
            }}
          />
        )}
      </Labelled>
      <Labelled label={said.from}>
        {(id) => (
          <DayPicker
            id={id}
            value={search.from}
            invalid={wrong.includes("from")}
            onChange={(from) => change({ from })}
          />
        )}
      </Labelled>
      <Labelled label={said.to}>
        {(id) => (
          <DayPicker
            id={id}
            value={search.to}
            invalid={wrong.includes("from")}
            onChange={(to) => change({ to })}
          />
        )}
      </Labelled>
      <Labelled label={said.asOf}>
        {(id) => (
          <DayPicker
            id={id}
            value={search.asOf}
            to={today}
            invalid={wrong.includes("asOf")}
            onChange={(asOf) => change({ asOf })}
          />
        )}
      </Labelled>
    </>
  );
}

function choiceOf({ from, to }: AnalysisSearch, today: string) {
  return periodChoices.find((choice) => {
    const period = periodOfChoice(choice, today);
    return period.from === from && period.to === to;
  });
}

import "../list/list.css";
import "../analysis/analysis.css";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { indicators, type PivotView, pivot, readyViews } from "../../api/analysis.ts";
import { isNoAnswer, problemOf } from "../../api/problem.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import { Mark } from "../../ui/marks.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { AnalysisBar } from "../analysis/AnalysisBar.tsx";
import {
  type AnalysisSearch,
  askedOf,
  chartOf,
  queryOf,
  searchOfAnalysis,
  showsView,
  withView,
} from "../analysis/analysis-view.ts";
import { Chart } from "../analysis/Chart.tsx";
import { chartsFor } from "../analysis/chart-option.ts";
import { KeptViews } from "../analysis/KeptViews.tsx";
import { figureText, PivotTable } from "../analysis/PivotTable.tsx";
import { ExportTable, MakeReport } from "../analysis/TakeOut.tsx";

const route = getRouteApi("/shell/analysis");

/** Any indicator by rows and columns: a table whose every figure opens its list, drawn beside, and taken out as it stands. */
export default function AnalysisPage() {
  const { words } = useWords();
  useTitle(words.analysis.title);
  const { data: ready } = useSuspenseQuery(readyViews);
  const { data: offers } = useSuspenseQuery(indicators);
  const search = askedOf(route.useSearch(), ready.views);
  const navigate = useNavigate();
  const asked = queryOf(search);
  const { data, error, isPlaceholderData } = useQuery({ ...pivot(asked), placeholderData: keepPreviousData });
  const shown = error === null ? data : undefined;
  const change = (changed: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: "/analysis", search: searchOfAnalysis({ ...search, ...changed }) });
  return (
    <div className="stack analysis">
      <div className="page-head">
        <h1>{words.analysis.title}</h1>
        <div className="row no-print">
          <KeptViews search={search} />
          <ExportTable search={search} blank={shown === undefined || shown.rows.length === 0} />
          <MakeReport search={search} today={ready.today} />
        </div>
      </div>
      <nav aria-label={words.analysis.ready} className="analysis-ready no-print">
        {ready.views.map((view) => (
          <ReadyLink key={view.id} view={view} search={search} />
        ))}
      </nav>
      <AnalysisBar
        search={search}
        offers={offers}
        charts={shown === undefined ? ["none"] : chartsFor(shown)}
        today={ready.today}
        wrong={wrongFields(error)}
        change={change}
      />
      {error !== null && <Wrong error={error} />}
      {shown !== undefined && (
        <div className="stack" aria-busy={isPlaceholderData}>
          <Told pivot={shown} search={search} />
        </div>
      )}
    </div>
  );
}

type ReadyProps = {
  readonly view: Parameters<typeof withView>[1];
  readonly search: AnalysisSearch;
};

function ReadyLink({ view, search }: ReadyProps) {
  const { say } = useWords();
  const isShown = showsView(search, view);
  return (
    <Link
      to="/analysis"
      search={withView(search, view)}
      className={isShown ? "chip analysis-chosen" : "chip"}
      aria-current={isShown ? "true" : undefined}
      title={say(view.says)}
    >
      {say(view.name)}
    </Link>
  );
}

const wrongFields = (error: Error | null): readonly string[] =>
  error === null ? [] : (problemOf(error).problems ?? []).map(({ field }) => field);

/** What the server is not content with, in words by which it is mended. */
function Wrong({ error }: { readonly error: Error }) {
  const { words } = useWords();
  const { title, problems = [] } = problemOf(error);
  const known: Readonly<Record<string, string>> = words.analysis.wrong;
  const said = problems.map(({ field, code }) => known[`${field} ${code}`] ?? known[field]);
  const own = said.find((one) => one !== undefined);
  const text = isNoAnswer(error) ? words.problem.offline : (own ?? (title || words.problem.failed));
  return <Alert tone="error" role="alert" title={text} />;
}

interface ToldProps {
  readonly pivot: PivotView;
  readonly search: AnalysisSearch;
}

function Told({ pivot: told, search }: ToldProps) {
  const { words, say } = useWords();
  const said = words.analysis;
  const name = useNameOf(told);
  const asked = chartOf(search);
  const chart = chartsFor(told).includes(asked) ? asked : "none";
  return (
    <>
      <Heading pivot={told} search={search} name={name} />
      {told.rows.length === 0 && <p className="paper blank">{said.nothing}</p>}
      {chart !== "none" && (
        <figure className="paper analysis-drawing">
          <Chart pivot={told} chart={chart} name={said.chartName(said.charts[chart], name)} />
          <figcaption className="soft">{said.chartCaption}</figcaption>
        </figure>
      )}
      {told.rows.length > 0 && (
        <section className="paper" aria-label={name}>
          <PivotTable pivot={told} search={search} caption={name} />
          {told.more > 0 && <p className="analysis-more soft">{said.more(told.more)}</p>}
          <p className="analysis-more soft">
            {said.formula(say(told.indicator.formula))}
            {words.comma}
            {said.source(told.indicator.source)}
          </p>
        </section>
      )}
    </>
  );
}

function useNameOf({ indicator, by, unit }: PivotView): string {
  const { words, say } = useWords();
  const along = [by.rows, ...(by.columns === null ? [] : [by.columns])].map((one) => say(one.words));
  return words.analysis.name(say(indicator.name), along, words.analysis.unit[unit]);
}

function Heading({ pivot: told, search, name }: ToldProps & { readonly name: string }) {
  const { words, say } = useWords();
  const said = words.analysis;
  const { indicator, from, to, asOf, running, cut, whole, unit } = told;
  return (
    <header className="analysis-told">
      <h2>
        {name} {indicator.toBeConfirmed && <Mark tone="yellow">{words.plan.toBeConfirmed}</Mark>}
      </h2>
      <p className="soft">
        {say(indicator.says)}
        {words.comma}
        {said.days(from, to)}
        {asOf !== null && `${words.comma}${said.known(asOf)}`}
        {running && `${words.comma}${said.running}`}
      </p>
      <div className="row">
        {whole !== null && <strong>{said.altogether(figureText(whole.figure, unit, words))}</strong>}
        {cut.map(({ name: field, code, words: called }) => (
          <Link
            key={`${field} ${code}`}
            to="/analysis"
            search={searchOfAnalysis({ ...search, [field]: undefined })}
            className="chip"
            aria-label={said.widen(say(called))}
          >
            {say(called)}
            <CloseIcon />
          </Link>
        ))}
      </div>
    </header>
  );
}

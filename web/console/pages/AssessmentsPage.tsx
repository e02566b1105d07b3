import "../assessment/assessment.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Ranking } from "../../api/assessment-types.ts";
import * as queries from "../../api/queries.ts";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { PrintButton } from "../printing/PrintButton.tsx";

const route = getRouteApi("/shell/assessments");

/** The published results of a year, the best first, with the scheme by which they came about. */
export default function AssessmentsPage() {
  const { words } = useWords();
  const { year } = route.useSearch();
  const { data } = useSuspenseQuery(queries.ranking(year));
  useTitle(words.assessment.ranking);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.assessment.ranking}</h1>
      </div>
      <p className="soft">{words.assessment.rankingPurpose}</p>
      {data.year === null ? (
        <p className="paper blank">{words.assessment.none}</p>
      ) : (
        <>
          <Tools
            year={data.year}
            years={data.years}
            rows={data.schemes.reduce((sum, { rows }) => sum + rows.length, 0)}
          />
          {data.schemes.map((scheme) => (
            <Scheme key={scheme.version} scheme={scheme} />
          ))}
        </>
      )}
    </div>
  );
}

interface ToolsProps {
  readonly year: string;
  readonly years: readonly string[];
  /** How many results are on the page. */
  readonly rows: number;
}

/** Of which year, and how it goes out: printed, or as the register's list with its export. */
function Tools({ year, years, rows }: ToolsProps) {
  const { words } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const all = [...new Set([year, ...years])].sort().reverse();
  return (
    <div className="row ranking-tools">
      <label htmlFor={id}>{words.assessment.year}</label>
      <SelectBox
        id={id}
        value={year}
        options={all.map((value) => ({ value, label: value }))}
        onChange={(value = year) => void navigate({ to: "/assessments", search: { year: value } })}
      />
      <PrintButton printed={{ register: "assessment", filter: { year, state: "published" }, rows }}>
        {words.assessment.print}
      </PrintButton>
      <Link
        to="/registers/$register"
        params={{ register: "assessment" }}
        search={{ year, state: "published" }}
        className="button-link"
      >
        {words.assessment.exportList}
      </Link>
    </div>
  );
}

function Scheme({ scheme }: { readonly scheme: Ranking["schemes"][number] }) {
  const { words, say } = useWords();
  const { assessment } = words;
  const { version, from, rows, grades } = scheme;
  return (
    <section className="paper ranking">
      <h2>{say(scheme.scheme)}</h2>
      <p className="soft">{assessment.byScheme(say(scheme.scheme), version, from)}</p>
      <p className="soft">
        {grades.map(({ name, from: least }) => assessment.band(say(name), least)).join(words.comma)}
      </p>
      {rows.length === 0 ? (
        <p className="blank">{assessment.nothingPublished}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" className="score-number">
                {assessment.place}
              </th>
              <th scope="col">{assessment.unit}</th>
              <th scope="col" className="score-number">
                {assessment.total}
              </th>
              <th scope="col">{assessment.grade}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, id, unit, score, grade }) => (
              <tr key={id}>
                <td className="score-number">{place}</td>
                <th scope="row">
                  <Link
                    to="/registers/$register/entries/$entry"
                    params={{ register: "assessment", entry: id }}
                  >
                    {say(unit)}
                  </Link>
                </th>
                <td className="score-number">{score}</td>
                <td>{say(grade)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

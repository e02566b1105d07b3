import "./assessment.css";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import type { ScoreRow, ScoreSheet as Sheet, VetoRow } from "../../api/assessment-types.ts";
import * as queries from "../../api/queries.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { FigureOfBoard } from "../board/FigureOfBoard.tsx";

/** How an assessment comes to its score: each item with its figure, its rule in words and its points, and the vetoes. */
export function ScoreSheet({ id, version }: { readonly id: string; readonly version: number }) {
  const { words, say } = useWords();
  const { data } = useQuery(queries.assessment(id, version));
  if (data === undefined) return null;
  const told = words.assessment;
  return (
    <section className="paper score-sheet" aria-label={told.sheet}>
      <header>
        <h2>{told.sheet}</h2>
        <p className="soft">{told.byScheme(say(data.scheme), data.version, data.from)}</p>
        <p className="soft">{data.isFixed ? told.fixed(data.asOf ?? "") : told.today}</p>
      </header>
      {data.grade !== null && data.score !== null && (
        <p className="score-total">
          {told.score(data.score)} <Mark tone="final">{say(data.grade)}</Mark>
        </p>
      )}
      <div className="score-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">{told.item}</th>
              <th scope="col">{told.basis}</th>
              <th scope="col" className="score-number">
                {told.weight}
              </th>
              <th scope="col" className="score-number">
                {told.self}
              </th>
              <th scope="col" className="score-number">
                {told.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.groups.map(({ name, items }) => (
              <Fragment key={name.zh}>
                <tr>
                  <th scope="colgroup" colSpan={5} className="score-group">
                    {say(name)}
                  </th>
                </tr>
                {items.map((row) => (
                  <ItemRow key={row.id} row={row} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <Vetoes vetoes={data.vetoes} />
      <Grades sheet={data} />
    </section>
  );
}

function ItemRow({ row }: { readonly row: ScoreRow }) {
  const { words, say } = useWords();
  const { name, weight, by, judged, self, verified, points, source, toBeConfirmed } = row;
  return (
    <tr>
      <th scope="row">
        {say(name)}
        <small className="soft">{source}</small>
        {toBeConfirmed && <Mark tone="yellow">{words.library.toBeConfirmed}</Mark>}
      </th>
      <td>
        {by !== undefined && (
          <>
            <FigureOfBoard figure={by.figure} unit={by.figure.unit} />
            <small className="soft">{say(by.rule)}</small>
          </>
        )}
        {judged !== undefined && (
          <>
            {words.assessment.judged}
            <small className="soft">{say(judged)}</small>
          </>
        )}
        {self?.reason !== undefined && <p>{words.assessment.evidence(self.reason)}</p>}
        {verified?.reason !== undefined && <p>{words.assessment.deviation(verified.reason)}</p>}
      </td>
      <td className="score-number">{weight}</td>
      <td className="score-number">{self?.points ?? words.none}</td>
      <td className="score-number">{points ?? words.none}</td>
    </tr>
  );
}

function Vetoes({ vetoes }: { readonly vetoes: readonly VetoRow[] }) {
  const { words, say } = useWords();
  return (
    <>
      <h3>{words.assessment.vetoes}</h3>
      <ul className="score-vetoes">
        {vetoes.map(({ id, name, isMet, reason, gradeAtMost, source }) => (
          <li key={id}>
            <Mark tone={isMet ? "red" : "plain"}>
              {isMet ? words.assessment.met : words.assessment.notMet}
            </Mark>{" "}
            {say(name)} <span className="soft">{words.assessment.atMost(say(gradeAtMost))}</span>
            {reason !== undefined && <p>{reason}</p>}
            <small className="soft">{source}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** From which score on each grade is given: the bands belong to the formula. */
function Grades({ sheet: { grades, source } }: { readonly sheet: Sheet }) {
  const { words, say } = useWords();
  const bands = grades.map(({ name, from }) => words.assessment.band(say(name), from)).join(words.comma);
  return (
    <p className="soft">
      {words.assessment.grades}
      {words.colon}
      {bands}
      <small>{source}</small>
    </p>
  );
}

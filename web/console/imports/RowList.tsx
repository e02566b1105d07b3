import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { type ImportRowView, type ImportView, importRows, type Verdict } from "../../api/imports.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

/** The rows of one verdict, page by page, each with why or what. */
export function RowList({ one, verdict }: { readonly one: ImportView; readonly verdict: Verdict }) {
  const { words } = useWords();
  const [after, setAfter] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  // The button stands below the rows, and those of the other page are read from above.
  const turnTo = (row: number) => {
    setAfter(row);
    top.current?.scrollIntoView();
  };
  const stand = `${one.state} ${one.progress.row}`;
  const { data, error } = useQuery({
    ...importRows(one.id, verdict, after, stand),
    placeholderData: keepPreviousData,
  });
  if (error !== null)
    return (
      <p role="alert" className="field-problem">
        {problemOf(error).title || words.imports.offline}
      </p>
    );
  if (data === undefined) return null;
  if (data.rows.length === 0) return <p className="soft">{words.imports.noRows}</p>;
  return (
    <>
      <div ref={top} className="imports-scroll imports-rows">
        <table className="imports-table">
          <thead>
            <tr>
              <th scope="col">{words.imports.row}</th>
              <th scope="col">{words.imports.entry}</th>
              <th scope="col">{words.imports.what}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={row.row} register={one.register} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        {after > 0 && <Button onClick={() => turnTo(0)}>{words.imports.first}</Button>}
        {data.next !== null && <Button onClick={() => turnTo(data.next ?? 0)}>{words.imports.more}</Button>}
      </div>
    </>
  );
}

interface RowProps {
  readonly register: string;
  readonly row: ImportRowView;
}

function Row({ register, row }: RowProps) {
  return (
    <tr>
      <td>{row.row}</td>
      <td>
        <Entry register={register} row={row} />
      </td>
      <td>
        <What row={row} />
      </td>
    </tr>
  );
}

/** Its number and title; a link where it stands. A row that is only tried has opened nothing. */
function Entry({ register, row }: RowProps) {
  const { words } = useWords();
  const named = [row.number, row.title].filter((part) => part !== null).join(" ");
  const stands = row.entry !== null && row.number !== null;
  if (!stands) return <span className="soft">{named || words.imports.newEntry}</span>;
  return (
    <Link to="/registers/$register/entries/$entry" params={{ register, entry: row.entry ?? "" }}>
      {named}
    </Link>
  );
}

function What({ row }: { readonly row: ImportRowView }) {
  const { words, say } = useWords();
  const said = words.imports;
  const problems = row.problems.map(({ column, label, words: why, given }) => {
    const place = [column === null ? "" : said.column(column), label === null ? "" : say(label)];
    const where = place.filter((part) => part !== "").join(" ");
    return `${where === "" ? "" : `${where}${words.colon}`}${say(why)}${given === null || given === "" ? "" : said.given(given)}`;
  });
  const changes = row.changes.map(({ label, from, to }) => said.change(say(label), from, to));
  const skipped = row.skipped === null ? [] : [said.skipped[row.skipped]];
  const lines = [...problems, ...changes, ...skipped, ...row.warnings.map(say)];
  if (lines.length === 0) return null;
  return (
    <ul className="imports-problems">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

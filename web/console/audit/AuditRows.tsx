import type { AuditLineView } from "../../api/audit.ts";
import { useWords } from "../../words/language.tsx";
import { AuditDetails } from "./AuditDetails.tsx";
import { formatSecond } from "./format.ts";

interface Lines {
  readonly lines: readonly AuditLineView[];
}

const keyOf = ({ entry, version }: AuditLineView): string => `${entry}/${version}`;

/** How many rows a line tells of; undefined where it tells of none. */
const rowsOf = ({ facts }: AuditLineView): string | undefined =>
  facts.find(({ name }) => name === "rows")?.value.zh;

/** Lines of the audit log: when, who, what, how many rows, from where. */
export function AuditTable({ lines }: Lines) {
  const { words, say } = useWords();
  const said = words.audit;
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{said.title}</caption>
        <thead>
          <tr>
            {[said.at, said.who, said.what].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col" className="audit-rows">
              {said.rows}
            </th>
            <th scope="col">{said.whence}</th>
            <th scope="col">{said.details}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOf(line)}>
              <td className="cell-day">{formatSecond(line.at)}</td>
              <td>
                <Who line={line} />
              </td>
              <td className="cell-text">{say(line.says)}</td>
              <td className="audit-rows">{rowsOf(line) ?? words.none}</td>
              <td>
                <Whence line={line} />
              </td>
              <td>
                <AuditDetails line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same lines on a phone. */
export function AuditCards({ lines }: Lines) {
  const { words, say } = useWords();
  return (
    <ul className="cards">
      {lines.map((line) => (
        <li key={keyOf(line)} className="card">
          <p className="card-title">{say(line.says)}</p>
          <dl className="card-lines">
            <div>
              <dt>{words.audit.at}</dt>
              <dd>{formatSecond(line.at)}</dd>
            </div>
            <div>
              <dt>{words.audit.who}</dt>
              <dd>
                <Who line={line} />
              </dd>
            </div>
            <div>
              <dt>{words.audit.whence}</dt>
              <dd>
                <Whence line={line} />
              </dd>
            </div>
          </dl>
          <div>
            <AuditDetails line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface One {
  readonly line: AuditLineView;
}

function Who({ line: { person, roleWords, organisation } }: One) {
  const { say } = useWords();
  return (
    <>
      {person !== null && (
        <p>
          {person.name} <span className="soft code">{person.username}</span>
        </p>
      )}
      <p className={person === null ? "" : "soft"}>
        {say(roleWords)}
        {organisation !== null && ` · ${say(organisation)}`}
      </p>
    </>
  );
}

function Whence({ line: { address, device } }: One) {
  const { words, say } = useWords();
  if (address === null && device === null) return words.audit.itself;
  return (
    <>
      <p className="audit-address">{address}</p>
      {device !== null && <p className="soft">{say(device)}</p>}
    </>
  );
}

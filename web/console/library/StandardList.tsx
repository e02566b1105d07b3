import { Link } from "@tanstack/react-router";
import type { StandardView } from "../../api/criteria-types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { ImportedMark, StandardStateMark, UnconfirmedMark } from "./marks.tsx";

interface Standards {
  readonly standards: readonly StandardView[];
  readonly sectorName: (code: string) => string;
}

/** Every standard with what of it is loaded: a table, and on a phone one card after another. */
export function StandardList({ standards, sectorName }: Standards) {
  return (
    <>
      <StandardTable standards={standards} sectorName={sectorName} />
      <ul className="cards">
        {standards.map((one) => (
          <StandardCard key={one.code} standard={one} />
        ))}
      </ul>
    </>
  );
}

function StandardTable({ standards, sectorName }: Standards) {
  const { words } = useWords();
  const { standard, state, from, counts, department, sectors } = words.library;
  return (
    <div className="table-frame">
      <table className="table library-table">
        <caption className="visually-hidden">{words.library.title}</caption>
        <thead>
          <tr>
            {[standard, state, from, counts, department, sectors].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standards.map((one) => (
            <tr key={one.code}>
              <td>
                <Name standard={one} />
              </td>
              <td>
                <StandardStateMark state={one.state} />
              </td>
              <td className="cell-day">
                <Span standard={one} />
              </td>
              <td>
                <Counts standard={one} />
              </td>
              <td>
                <Department standard={one} />
              </td>
              <td>{one.sectors.map(sectorName).join(words.comma) || words.library.noSectors}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StandardCard({ standard }: One) {
  const { words } = useWords();
  return (
    <li className="card">
      <Name standard={standard} />
      <p>
        <StandardStateMark state={standard.state} /> <Span standard={standard} />
      </p>
      <dl className="card-lines">
        <div>
          <dt>{words.library.counts}</dt>
          <dd>
            <Counts standard={standard} />
          </dd>
        </div>
        <div>
          <dt>{words.library.department}</dt>
          <dd>
            <Department standard={standard} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

interface One {
  readonly standard: StandardView;
}

function Name({ standard }: One) {
  const { words, say } = useWords();
  return (
    <div>
      <Link to="/criteria/$code" params={{ code: standard.code }} className="cell-title">
        {say(standard.name)}
      </Link>
      <br />
      <span className="soft">{standard.document ?? `${words.library.document}${words.library.unknown}`}</span>{" "}
      <span className="library-marks">
        {standard.kind === "keyCheckItems" && <Mark>{words.library.kinds.keyCheckItems}</Mark>}
        {standard.importedOn !== null && <ImportedMark />}
        <UnconfirmedMark row={standard} />
      </span>
    </div>
  );
}

function Span({ standard: { from, to } }: One) {
  const { words } = useWords();
  return from === null ? words.library.unknown : words.library.since(from, to);
}

function Counts({ standard }: One) {
  const { words } = useWords();
  const { loadedItems, importedItems, officialItems, topics, officialTexts } = standard;
  return (
    <>
      <span className="library-count">
        {standard.importedOn === null
          ? words.library.countOf(loadedItems, officialItems)
          : words.library.itemsFound(loadedItems)}
      </span>
      {standard.importedOn === null && importedItems > 0 && (
        <p className="soft">{words.library.importedItems(importedItems)}</p>
      )}
      {topics > 0 && <p className="soft">{words.library.topicsBeside(topics)}</p>}
      {officialTexts > 0 && <p className="soft">{words.library.officialTexts(officialTexts)}</p>}
    </>
  );
}

function Department({ standard: { department, importedOn, issuer } }: One) {
  const { words, say } = useWords();
  // An imported list says who issued it, and belongs to no department of the pack.
  if (importedOn !== null && issuer !== null) return say(issuer);
  return department === null ? words.library.noDepartment : say(department.name);
}

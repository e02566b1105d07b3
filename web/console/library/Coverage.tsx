import { Link } from "@tanstack/react-router";
import type { SectorCoverage, StandardView } from "../../api/criteria-types.ts";
import { useWords } from "../../words/language.tsx";

interface CoverageProps {
  readonly sectors: readonly SectorCoverage[];
  readonly standards: readonly StandardView[];
}

/** By what each sector is judged on the day, said plainly also where that is by nothing. */
export function Coverage({ sectors, standards }: CoverageProps) {
  const { words, say } = useWords();
  const { sector, basis, citable, coverage } = words.library;
  return (
    <section className="paper" aria-label={coverage}>
      <h2 className="library-section">{coverage}</h2>
      <div className="table-frame">
        <table className="table">
          <caption className="visually-hidden">{coverage}</caption>
          <thead>
            <tr>
              {[sector, basis, citable].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sectors.map((one) => (
              <tr key={one.code}>
                <td>
                  {one.code} {say(one.name)}
                </td>
                <td>
                  <Basis sector={one} standards={standards} />
                </td>
                <td>{one.citableItems}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="cards">
        {sectors.map((one) => (
          <li key={one.code} className="card">
            <h3>
              {one.code} {say(one.name)}
            </h3>
            <p>
              <Basis sector={one} standards={standards} />
            </p>
            <p className="soft">
              {citable} {one.citableItems}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Basis({
  sector,
  standards,
}: {
  readonly sector: SectorCoverage;
  readonly standards: readonly StandardView[];
}) {
  const { words, say } = useWords();
  const codes = new Set([...sector.criteria, ...sector.keyCheckItems]);
  const own = standards.filter(({ code }) => codes.has(code));
  if (own.length === 0) return <span className="soft">{words.library.noBasis}</span>;
  return (
    <>
      {own.map(({ code, name }, at) => (
        <span key={code}>
          {at > 0 && words.comma}
          <Link to="/criteria/$code" params={{ code }}>
            {say(name)}
          </Link>
        </span>
      ))}
      {sector.citableItems === 0 && <p className="soft">{words.library.noCitable}</p>}
    </>
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import type { OrganisationView } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";

interface Of {
  readonly organisation: OrganisationView;
}

/** One organisation: what it is, what it does in which sectors, who stands above it, where all of this is from. */
export function OrganisationRow({ organisation }: Of) {
  const { words, say } = useWords();
  const { kinds, toBeConfirmed, unconfirmedWhy } = words.organisations;
  return (
    <li className="organisation">
      <div>
        <p className="organisation-name">{say(organisation.name)}</p>
        <p className="row">
          <Mark>{kinds[organisation.kind]}</Mark>
          {organisation.toBeConfirmed && (
            <Mark tone="yellow" title={unconfirmedWhy}>
              {toBeConfirmed}
            </Mark>
          )}
        </p>
      </div>
      <OrganisationDuties organisation={organisation} />
      <Origins organisation={organisation} />
    </li>
  );
}

function OrganisationDuties({ organisation: { duties } }: Of) {
  const { words } = useWords();
  const { duties: named, toBeConfirmed, dutyUnconfirmedWhy } = words.organisations;
  const sectorsText = useSectorsText();
  return (
    <ul className="organisation-duties">
      {duties.map((duty) => (
        <li key={duty.as}>
          <Mark tone="state">{named[duty.as]}</Mark> {sectorsText(duty.sectors)}{" "}
          {duty.toBeConfirmed && (
            <Mark tone="yellow" title={dutyUnconfirmedWhy}>
              {toBeConfirmed}
            </Mark>
          )}
        </li>
      ))}
    </ul>
  );
}

function useSectorsText(): (sectors: OrganisationView["duties"][number]["sectors"]) => string {
  const { words, say } = useWords();
  const { data: sectors } = useSuspenseQuery(queries.sectors);
  const names = new Map(sectors.map(({ code, name }) => [code, say(name)]));
  return (codes) => {
    if (codes === "all") return words.organisations.allSectors;
    if (codes.length === 0) return words.organisations.noSectors;
    return codes.map((code) => `${code} ${names.get(code) ?? ""}`).join(words.organisations.between);
  };
}

function Origins({ organisation: { parent, source, duties } }: Of) {
  const { words, say } = useWords();
  const { above, source: sourceOf, dutySource, duties: named } = words.organisations;
  const { data: organisations } = useSuspenseQuery(queries.organisations({}));
  const superior = organisations.find(({ id }) => id === parent);
  const others = duties.filter((duty) => duty.source !== source);
  return (
    <dl className="organisation-origins">
      {superior !== undefined && <Line label={above}>{say(superior.shortName)}</Line>}
      <Line label={sourceOf}>{source}</Line>
      {others.map((duty) => (
        <Line key={duty.as} label={dutySource(named[duty.as])}>
          {duty.source}
        </Line>
      ))}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: string }) {
  const { words } = useWords();
  return (
    <div>
      <dt>
        {label}
        {words.colon}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

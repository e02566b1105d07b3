import { useWords } from "../../words/language.tsx";
import { OrganisationRow } from "./OrganisationRow.tsx";
import { type Group, isUnconfirmed, type Place } from "./organisation-tree.ts";

interface PlaceProps {
  readonly place: Place;
  /** Which groups stand open: those of the highest place, or all of them. */
  readonly opens: "none" | "first" | "all";
  readonly isWithin?: boolean;
}

/** A place with its own organisations in groups that open, and under it the places within. */
export function PlaceSection({ place, opens, isWithin = false }: PlaceProps) {
  const { say } = useWords();
  const Heading = isWithin ? "h3" : "h2";
  return (
    <section className="paper organisations-place" aria-label={say(place.name)}>
      <Heading className="organisations-name">{say(place.name)}</Heading>
      {place.groups.map((group) => (
        <GroupDetails key={`${group.kind} ${opens}`} group={group} isOpen={opens !== "none"} />
      ))}
      {place.places.length > 0 && (
        <div className="organisations-within">
          {place.places.map((within) => (
            <PlaceSection key={within.id} place={within} opens={opens === "all" ? "all" : "none"} isWithin />
          ))}
        </div>
      )}
    </section>
  );
}

function GroupDetails({
  group: { kind, organisations },
  isOpen,
}: {
  readonly group: Group;
  readonly isOpen: boolean;
}) {
  const { words } = useWords();
  const { groups, count, unconfirmed } = words.organisations;
  const open = organisations.filter(isUnconfirmed).length;
  return (
    <details open={isOpen} className="organisations-group">
      <summary>
        <span className="organisations-kind">{groups[kind]}</span>{" "}
        <span className="soft">
          {count(organisations.length)}
          {open > 0 && ` · ${unconfirmed(open)}`}
        </span>
      </summary>
      <ul>
        {organisations.map((organisation) => (
          <OrganisationRow key={organisation.id} organisation={organisation} />
        ))}
      </ul>
    </details>
  );
}

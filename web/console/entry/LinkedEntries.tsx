import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as queries from "../../api/queries.ts";
import { useWords } from "../../words/language.tsx";

interface LinkedEntryProps {
  readonly register: string;
  readonly id: string;
  readonly text: string;
}

export function LinkedEntry({ register, id, text }: LinkedEntryProps) {
  return (
    <Link to="/registers/$register/entries/$entry" params={{ register, entry: id }}>
      {text}
    </Link>
  );
}

interface LinkedEntriesProps {
  readonly register: string;
  readonly ids: readonly string[];
}

/** Linked entries by number and title, which only the entries themselves know. */
export function LinkedEntries({ register, ids }: LinkedEntriesProps) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <TitledEntry register={register} id={id} />
        </li>
      ))}
    </ul>
  );
}

function TitledEntry({ register, id }: Omit<LinkedEntryProps, "text">) {
  const { words } = useWords();
  const { data, isError } = useQuery(queries.entry(register, id));
  // An entry can be linked with one that this person may not see.
  if (isError) return <span className="soft">{words.problem.notFound}</span>;
  if (data === undefined) return <span className="soft">{words.loading}</span>;
  return <LinkedEntry register={register} id={id} text={`${data.entry.number} ${data.entry.title}`} />;
}

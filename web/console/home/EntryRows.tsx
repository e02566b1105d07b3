import { Link } from "@tanstack/react-router";
import type { RegisterOnHome } from "../../api/home-types.ts";
import type { EntryView } from "../../api/types.ts";
import { DueMark, StateMark } from "../marks.tsx";

/** A few entries of whatever registers, each with where it stands and what is left of its time. */
export function EntryRows({
  entries,
  registers,
}: {
  readonly entries: readonly EntryView[];
  readonly registers: readonly RegisterOnHome[];
}) {
  return (
    <ul className="home-rows">
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          register={registers.find(({ name }) => name === entry.register)}
        />
      ))}
    </ul>
  );
}

function EntryRow({
  entry,
  register,
}: {
  readonly entry: EntryView;
  readonly register: RegisterOnHome | undefined;
}) {
  return (
    <li className="home-row">
      <Link
        className="home-row-title"
        to="/registers/$register/entries/$entry"
        params={{ register: entry.register, entry: entry.id }}
      >
        {entry.title}
      </Link>
      <span className="row home-row-marks">
        <span className="soft code">{entry.number}</span>
        {register !== undefined && <StateMark register={register} state={entry.state} />}
        {entry.due !== null && <DueMark due={entry.due} />}
      </span>
    </li>
  );
}

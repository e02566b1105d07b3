import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { EntryView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { DueMark } from "../marks.tsx";

/** The self-check that an enterprise is to make: what is asked, why, and the way there, before everything else. */
export function Call({ entry }: { readonly entry: EntryView }) {
  const { words } = useWords();
  const { call } = words.home;
  const id = useId();
  return (
    <section className="paper call" aria-labelledby={id}>
      <div className="call-text">
        <h2 id={id}>{entry.due === null ? call.voluntary : call.title}</h2>
        <p className="row">
          <strong>{entry.title}</strong>
          {entry.due !== null && <DueMark due={entry.due} />}
        </p>
        <dl className="call-reasons">
          <dt>{call.what}</dt>
          <dd>{call.whatWords}</dd>
          <dt>{call.why}</dt>
          <dd>{call.whyWords}</dd>
        </dl>
      </div>
      <Link
        className="main-link call-link"
        to="/registers/$register/entries/$entry"
        params={{ register: entry.register, entry: entry.id }}
      >
        {call.go}
      </Link>
    </section>
  );
}

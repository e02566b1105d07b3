import "../help/help.css";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { glossary } from "../../../core/glossary/glossary.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { findTerms } from "../help/search.ts";
import { TermList } from "../help/TermList.tsx";

/** All words of the domain and of the system, searched as one types. */
export default function GlossaryPage() {
  const { words } = useWords();
  const [asked, setAsked] = useState("");
  const id = useId();
  const names = findTerms(glossary, asked);
  useTitle(words.help.glossary);
  return (
    <div className="stack help-page">
      <p>
        <Link to="/help" activeOptions={{ exact: true }}>
          {words.help.back}
        </Link>
      </p>
      <h1>{words.help.glossary}</h1>
      <p className="help-purpose">{words.help.glossaryWhy}</p>
      <search className="paper help-section">
        <label htmlFor={id} className="help-search-label">
          {words.help.glossarySearch}
        </label>
        <input
          id={id}
          type="search"
          className="native-input"
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
      </search>
      <p role="status" className="soft">
        {names.length === 0 ? words.help.nothing : words.help.terms(names.length)}
      </p>
      {names.length > 0 && <TermList names={names} />}
    </div>
  );
}

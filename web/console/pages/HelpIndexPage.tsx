import "../help/help.css";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { glossary } from "../../../core/glossary/glossary.ts";
import { isRole, roleNames } from "../../../core/scope/roles.ts";
import { screenPages } from "../../words/help-text.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { isHelpPage } from "../help/pages.ts";
import { findPages, findTerms } from "../help/search.ts";
import { TermList } from "../help/TermList.tsx";
import { useHelpTexts } from "../help/texts.ts";
import { useSession } from "../session.ts";

/** The way into the help: this post's own page first, a box to search all of it, then everything by screen and by post. */
export default function HelpIndexPage() {
  const { words } = useWords();
  const [asked, setAsked] = useState("");
  const id = useId();
  useTitle(words.help.title);
  return (
    <div className="stack help-page">
      <h1>{words.help.title}</h1>
      <search className="paper help-section">
        <label htmlFor={id} className="help-search-label">
          {words.help.search}
        </label>
        <input
          id={id}
          type="search"
          className="native-input"
          placeholder={words.help.searchHint}
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
      </search>
      {asked.trim() === "" ? <Contents /> : <Found asked={asked} />}
    </div>
  );
}

function Found({ asked }: { readonly asked: string }) {
  const { words } = useWords();
  const pages = findPages(useHelpTexts(), asked);
  const terms = findTerms(glossary, asked);
  const isNothing = pages.length + terms.length === 0;
  return (
    <>
      <p role="status">{isNothing ? words.help.nothing : words.help.found(pages.length, terms.length)}</p>
      {pages.length > 0 && (
        <ul className="paper help-found">
          {pages.map(({ name, title, sentence }) => (
            <li key={name}>
              <Link to="/help/$page" params={{ page: name }}>
                {title}
              </Link>
              <p className="soft">{sentence.replaceAll("`", "")}</p>
            </li>
          ))}
        </ul>
      )}
      {terms.length > 0 && <TermList names={terms} />}
    </>
  );
}

function Contents() {
  const { words } = useWords();
  const { post } = useSession();
  const { own, again, screens, posts, administration, glossary: glossaryWords } = words.help;
  return (
    <>
      <section className="paper help-section">
        <h2>{own}</h2>
        <ul className="help-links">
          {isRole(post.role) && <PageLink name={post.role} />}
          <li>
            <Link to="/" state={{ tour: true }}>
              {again}
            </Link>
          </li>
          <li>
            <Link to="/help/glossary">{glossaryWords}</Link>
          </li>
        </ul>
      </section>
      <Group title={screens} names={screenPages} />
      <Group title={posts} names={roleNames.filter((name) => name !== post.role)} />
      <Group title={administration} names={["administration"]} />
    </>
  );
}

function Group({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <section className="paper help-section">
      <h2>{title}</h2>
      <ul className="help-links">
        {names.map((name) => (
          <PageLink key={name} name={name} />
        ))}
      </ul>
    </section>
  );
}

function PageLink({ name }: { readonly name: string }) {
  const texts = useHelpTexts();
  if (!isHelpPage(name)) return null;
  return (
    <li>
      <Link to="/help/$page" params={{ page: name }}>
        {texts[name].title}
      </Link>
    </li>
  );
}

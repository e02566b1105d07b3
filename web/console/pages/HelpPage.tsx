import "../help/help.css";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTitle, useWords } from "../../words/language.tsx";
import { Prose } from "../help/Prose.tsx";
import { isHelpPage } from "../help/pages.ts";
import { useHelpTexts } from "../help/texts.ts";
import { NotFoundPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/help/$page");

/** What is written about one screen or one post. */
export default function HelpPage() {
  const { page } = route.useParams();
  return isHelpPage(page) ? <Page name={page} /> : <NotFoundPage />;
}

function Page({ name }: { readonly name: keyof ReturnType<typeof useHelpTexts> }) {
  const { words } = useWords();
  const { title, purpose, parts, marks = [], troubles = [] } = useHelpTexts()[name];
  useTitle(title);
  return (
    <article className="stack help-page">
      <p>
        <Link to="/help" activeOptions={{ exact: true }}>
          {words.help.back}
        </Link>
      </p>
      <h1>{title}</h1>
      <p className="help-purpose">
        <Prose text={purpose} />
      </p>
      {parts.map((part) => (
        <Section key={part.title ?? ""} title={part.title ?? words.help.steps}>
          <ol className="help-steps">
            {part.steps.map((step) => (
              <li key={step}>
                <Prose text={step} />
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Pairs title={words.help.marks} pairs={marks} />
      <Pairs title={words.help.troubles} pairs={troubles} />
    </article>
  );
}

interface PairsProps {
  readonly title: string;
  readonly pairs: readonly (readonly [what: string, said: string])[];
}

function Pairs({ title, pairs }: PairsProps) {
  if (pairs.length === 0) return null;
  return (
    <Section title={title}>
      <dl className="help-pairs">
        {pairs.map(([what, said]) => (
          <div key={what}>
            <dt>
              <Prose text={what} />
            </dt>
            <dd>
              <Prose text={said} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="paper help-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

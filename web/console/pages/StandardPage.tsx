import "../list/list.css";
import "../library/library.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { StandardView, WithdrawnItem } from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import { Mark } from "../../ui/marks.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ImportSteps, Template } from "../library/ImportHelp.tsx";
import { ImportedMark, StandardStateMark, UnconfirmedMark, WithdrawnMark } from "../library/marks.tsx";
import { ItemWithTextRow, TopicRow, WithdrawnItemRow } from "../library/Rows.tsx";

const route = getRouteApi("/shell/criteria/$code");

/** One standard: what it is, its items with the official text beside our words, and what of it is known as a topic only. */
export default function StandardPage() {
  const { words, say } = useWords();
  const { code } = route.useParams();
  const { data } = useSuspenseQuery(queries.standard(code));
  const { standard, items, isWithdrawn, withdrawnItems, topics } = data;
  useTitle(say(standard.name));
  const cited = useLocation({ select: ({ hash }) => hash });
  useShown(cited);
  return (
    <div className="stack">
      <p>
        <Link to="/criteria" activeOptions={{ exact: true }}>
          {words.library.back}
        </Link>
      </p>
      <div className="page-head">
        <h1>{say(standard.name)}</h1>
        <p className="library-marks">
          <Mark>{words.library.kinds[standard.kind]}</Mark>
          {standard.importedOn !== null && <ImportedMark />}
          {isWithdrawn ? <WithdrawnMark /> : <StandardStateMark state={standard.state} />}
          <UnconfirmedMark row={standard} />
        </p>
      </div>
      <Facts standard={standard} />
      {!isWithdrawn && (
        <section className="paper" aria-label={words.library.items}>
          <div className="list-head">
            <h2>{words.library.itemsFound(items.length)}</h2>
            {data.mayImport && <Template {...data} />}
          </div>
          {data.mayImport && <ImportSteps {...data} />}
          {items.length === 0 && <p className="blank">{words.library.noItems}</p>}
          <ul>
            {items.map((item) => (
              <ItemWithTextRow key={item.id} code={code} item={item} cited={item.item === cited} />
            ))}
          </ul>
        </section>
      )}
      {withdrawnItems.length > 0 && <WithdrawnItems code={code} items={withdrawnItems} cited={cited} />}
      {topics.length > 0 && (
        <section className="paper" aria-label={words.library.topics}>
          <div className="library-section">
            <h2>{words.library.topics}</h2>
            <p className="soft">{words.library.topicsWhy}</p>
          </div>
          <ul>
            {topics.map((topic) => (
              <TopicRow key={topic.topic} topic={topic} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface WithdrawnItemsProps {
  readonly code: string;
  readonly items: readonly WithdrawnItem[];
  readonly cited: string;
}

function WithdrawnItems({ code, items, cited }: WithdrawnItemsProps) {
  const { words } = useWords();
  const title = words.library.withdrawnItems(items.length);
  return (
    <section className="paper" aria-label={title}>
      <div className="library-section">
        <h2>{title}</h2>
        <p className="soft">{words.library.withdrawnWhy}</p>
      </div>
      <ul>
        {items.map((item) => (
          <WithdrawnItemRow key={item.id} code={code} item={item} cited={item.item === cited} />
        ))}
      </ul>
    </section>
  );
}

/** Brings the item that the address names into view: the browser looks for it before it is there. */
function useShown(item: string): void {
  useEffect(() => {
    if (item !== "") document.getElementById(item)?.scrollIntoView();
  }, [item]);
}

function Facts({ standard }: { readonly standard: StandardView }) {
  const { words, say } = useWords();
  const { data: sectors } = useSuspenseQuery(queries.sectors);
  const { unknown, since, countOf, topicsBeside, noSectors, noDepartment } = words.library;
  const { from, to, document, issuer, nature, department, replaces, topics } = standard;
  const own = sectors.filter(({ code }) => standard.sectors.includes(code));
  const isList = standard.importedOn !== null;
  const counts = isList
    ? standard.loadedItems
    : [
        countOf(standard.loadedItems, standard.officialItems),
        ...(standard.importedItems > 0 ? [words.library.importedItems(standard.importedItems)] : []),
        ...(topics > 0 ? [topicsBeside(topics)] : []),
      ].join(words.comma);
  return (
    <dl className="paper library-section library-facts">
      <Fact name={words.library.document}>{document ?? unknown}</Fact>
      <Fact name={words.library.issuer}>{issuer === null ? unknown : say(issuer)}</Fact>
      {!isList && (
        <Fact name={words.library.nature}>{nature === null ? unknown : words.library.natures[nature]}</Fact>
      )}
      <Fact name={words.library.from}>{from === null ? unknown : since(from, to)}</Fact>
      {standard.issued !== null && <Fact name={words.library.issued}>{standard.issued}</Fact>}
      <Fact name={isList ? words.library.items : words.library.counts}>{counts}</Fact>
      {!isList && (
        <Fact name={words.library.department}>
          {department === null ? noDepartment : say(department.name)}
        </Fact>
      )}
      {replaces !== null && (
        <Fact name={words.library.replaces}>
          <Link to="/criteria/$code" params={{ code: replaces }}>
            {replaces}
          </Link>
        </Fact>
      )}
      <Fact name={words.library.sectors} wide>
        {own.map(({ name }) => say(name)).join(words.comma) || noSectors}
      </Fact>
      {standard.scope !== null && (
        <Fact name={words.library.scope} wide>
          {say(standard.scope)}
        </Fact>
      )}
      <Fact name={words.library.source} wide>
        {standard.source}
      </Fact>
    </dl>
  );
}

function Fact({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? "library-wide" : ""}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

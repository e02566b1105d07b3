import "../list/list.css";
import { saveFile } from "../../ui/save-file.ts";
import "../library/library.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useLocation } from "@tanstack/react-router";
import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import * as queries from "../../api/queries.ts";
import type { ItemWithText, OneStandard, StandardView } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { StandardStateMark, UnconfirmedMark } from "../library/marks.tsx";
import { ItemWithTextRow, TopicRow } from "../library/Rows.tsx";

const route = getRouteApi("/shell/criteria/$code");

/** One standard: what it is, its items with the official text beside our words, and what of it is known as a topic only. */
export default function StandardPage() {
  const { words, say } = useWords();
  const { code } = route.useParams();
  const { data } = useSuspenseQuery(queries.standard(code));
  const { standard, items, topics } = data;
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
          <StandardStateMark state={standard.state} />
          <UnconfirmedMark row={standard} />
        </p>
      </div>
      <Facts standard={standard} />
      <section className="paper" aria-label={words.library.items}>
        <div className="list-head">
          <h2>{words.library.itemsFound(items.length)}</h2>
          {data.mayImport && items.length > 0 && <Template {...data} />}
        </div>
        {items.length === 0 && <p className="blank">{words.library.noItems}</p>}
        <ul>
          {items.map((item) => (
            <ItemWithTextRow key={item.id} code={code} item={item} cited={item.item === cited} />
          ))}
        </ul>
      </section>
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
  const counts = countOf(standard.loadedItems, standard.officialItems);
  return (
    <dl className="paper library-section library-facts">
      <Fact name={words.library.document}>{document ?? unknown}</Fact>
      <Fact name={words.library.issuer}>{issuer === null ? unknown : say(issuer)}</Fact>
      <Fact name={words.library.nature}>{nature === null ? unknown : words.library.natures[nature]}</Fact>
      <Fact name={words.library.from}>{from === null ? unknown : since(from, to)}</Fact>
      <Fact name={words.library.counts}>
        {topics === 0 ? counts : `${counts}${words.comma}${topicsBeside(topics)}`}
      </Fact>
      <Fact name={words.library.department}>{department === null ? noDepartment : say(department.name)}</Fact>
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

/** A file with a row for each item, so that nobody has to type their numbers. */
function Template({ standard: { code }, items }: OneStandard) {
  const { words } = useWords();
  const save = () => {
    // The mark of the byte order tells office programs that it is UTF-8.
    const text = `\ufeff${rowsOf(code, items)}`;
    saveFile(words.library.templateName(code), "text/csv", text);
  };
  return <Button onClick={save}>{words.library.template}</Button>;
}

const rowsOf = (code: string, items: readonly ItemWithText[]): string =>
  ["standard,item,text,source", ...items.map(({ item }) => `${code},${code}/${item},,`)].join("\r\n");

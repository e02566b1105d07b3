import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type {
  CriteriaText,
  CriteriaTopic,
  ItemWithText,
  OfficialTextView,
  WithdrawnItem,
} from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import { formatInstant } from "../../ui/format.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { ImportedMark, UnconfirmedMark, WithdrawnMark } from "./marks.tsx";
import { Withdrawal } from "./Withdrawal.tsx";

interface ItemRowProps {
  readonly item: CriteriaText;
  /** Of the standard, where it is not the page's own. */
  readonly standard?: { readonly code: string; readonly name: string };
  /** Whether the page was opened for it. */
  readonly cited?: boolean;
  readonly children?: ReactNode;
}

/** One item: its citation, its text in our words, where it comes from. */
export function ItemRow({ item, standard, cited = false, children }: ItemRowProps) {
  // An imported item has no words of ours: its official text stands below, with where it comes from.
  const isOfficial = item.imported && children !== undefined;
  const { words, say } = useWords();
  const citation = standard === undefined ? item.article : `${standard.name} ${item.article}`;
  return (
    <li
      className="library-item"
      id={standard === undefined ? item.item : undefined}
      aria-current={cited || undefined}
    >
      <p className="library-item-head">
        {standard === undefined ? (
          citation
        ) : (
          <Link to="/criteria/$code" params={{ code: standard.code }} hash={item.item}>
            {citation}
          </Link>
        )}
        <span className="code soft">{item.id}</span>
        {item.imported && <ImportedMark />}
        <UnconfirmedMark row={item} />
        {item.catchAll && <Mark>{words.library.catchAll}</Mark>}
      </p>
      {!isOfficial && (
        <>
          <p>{say(item.text)}</p>
          <Source of={item} />
        </>
      )}
      {item.dividedFrom !== null && (
        <p className="soft library-item-source">{words.library.dividedFrom(item.dividedFrom)}</p>
      )}
      {children}
    </li>
  );
}

function Source({ of: { source } }: { readonly of: { readonly source: string } }) {
  const { words } = useWords();
  return (
    <p className="soft library-item-source">
      {words.library.source}
      {words.colon}
      {source}
    </p>
  );
}

/** What is known by its heading alone: to be seen, and nothing to choose. */
export function TopicRow({
  topic,
  standard,
}: {
  readonly topic: CriteriaTopic;
  readonly standard?: ItemRowProps["standard"];
}) {
  const { words, say } = useWords();
  return (
    <li className="library-item">
      <p className="library-item-head">
        {standard !== undefined && (
          <Link to="/criteria/$code" params={{ code: standard.code }}>
            {standard.name}
          </Link>
        )}
        {topic.heading}
        <Mark tone="final">{words.library.topicItems(topic.officialItems)}</Mark>
        <UnconfirmedMark row={topic} />
      </p>
      <p>{say(topic.text)}</p>
      <Source of={topic} />
    </li>
  );
}

interface ItemWithTextProps {
  readonly code: string;
  readonly item: ItemWithText;
  readonly cited: boolean;
}

/** An item with the official text beside our words, where somebody has imported it. */
export function ItemWithTextRow({ code, item, cited }: ItemWithTextProps) {
  if (item.official === null) return <ItemRow item={item} cited={cited} />;
  return (
    <ItemRow item={item} cited={cited}>
      <OfficialText text={item.official} />
      <AllTexts code={code} item={item.item} />
    </ItemRow>
  );
}

/** Every text that was ever imported for an item, on demand. */
function AllTexts({ code, item }: { readonly code: string; readonly item: string }) {
  const { words } = useWords();
  const [opened, setOpened] = useState(false);
  const { data: texts } = useQuery({ ...queries.textsOfItem(code, item), enabled: opened });
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary className="soft">{words.library.earlier}</summary>
      {texts === undefined ? (
        <p className="soft">{words.loading}</p>
      ) : (
        texts.map((text) => <OfficialText key={text.import} text={text} />)
      )}
    </details>
  );
}

interface WithdrawnItemProps {
  readonly code: string;
  readonly item: WithdrawnItem;
  readonly cited: boolean;
}

/** An item whose import was withdrawn: what cited it is read here, and nobody chooses it. */
export function WithdrawnItemRow({ code, item, cited }: WithdrawnItemProps) {
  const { words, say } = useWords();
  return (
    <li className="library-item library-import-withdrawn" id={item.item} aria-current={cited || undefined}>
      <p className="library-item-head">
        {item.article}
        <span className="code soft">{item.id}</span>
        <WithdrawnMark />
        <span className="soft">{words.library.withdrawnOn(item.withdrawnOn)}</span>
      </p>
      <p>{say(item.text)}</p>
      <AllTexts code={code} item={item.item} />
    </li>
  );
}

function OfficialText({ text }: { readonly text: OfficialTextView }) {
  const { words, say } = useWords();
  const { person, organisation, at, file, source, note, withdrawn } = text;
  return (
    <blockquote className="library-official">
      <h3>
        {words.library.official} {withdrawn !== null && <WithdrawnMark />}
      </h3>
      <p>{text.text}</p>
      <p className="soft library-item-source">
        {words.library.source}
        {words.colon}
        {source}
        <br />
        {words.library.brought(person.name, say(organisation.name), formatInstant(at))}
        {words.comma}
        {words.library.file} {file}
        {note !== null && (
          <>
            <br />
            {words.library.note}
            {words.colon}
            {note}
          </>
        )}
        {withdrawn !== null && (
          <>
            <br />
            <Withdrawal of={withdrawn} />
          </>
        )}
      </p>
    </blockquote>
  );
}

import { isDueChoice } from "../../../core/calendar/due-ladder.ts";
import type { EntryPage } from "../../api/types.ts";
import { CloseIcon } from "../../ui/icons.tsx";
import type { Dictionary } from "../../words/dictionary.ts";
import { useWords } from "../../words/language.tsx";
import { ownListOf } from "./address.ts";

/** Filters that a link brought and the filter bar has no control for: shown, and taken away with a click. */
export function ActiveFilters({
  search,
  counted,
  onAsk,
}: {
  readonly search: Record<string, string>;
  readonly counted: EntryPage["counted"];
  readonly onAsk: (asked: Record<string, string>) => void;
}) {
  const { words, say } = useWords();
  const { counted: figure } = search;
  const text = counted === undefined ? words.list.counted : say(counted.words);
  const shown = [...linked(search, words.list), ...(figure === undefined ? [] : [{ name: "counted", text }])];
  if (shown.length === 0) return null;
  return (
    <ul className="row">
      {shown.map(({ name, text }) => (
        <li key={name}>
          <button
            type="button"
            className="chip"
            aria-label={words.list.remove(text)}
            onClick={() => onAsk(without(search, name))}
          >
            {text}
            <CloseIcon />
          </button>
        </li>
      ))}
      {counted !== undefined && counted.unseen > 0 && (
        <li className="soft">{words.list.unseen(counted.unseen)}</li>
      )}
    </ul>
  );
}

function linked(search: Record<string, string>, words: Dictionary["list"]) {
  const { due, unsettled, "openedOn.from": openedFrom, "closedOn.from": closedFrom } = search;
  const own = ownListOf(search);
  return [
    ...(own === undefined ? [] : [{ name: own, text: words.owns[own] }]),
    ...(due === undefined || !isDueChoice(due) ? [] : [{ name: "due", text: words.due[due] }]),
    ...(unsettled === undefined ? [] : [{ name: "unsettled", text: words.unsettled }]),
    ...(openedFrom === undefined ? [] : [{ name: "openedOn.from", text: words.openedSince(openedFrom) }]),
    ...(closedFrom === undefined ? [] : [{ name: "closedOn.from", text: words.closedSince(closedFrom) }]),
  ];
}

function without(search: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
}

import { CloseIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";

/** Filters that a link brought and the filter bar has no control for: shown, and taken away with a click. */
export function ActiveFilters({
  search,
  onAsk,
}: {
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>) => void;
}) {
  const { words } = useWords();
  const { todo, due } = search;
  const shown = [
    ...(todo === undefined ? [] : [{ name: "todo", text: words.list.mine }]),
    ...(due === undefined
      ? []
      : [{ name: "due", text: due === "overdue" ? words.list.dueOverdue : words.list.dueSoon }]),
  ];
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
    </ul>
  );
}

function without(search: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
}

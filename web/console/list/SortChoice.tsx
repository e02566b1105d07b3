import { useId } from "react";
import type { RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { fieldNamed } from "../words-of.ts";
import { sortsOf } from "./address.ts";

/** The order of the list where there are no headings to press. */
export function SortChoice({
  register,
  search,
  onAsk,
}: {
  readonly register: RegisterView;
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>) => void;
}) {
  const { words, say } = useWords();
  const id = useId();
  const sorts = sortsOf(register);
  const sortWords = (sort: string) => {
    const descending = sort.startsWith("-");
    const field = say(fieldNamed(register, descending ? sort.slice(1) : sort).words);
    return descending ? words.list.descending(field) : words.list.ascending(field);
  };
  return (
    <label htmlFor={id} className="sort-choice">
      <span className="soft">{words.list.sort}</span>
      <select
        id={id}
        className="native-input"
        value={search.sort ?? (search.due !== undefined && sorts.includes("dueOn") ? "dueOn" : sorts[0])}
        onChange={({ target }) => onAsk({ ...search, sort: target.value })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {sortWords(sort)}
          </option>
        ))}
      </select>
    </label>
  );
}

import { Link } from "@tanstack/react-router";
import type { Figure } from "../../api/home-types.ts";
import { useWords } from "../../words/language.tsx";

/** A number that opens the list which it counts. `tone`: the colour of what is more than nothing. */
export function FigureLink({
  figure,
  title,
  tone = "plain",
}: {
  readonly figure: Figure;
  readonly title: string;
  readonly tone?: "plain" | "red" | "orange";
}) {
  const { words } = useWords();
  const { register, filters, total } = figure;
  return (
    <Link
      className={`figure figure-${total === 0 ? "none" : tone}`}
      to="/registers/$register"
      params={{ register }}
      search={filters}
      aria-label={words.home.openList(title, total)}
    >
      {total}
    </Link>
  );
}

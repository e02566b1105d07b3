import { Link } from "@tanstack/react-router";
import { useWords } from "../../words/language.tsx";

/** What a campaign's targets came to: how many lamps of each colour, and the board on which each of them stands. */
export function VerdictsView({ text }: { readonly text: string }) {
  const { words } = useWords();
  return (
    <>
      {text}
      <p>
        <Link to="/board">{words.board.openClosed}</Link>
      </p>
    </>
  );
}

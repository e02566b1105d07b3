import { Link } from "@tanstack/react-router";
import { problemOf } from "../../api/problem.ts";
import { useWords } from "../../words/language.tsx";
import { ProblemPage, ProblemView } from "./ProblemPage.tsx";

/** What went wrong with the board: a day to come, to which an address may point, is told in words that lead back. */
export function BoardProblemPage({ error }: { readonly error: unknown }) {
  const { words } = useWords();
  const { problems = [] } = problemOf(error);
  if (!problems.some(({ field }) => field === "day")) return <ProblemPage error={error} />;
  return (
    <ProblemView
      title={words.board.ahead}
      help={words.board.aheadHelp}
      acts={
        <Link to="/board" search={{}} className="button-link">
          {words.board.backToToday}
        </Link>
      }
    />
  );
}

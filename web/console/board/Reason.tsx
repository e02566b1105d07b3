import type { Board } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";

/** Why a lamp has its colour: each reason stands once on the board, and lamps name its place. */
export function Reason({ board, reason }: { readonly board: Board; readonly reason: number }) {
  const { say } = useWords();
  const told = board.reasons[reason];
  return told === undefined ? null : <span className="soft">{say(told)}</span>;
}

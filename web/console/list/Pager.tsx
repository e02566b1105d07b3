import { useRouterState } from "@tanstack/react-router";
import { limits } from "../../../core/limits.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

interface PagerProps {
  /** Where the page that is shown starts; undefined at the start of the list. */
  readonly cursor: string | undefined;
  /** Where the page after it starts; null after the last. */
  readonly next: string | null;
  /** How many rows are shown. */
  readonly rows: number;
  /** Goes to a place, or to the start, with the places that were passed on the way to it. */
  readonly onGo: (cursor: string | undefined, before: readonly string[]) => void;
}

/** Onward by the place where the next page starts, back by the places that were passed. */
export function Pager({ cursor, next, rows, onGo }: PagerProps) {
  const { words } = useWords();
  const before = useRouterState({ select: ({ location }) => location.state.before ?? [] });
  const go = (to: string | undefined, passed: readonly string[]) => {
    onGo(to === "" ? undefined : to, passed);
    scrollTo({ top: 0 });
  };
  if (cursor === undefined && next === null) return null;
  // A link to a later page knows nothing of the earlier ones; then the only way back is the start.
  const first = before.length * limits.pageSizeDefaultRows + 1;
  const known = cursor === undefined || before.length > 0;
  return (
    <nav className="pager" aria-label={words.list.pages}>
      {known && rows > 0 && <span className="soft">{words.list.shown(first, first + rows - 1)}</span>}
      <Button disabled={cursor === undefined} onClick={() => go(before.at(-1), before.slice(0, -1))}>
        {words.list.previous}
      </Button>
      <Button disabled={next === null} onClick={() => go(next ?? undefined, [...before, cursor ?? ""])}>
        {words.list.next}
      </Button>
    </nav>
  );
}

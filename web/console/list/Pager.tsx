import { useNavigate, useRouterState } from "@tanstack/react-router";
import { limits } from "../../../core/limits.ts";
import type { EntryPage } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

interface PagerProps {
  readonly register: string;
  readonly search: Record<string, string>;
  readonly page: EntryPage | undefined;
}

/** Onward by the place where the next page starts, back by the places that were passed. */
export function Pager({ register, search, page }: PagerProps) {
  const { words } = useWords();
  const before = useRouterState({ select: ({ location }) => location.state.before ?? [] });
  const navigate = useNavigate();
  const { cursor, ...rest } = search;
  const go = (to: string | undefined, passed: readonly string[]) => {
    const next = to === undefined || to === "" ? rest : { ...rest, cursor: to };
    void navigate({
      to: "/registers/$register",
      params: { register },
      search: next,
      state: { before: passed },
    });
    scrollTo({ top: 0 });
  };
  const next = page?.next ?? null;
  if (cursor === undefined && next === null) return null;
  // A link to a later page knows nothing of the earlier ones; then the only way back is the start.
  const first = before.length * limits.pageSizeDefaultRows + 1;
  const known = cursor === undefined || before.length > 0;
  return (
    <nav className="pager" aria-label={words.list.pages}>
      {known && page !== undefined && page.entries.length > 0 && (
        <span className="soft">{words.list.shown(first, first + page.entries.length - 1)}</span>
      )}
      <Button disabled={cursor === undefined} onClick={() => go(before.at(-1), before.slice(0, -1))}>
        {words.list.previous}
      </Button>
      <Button disabled={next === null} onClick={() => go(next ?? undefined, [...before, cursor ?? ""])}>
        {words.list.next}
      </Button>
    </nav>
  );
}

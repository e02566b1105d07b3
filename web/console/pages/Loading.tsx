import { useWords } from "../../words/language.tsx";

/** Holds the place of a page while it is fetched, so that nothing jumps. */
export function Loading() {
  const { words } = useWords();
  return (
    <div className="skeleton" role="status">
      {words.loading}
    </div>
  );
}

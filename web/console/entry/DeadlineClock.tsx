import type { Due } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { useDueText } from "../marks.tsx";
import { dueTones } from "../risk.ts";

/** The deadline of the step in which an entry stands: the day, and the working days until or since. */
export function DeadlineClock({ due }: { readonly due: Due | null }) {
  const { words } = useWords();
  if (due === null) return null;
  return (
    <section className={`clock clock-${dueTones[due.state]}`} aria-label={words.due.step}>
      <p className="clock-label">{words.due.step}</p>
      <p className="clock-left">
        <LeftText due={due} />
      </p>
      <p>{words.due.on(due.on)}</p>
      {due.provisional && (
        <p className="clock-provisional">
          <Mark>{words.due.provisional}</Mark> {words.due.provisionalWhy}
        </p>
      )}
    </section>
  );
}

function LeftText({ due }: { readonly due: Due }) {
  return useDueText(due);
}

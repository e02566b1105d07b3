import "./batch.css";
import { lazy, Suspense, useState } from "react";
import type { ActView, EntryView, RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { actsForAll } from "./batch.ts";

const BatchDrawer = lazy(async () => {
  const { BatchDrawer: component } = await import("./BatchDrawer.tsx");
  return { default: component };
});

interface BatchBarProps {
  readonly register: RegisterView;
  readonly acts: readonly ActView[];
  readonly chosen: readonly EntryView[];
  readonly onClear: () => void;
}

/** How many rows are chosen, and what can be done on all of them. */
export function BatchBar({ register, acts, chosen, onClear }: BatchBarProps) {
  const { words, say } = useWords();
  // As they stood when the form was opened: what is done changes their steps, and the results should stay in sight.
  const [doing, setDoing] = useState<{ readonly act: ActView; readonly entries: readonly EntryView[] }>();
  const open = actsForAll(acts, chosen);
  return (
    <>
      {chosen.length > 0 && (
        <section className="batch-bar" aria-label={words.list.batch.title}>
          <span className="list-total">{words.list.batch.chosen(chosen.length)}</span>
          {open.map((act) => (
            <Button key={act.name} onClick={() => setDoing({ act, entries: chosen })}>
              {say(act.words)}
            </Button>
          ))}
          {open.length === 0 && <span className="soft">{words.list.batch.nothing}</span>}
          <button type="button" className="button-link" onClick={onClear}>
            {words.list.batch.clear}
          </button>
        </section>
      )}
      {doing !== undefined && (
        <Suspense>
          <BatchDrawer
            register={register}
            {...doing}
            onClose={() => {
              setDoing(undefined);
              onClear();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

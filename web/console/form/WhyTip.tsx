import { type KeyboardEvent, useId, useState } from "react";
import { useWords } from "../../words/language.tsx";

interface WhyTipProps {
  /** The id of the label that it stands beside. */
  readonly of: string;
  readonly law: string;
}

/** The rule by which a field is asked, unfolded below its label: it stays while one writes, and covers nothing. */
export function WhyTip({ of, law }: WhyTipProps) {
  const { words } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    // The drawer around it would close as well.
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        className="why-button"
        aria-expanded={open}
        aria-controls={id}
        aria-describedby={of}
        title={words.why.ask}
        onClick={() => setOpen(!open)}
        onKeyDown={closeByKey}
      >
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">{words.why.ask}</span>
      </button>
      <p id={id} className="why-law" hidden={!open}>
        {law}
      </p>
    </>
  );
}

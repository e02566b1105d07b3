import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { overlays } from "../../ui/overlays.ts";

/** Long enough for a pointer to cross from the word to what is said of it. */
const lingersMs = 200;
const gapPixels = 6;

/**
 * A word with what it means, shown under the pointer, the keyboard or the finger. No button: it stands within labels, where a
 * second control would take the label for its own.
 */
export function TermMark({ said, meaning }: { readonly said: string; readonly meaning: string }) {
  const id = useId();
  const word = useRef<HTMLElement>(null);
  const [isShown, setShown] = useState(false);
  const leaving = useRef<number>(undefined);
  const show = () => {
    clearTimeout(leaving.current);
    setShown(true);
  };
  const leave = () => {
    clearTimeout(leaving.current);
    // A finger leaves the word as soon as it is lifted; what it tapped stays until something else is.
    if (document.activeElement === word.current) return;
    leaving.current = window.setTimeout(() => setShown(false), lingersMs);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  useClosedByEscape(isShown, () => setShown(false));
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click does nothing here, and is kept from doing something. */}
      <dfn
        ref={word}
        className="term"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must get to what the pointer gets to.
        tabIndex={0}
        aria-describedby={isShown ? id : undefined}
        // Within a label: what was tapped is the word, and not the field beneath it.
        onClick={(event) => event.preventDefault()}
        onPointerEnter={show}
        onPointerLeave={leave}
        onFocus={show}
        onBlur={() => setShown(false)}
      >
        {said}
      </dfn>
      {isShown &&
        createPortal(
          <Meaning id={id} word={word} meaning={meaning} onEnter={show} onLeave={leave} />,
          overlays(word.current),
        )}
    </>
  );
}

/** Before a dialog hears it, which would close with all that was entered. */
function useClosedByEscape(isShown: boolean, close: () => void): void {
  useEffect(() => {
    if (!isShown) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    addEventListener("keydown", hear, { capture: true });
    return () => removeEventListener("keydown", hear, { capture: true });
  });
}

interface MeaningProps {
  readonly id: string;
  readonly word: RefObject<HTMLElement | null>;
  readonly meaning: string;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** In the browser's top layer, so that no drawer or dialog covers it; beneath the word, or above it where the page ends. */
function Meaning({ id, word, meaning, onEnter, onLeave }: MeaningProps) {
  const shown = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = shown.current;
    const at = word.current?.getClientRects()[0];
    if (box === null || at === undefined) return;
    box.showPopover();
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(
      gapPixels,
      Math.min(at.left, document.documentElement.clientWidth - width - gapPixels),
    );
    const isBelow = at.bottom + gapPixels + height <= innerHeight;
    box.style.left = `${left}px`;
    box.style.top = `${isBelow ? at.bottom + gapPixels : at.top - gapPixels - height}px`;
  }, [word]);
  return (
    <div
      ref={shown}
      id={id}
      role="tooltip"
      popover="manual"
      className="term-meaning"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {meaning}
    </div>
  );
}

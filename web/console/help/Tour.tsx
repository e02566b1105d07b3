import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useNarrow } from "../../ui/narrow.ts";
import type { TourStep, TourTarget } from "../../words/help-text.ts";
import { useWords } from "../../words/language.tsx";
import { placeOf } from "./tour-place.ts";

/** Where a target stands on the page; the first of them that can be seen. */
const selectors: Readonly<Record<TourTarget, readonly string[]>> = {
  menu: [".side .menu", ".menu-drawer > button"],
  lists: [".home-tabs", ".home-parts", "#main"],
  opening: [".opening-links"],
  purpose: [".home-purpose", "#main h1"],
  bell: [".bell button"],
  post: [".top-person .person-post"],
  help: [".help-link"],
};

function elementOf(target: TourTarget): Element | undefined {
  const found = selectors[target].map((selector) => document.querySelector(selector));
  return found.find((element) => element !== null && element.getClientRects().length > 0) ?? undefined;
}

/** What is longer than the screen need not be moved as long as its beginning is seen. */
function beginsInSight(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight / 2;
}

interface TourProps {
  readonly steps: readonly TourStep[];
  readonly onEnd: () => void;
}

/** Leads over the page, step by step, beside work and not over it: nothing is locked, and Escape ends it. */
export function Tour({ steps: all, onEnd }: TourProps) {
  const { words } = useWords();
  const { of, next, back, done, end } = words.help.tour;
  // What this page does not have is not spoken of.
  const [steps] = useState(() => all.filter(({ at }) => elementOf(at) !== undefined));
  const [at, setAt] = useState(0);
  const id = useId();
  const card = useRef<HTMLDialogElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const step = steps[at];
  useEndedByEscape(onEnd);
  usePlaced(step?.at, card, ring);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every step the keyboard stands on the way on.
  useEffect(() => main.current?.focus({ preventScroll: true }), [at]);
  if (step === undefined) return null;
  const isLast = at === steps.length - 1;
  return (
    <>
      <div ref={ring} className="tour-ring" aria-hidden="true" />
      <dialog
        ref={card}
        open
        className="tour-card"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <p className="soft tour-count">{of(at + 1, steps.length)}</p>
        <h2 id={`${id}-title`}>{step.title}</h2>
        <p id={`${id}-text`}>{step.text}</p>
        <div className="tour-buttons">
          {!isLast && (
            <button type="button" className="plain-button tour-end" onClick={onEnd}>
              {end}
            </button>
          )}
          {at > 0 && (
            <button type="button" className="plain-button" onClick={() => setAt(at - 1)}>
              {back}
            </button>
          )}
          <button
            ref={main}
            type="button"
            className="tour-main"
            onClick={isLast ? onEnd : () => setAt(at + 1)}
          >
            {isLast ? done : next}
          </button>
        </div>
      </dialog>
    </>
  );
}

function useEndedByEscape(end: () => void): void {
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      if (key === "Escape") end();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  });
}

/** Keeps the ring around what is spoken of, and the card beside it; on a phone the card stands at the foot. */
function usePlaced(
  target: TourTarget | undefined,
  card: RefObject<HTMLElement | null>,
  ring: RefObject<HTMLElement | null>,
): void {
  const narrow = useNarrow();
  useLayoutEffect(() => {
    const element = target && elementOf(target);
    if (element !== undefined && !beginsInSight(element)) element.scrollIntoView({ block: "center" });
    const place = () => {
      const box = element?.getBoundingClientRect();
      if (box === undefined || card.current === null || ring.current === null) return;
      const { style } = ring.current;
      style.left = `${box.left}px`;
      style.top = `${box.top}px`;
      style.width = `${box.width}px`;
      style.height = `${box.height}px`;
      const size = { width: document.documentElement.clientWidth, height: innerHeight };
      const { left, top } = placeOf(box, card.current.getBoundingClientRect(), size);
      card.current.style.left = narrow ? "" : `${left}px`;
      card.current.style.top = narrow ? "" : `${top}px`;
    };
    place();
    addEventListener("resize", place);
    addEventListener("scroll", place, { passive: true });
    return () => {
      removeEventListener("resize", place);
      removeEventListener("scroll", place);
    };
  }, [target, narrow, card, ring]);
}

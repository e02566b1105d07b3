import "./tour.css";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import { createPortal } from "react-dom";
import { isRole } from "../../../core/scope/roles.ts";
import { overlays } from "../../ui/overlays.ts";
import type { Tours } from "../../words/help-text.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { Tour } from "./Tour.tsx";
import { markToured } from "./toured.ts";

const load = {
  zh: () => import("../../words/zh/help/tours.ts"),
  en: () => import("../../words/en/help/tours.ts"),
};

/** Offers the tour of this post in a corner, and leads it when it is wanted. */
export function TourHost({ asked }: { readonly asked: boolean }) {
  const { post } = useSession();
  const [wanted, setWanted] = useState(asked);
  const tours = useTours();
  const navigate = useNavigate();
  const end = () => {
    markToured(post.id);
    if (asked) void navigate({ to: "/", state: {}, replace: true });
  };
  if (tours === undefined || !isRole(post.role) || post.role === "system") return null;
  return createPortal(
    wanted ? (
      <Tour steps={tours[post.role]} onEnd={end} />
    ) : (
      <Offer onStart={() => setWanted(true)} onNo={end} />
    ),
    overlays(),
  );
}

/** The tours in this person's language, once they are there. */
function useTours(): Tours | undefined {
  const { language } = useWords();
  const [tours, setTours] = useState<Tours>();
  useEffect(() => {
    let isWanted = true;
    // Without a network there is no tour, and nobody misses it.
    load[language]().then(
      (module) => isWanted && setTours(module.tours),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return tours;
}

function Offer({ onStart, onNo }: { readonly onStart: () => void; readonly onNo: () => void }) {
  const { words } = useWords();
  const { offer, offerWhy, start, no } = words.help.tour;
  const id = useId();
  return (
    <aside className="tour-card tour-offer" aria-labelledby={id}>
      <h2 id={id}>{offer}</h2>
      <p className="soft">{offerWhy}</p>
      <div className="tour-buttons">
        <button type="button" className="plain-button" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="tour-main" onClick={onStart}>
          {start}
        </button>
      </div>
    </aside>
  );
}

import type { LampColour } from "../../../core/campaign/lamp.ts";
import { useWords } from "../../words/language.tsx";
import { lampShapes } from "./board-view.ts";

/** A lamp with its shape; its name is read to whoever does not see it. */
export function Lamp({ colour }: { readonly colour: LampColour }) {
  const { words } = useWords();
  return (
    <span className={`lamp lamp-${colour}`} role="img" aria-label={words.board.lamp[colour]}>
      {lampShapes[colour]}
    </span>
  );
}

import "./look-dialog.css";
import { useId } from "react";
import type { LookChoice } from "../ui/first-look.ts";
import { LookIcon } from "../ui/icons.tsx";
import { useLook } from "../ui/look.tsx";
import { useWords } from "../words/language.tsx";
import { Dialog } from "./Dialog.tsx";
import { useDialog } from "./use-dialog.ts";

const schemes: readonly LookChoice["scheme"][] = ["device", "light", "dark"];
const sizes: readonly LookChoice["text"][] = ["usual", "large"];

/** Light or dark, usual or large text: seen at once, kept in this browser. */
export function LookDialog() {
  const { words } = useWords();
  const { choice, choose } = useLook();
  const own = useDialog();
  return (
    <div>
      <button
        type="button"
        className="icon-button"
        aria-haspopup="dialog"
        aria-label={words.look.title}
        title={words.look.title}
        onClick={() => own.setOpen(true)}
      >
        <LookIcon />
      </button>
      <Dialog own={own} title={words.look.title} className="look">
        <div className="look-body">
          <Choices
            legend={words.look.scheme}
            names={schemes}
            words={words.look.schemes}
            chosen={choice.scheme}
            onChoose={(scheme) => choose({ scheme })}
          />
          <Choices
            legend={words.look.text}
            names={sizes}
            words={words.look.sizes}
            chosen={choice.text}
            onChoose={(text) => choose({ text })}
          />
          <p className="soft">{words.look.kept}</p>
        </div>
      </Dialog>
    </div>
  );
}

interface ChoicesProps<Name extends string> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly words: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

function Choices<Name extends string>({ legend, names, words, chosen, onChoose }: ChoicesProps<Name>) {
  const group = useId();
  return (
    <fieldset className="look-choices">
      <legend>{legend}</legend>
      {names.map((name) => (
        <label key={name} className="look-choice">
          <input type="radio" name={group} checked={name === chosen} onChange={() => onChoose(name)} />
          {words[name]}
        </label>
      ))}
    </fieldset>
  );
}

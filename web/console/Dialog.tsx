import "./dialog.css";
import { type ReactNode, type SyntheticEvent, useId } from "react";
import { CloseIcon } from "../ui/icons.tsx";
import { useWords } from "../words/language.tsx";
import type { OwnDialog } from "./use-dialog.ts";

interface DialogProps {
  readonly own: OwnDialog;
  readonly title: string;
  /** Where and how large it stands. */
  readonly className: string;
  /** What else is to be done when it closes. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A dialog with its title and its way out; what it holds is made only while it is open. */
export function Dialog({ own, title, className, onClose, children }: DialogProps) {
  const { words } = useWords();
  const { open, setOpen, dialog } = own;
  const id = useId();
  const closed = (event: SyntheticEvent) => {
    // React hands the closing of a dialog inside up to this one.
    if (event.target !== event.currentTarget) return;
    setOpen(false);
    onClose?.();
  };
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-labelledby={id} onClose={closed}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={() => setOpen(false)}>
          <CloseIcon />
        </button>
      </div>
      {open && children}
    </dialog>
  );
}

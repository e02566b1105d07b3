import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from "react";
import { CloseIcon } from "../icons.tsx";

interface DrawerProps {
  readonly title: string;
  readonly closeName: string;
  /** What goes on in it must come to its end first. */
  readonly closable?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form at the side, over the page that it is about. It keeps the keyboard inside, closes on Escape and gives the focus back; a
 * click beside it does nothing, or what was typed would be gone.
 */
export function Drawer({ title, closeName, closable = true, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes, or the browser would not give the focus back.
    return () => shown?.close();
  }, []);
  // A file chooser inside tells of its own cancelling by the same name.
  const cancel = (event: SyntheticEvent) => {
    if (!closable && event.target === event.currentTarget) event.preventDefault();
  };
  // React hands the closing of a dialog inside up to this one, which stays.
  const closed = (event: SyntheticEvent) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    <dialog ref={dialog} className="side-drawer" aria-labelledby={id} onCancel={cancel} onClose={closed}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={closeName}
          disabled={!closable}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="side-drawer-body">{children}</div>
    </dialog>
  );
}

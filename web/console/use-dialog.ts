import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef, useState } from "react";

export interface OwnDialog {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly dialog: RefObject<HTMLDialogElement | null>;
}

/** The browser's own dialog: it keeps the keyboard inside, closes on Escape and gives the focus back. Going elsewhere closes it. */
export function useDialog(): OwnDialog {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const address = useRouterState({ select: ({ location }) => location.href });
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address means that the person has gone elsewhere.
  useEffect(() => setOpen(false), [address]);
  // A click that meets the dialog itself, and nothing in it, fell beside it.
  useEffect(() => {
    const beside = ({ target }: Event) => {
      if (target === dialog.current) setOpen(false);
    };
    const shown = dialog.current;
    shown?.addEventListener("click", beside);
    return () => shown?.removeEventListener("click", beside);
  }, []);
  return { open, setOpen, dialog };
}

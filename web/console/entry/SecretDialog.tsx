import "./secret-dialog.css";
import { useEffect } from "react";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";

interface SecretDialogProps {
  readonly secret: string;
  /** Forgets the secret: nothing of the page holds it afterwards. */
  readonly onClose: () => void;
}

/** A secret that the server drew for an act, shown once. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const { words } = useWords();
  const own = useDialog();
  const { setOpen } = own;
  useEffect(() => setOpen(true), [setOpen]);
  const said = words.partner.secret;
  return (
    <Dialog own={own} title={said.title} className="secret-dialog" onClose={onClose}>
      <div className="stack secret-dialog-body">
        <p>{said.once}</p>
        <p>
          <output className="code secret-text" aria-label={said.title}>
            {secret}
          </output>
        </p>
        <p className="soft">
          {said.use} <span className="code">Authorization: Bearer …</span>
        </p>
        <div className="row">
          <Button look="primary" onClick={() => setOpen(false)}>
            {said.closing}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

import type { EntryView, OfferedAct, RegisterView, WarningView } from "../../api/types.ts";
import { Drawer } from "../../ui/controls/Drawer.tsx";
import { useWords } from "../../words/language.tsx";
import { ActForm } from "../form/ActForm.tsx";
import { actNamed } from "../words-of.ts";

interface ActDrawerProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly offered: OfferedAct | undefined;
  readonly onClose: () => void;
  readonly onDone: (act: string, warned: readonly WarningView[], secret: string | undefined) => void;
}

/** An act's form over the entry that it is done on, which stays in sight. */
export function ActDrawer({ register, entry, offered, onClose, onDone }: ActDrawerProps) {
  const { words, say } = useWords();
  if (offered === undefined) return null;
  const act = actNamed(register, offered.name);
  return (
    <Drawer title={say(act.words)} closeName={words.close} onClose={onClose}>
      <ActForm
        key={act.name}
        register={register}
        act={act}
        offered={offered}
        entry={entry}
        onCancel={onClose}
        onDone={({ warnings = [], secret }) => onDone(act.name, warnings, secret)}
      />
    </Drawer>
  );
}

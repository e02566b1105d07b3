import type { EntryView, Ledger, RegisterView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";

interface CameWithProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly ledger: Ledger | undefined;
}

/** The reason for which the entry came into the state in which it waits: whoever must mend it reads it first. */
export function CameWith({ register, entry, ledger }: CameWithProps) {
  const { say } = useWords();
  const isFinal = register.states.find(({ name }) => name === entry.state)?.final;
  const lines = ledger?.lines ?? [];
  const first = lines.findLastIndex(({ state }) => state !== entry.state) + 1;
  const line = lines[first];
  if (isFinal || first === 0 || !line?.reason) return null;
  return (
    <Alert tone="warning" title={say(line.actWords)}>
      <p className="came-with">{line.reason}</p>
    </Alert>
  );
}

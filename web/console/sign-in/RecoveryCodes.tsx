import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shows recovery codes this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  return (
    <div className="stack">
      <h3>{said.recoveryTitle}</h3>
      <p>{said.recoveryWhy}</p>
      <ul className="recovery-codes code" aria-label={said.recoveryList}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="primary" size="large" block onClick={onKept}>
        {said.kept}
      </Button>
    </div>
  );
}

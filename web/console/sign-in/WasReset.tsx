import type { SecondFactorView } from "../../api/account.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";

/** Tells somebody that administrators removed their second factor; nothing where none did. */
export function WasReset({ reset }: Pick<SecondFactorView, "reset">) {
  const { words } = useWords();
  if (reset === null) return null;
  const { at, askedBy, decidedBy } = reset;
  return <Alert tone="warning" title={words.secondFactor.wasReset(formatInstant(at), askedBy, decidedBy)} />;
}

import { problemOf } from "../../api/problem.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { KeyTrouble } from "./key-browser.ts";

/** Why a key did not do: what the browser says, or the server. */
export function KeyProblem({ error }: { readonly error: Error | null }) {
  const { words } = useWords();
  if (error instanceof KeyTrouble)
    return <Alert tone="warning" role="alert" title={words.securityKeys.troubles[error.kind]} />;
  const { detail } = problemOf(error);
  return detail === undefined ? (
    <FormProblem error={error} />
  ) : (
    <Alert tone="error" role="alert" title={detail} />
  );
}

import { isNoAnswer, problemOf } from "../../api/problem.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";

/** What stood in the way of a form; nothing where nothing did. */
export function FormProblem({ error }: { readonly error: Error | null }) {
  const { words } = useWords();
  if (error === null) return null;
  const text = isNoAnswer(error) ? words.problem.offline : problemOf(error).title || words.problem.failed;
  return <Alert tone="error" role="alert" title={text} />;
}

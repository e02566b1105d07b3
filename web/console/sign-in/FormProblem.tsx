import { Alert } from "antd";
import { isNoAnswer, problemOf } from "../../api/problem.ts";
import { useWords } from "../../words/language.tsx";

/** What stood in the way of a form; nothing where nothing did. */
export function FormProblem({ error }: { readonly error: Error | null }) {
  const { words } = useWords();
  if (error === null) return null;
  const text = isNoAnswer(error) ? words.problem.offline : problemOf(error).title || words.problem.failed;
  return <Alert type="error" showIcon role="alert" title={text} />;
}

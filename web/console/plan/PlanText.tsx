import type { ReactNode } from "react";
import type { ClauseView } from "../../api/plan-types.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { useWords } from "../../words/language.tsx";
import { pieces } from "./plan-view.ts";

/** The plan's own text of one part beside what it says as data; on a phone the text opens below. */
export function Beside({ text, children }: { readonly text: ReactNode; readonly children: ReactNode }) {
  const { words } = useWords();
  const narrow = useNarrow();
  return (
    <div className="plan-beside">
      <details className="plan-source" open={!narrow}>
        <summary>{words.plan.original}</summary>
        {text}
      </details>
      <div className="plan-data">{children}</div>
    </div>
  );
}

/** The plan's words, untranslated; what sets a day, a frequency or a target is marked. */
export function Verbatim({
  heading = "",
  text = "",
  clauses,
}: {
  readonly heading?: string;
  readonly text?: string;
  readonly clauses: readonly ClauseView[];
}) {
  return (
    <p className="plan-text" lang="zh-CN">
      {heading !== "" && <b className={/[.。]$/.test(heading) ? "" : "plan-line-apart"}>{heading}</b>}
      {clauses.length === 0 ? text : clauses.map((clause) => <Marked key={clause.number} clause={clause} />)}
    </p>
  );
}

export function Marked({ clause }: { readonly clause: ClauseView }) {
  let at = 0;
  return pieces(clause).map(({ text, due }) => {
    const key = at;
    at += text.length;
    return due ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

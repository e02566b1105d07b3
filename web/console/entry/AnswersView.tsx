import "../form/answers.css";
import { type Answer, answerOptions } from "../../../core/register/answers.ts";
import type { EntryView } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { useChecklist } from "../form/AnswersInput.tsx";
import { tally } from "../form/answers.ts";
import { WithdrawnMark } from "../library/marks.tsx";

interface AnswersViewProps {
  readonly entry: EntryView;
  readonly answers: readonly Answer[];
}

/** What was answered to the checklist: what is not in order in sight, the rest on demand. */
export function AnswersView({ entry, answers }: AnswersViewProps) {
  const { words } = useWords();
  const bad = answers.filter(({ answer }) => answer === "present");
  const rest = answers.filter(({ answer }) => answer !== "present");
  return (
    <div className="answers-shown">
      <p>{words.checklist.summary(tally(answers))}</p>
      <Shown entry={entry} answers={bad} />
      {rest.length > 0 && (
        <details>
          <summary>{words.checklist.others(rest.length)}</summary>
          <Shown entry={entry} answers={rest} />
        </details>
      )}
    </div>
  );
}

function Shown({ entry, answers }: AnswersViewProps) {
  const { say } = useWords();
  const { items, withdrawn } = useChecklist(entry.values);
  const known = new Map([...withdrawn, ...items].map((item) => [item.id, item]));
  const gone = new Set(withdrawn.map(({ id }) => id));
  return (
    <ul>
      {answers.map(({ item = "", subject = item, answer, note }) => {
        const asked = known.get(item);
        return (
          <li key={item === "" ? subject : item}>
            <Mark tone={answer === "present" ? "red" : "plain"}>{say(answerOptions[answer])}</Mark>{" "}
            {asked === undefined
              ? subject
              : `${say(asked.standard.name)} ${asked.article}：${say(asked.text)}`}{" "}
            {gone.has(item) && <WithdrawnMark />}
            {note !== undefined && <p className="soft">{note}</p>}
          </li>
        );
      })}
    </ul>
  );
}

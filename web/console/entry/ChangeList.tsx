import type { RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { ChangeText } from "./ChangeText.tsx";
import type { Change } from "./ledger-changes.ts";

interface ChangeListProps {
  readonly register: RegisterView;
  readonly changes: readonly Change[];
}

/** What became of the fields: what stood in each before, and what stands there now. */
export function ChangeList({ register, changes }: ChangeListProps) {
  const { words, say } = useWords();
  return (
    <dl className="ledger-changes">
      {changes.map(({ before, after }) => (
        <div key={after.field}>
          <dt>{say(after.words)}</dt>
          <dd>
            {before !== undefined && (
              <>
                <del>
                  <span className="visually-hidden">{words.form.before} </span>
                  <ChangeText register={register} change={before} />
                </del>{" "}
                <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins>
              {before !== undefined && <span className="visually-hidden">{words.form.after} </span>}
              <ChangeText register={register} change={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

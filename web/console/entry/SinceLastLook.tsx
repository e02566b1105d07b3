import type { EntryView, Ledger, LedgerLine, RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { ByWhom } from "./ByWhom.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { type Change, changesByLine } from "./ledger-changes.ts";
import { useLook } from "./use-look.ts";

interface SinceLastLookProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly ledger: Ledger | undefined;
}

/** What others have done with the entry since this person looked at it the last time. */
export function SinceLastLook({ register, entry, ledger }: SinceLastLookProps) {
  const { words } = useWords();
  const { look, fresh, see } = useLook(register, entry, ledger);
  if (!look || ledger === undefined || fresh.length === 0) return null;
  const changes = changesByLine(ledger.lines);
  return (
    <div className="paper since">
      <details>
        <summary>{words.comments.since(formatInstant(look.at), fresh.length)}</summary>
        <ol className="since-lines">
          {fresh.map((line) => (
            <Line
              key={line.version}
              register={register}
              line={line}
              changes={changes.get(line.version) ?? []}
            />
          ))}
        </ol>
      </details>
      <Button onClick={see}>{words.comments.seen}</Button>
    </div>
  );
}

interface LineProps {
  readonly register: RegisterView;
  readonly line: LedgerLine;
  readonly changes: readonly Change[];
}

function Line({ register, line, changes }: LineProps) {
  const { say } = useWords();
  const { actor, roleWords, organisation, at } = line;
  return (
    <li>
      <p className="row">
        <strong>{say(line.actWords)}</strong>
        <ByWhom name={actor.name} roleWords={roleWords} organisation={organisation.name} at={at} />
      </p>
      {changes.length > 0 && <ChangeList register={register} changes={changes} />}
    </li>
  );
}

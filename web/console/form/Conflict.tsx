import type { EntryView, RegisterView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { entryValueText, stateNamed } from "../words-of.ts";

interface ConflictProps {
  readonly register: RegisterView;
  readonly before: EntryView;
  readonly after: EntryView;
  readonly onAccept: () => void;
}

/** Somebody else was faster: what they changed, and the choice to go on with what stands now. */
export function Conflict({ register, before, after, onAccept }: ConflictProps) {
  const { words, say } = useWords();
  return (
    <Alert tone="warning" role="alert" title={words.form.conflict}>
      <div className="stack">
        <p>{words.form.conflictHelp}</p>
        <dl className="conflict">
          {before.state !== after.state && (
            <Difference
              label={words.entry.state}
              before={say(stateNamed(register, before.state).words)}
              after={say(stateNamed(register, after.state).words)}
            />
          )}
          <FieldDifferences register={register} before={before} after={after} />
        </dl>
        <Button onClick={onAccept}>{words.form.continueOnLatest}</Button>
      </div>
    </Alert>
  );
}

function FieldDifferences({ register, before, after }: Omit<ConflictProps, "onAccept">) {
  const reader = useWords();
  const changed = register.fields.filter(
    ({ name }) => JSON.stringify(before.values[name]) !== JSON.stringify(after.values[name]),
  );
  return changed.map(({ name, words }) => (
    <Difference
      key={name}
      label={reader.say(words)}
      before={entryValueText(register, before, name, reader)}
      after={entryValueText(register, after, name, reader)}
    />
  ));
}

interface DifferenceProps {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function Difference({ label, before, after }: DifferenceProps) {
  const { words } = useWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="soft">{words.form.before}</span> {before ?? words.none}{" "}
        <span className="soft">{words.form.after}</span> {after ?? words.none}
      </dd>
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import type { LookBefore } from "../../api/comment-types.ts";
import type { EntryView, Ledger, LedgerLine, RegisterView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { ChangeList } from "./ChangeList.tsx";
import { type Change, changesByLine } from "./ledger-changes.ts";

interface SinceLastLookProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly ledger: Ledger | undefined;
}

/** What others have done with the entry since this person looked at it the last time. */
export function SinceLastLook({ register, entry, ledger }: SinceLastLookProps) {
  const { words } = useWords();
  const { person } = useSession();
  const before = useLook(entry);
  if (before === null || ledger === undefined) return null;
  const fresh = ledger.lines.filter(
    ({ version, actor }) => version > before.version && actor.id !== person.id,
  );
  if (fresh.length === 0) return null;
  const changes = changesByLine(ledger.lines);
  return (
    <details className="paper since">
      <summary>{words.comments.since(formatInstant(before.at), fresh.length)}</summary>
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
  );
}

/**
 * Notes that the person looks at the entry, also at what others do to it meanwhile, and gives how they saw it before this page was
 * opened: what came since stays marked while they read.
 */
function useLook({ register, id, version }: EntryView): LookBefore["before"] {
  const [before, setBefore] = useState<LookBefore["before"]>(null);
  const noted = useRef(0);
  useEffect(() => {
    if (noted.current >= version) return;
    const isFirst = noted.current === 0;
    noted.current = version;
    writes.lookAt(register, id, version).then(
      (look) => {
        if (isFirst) setBefore(look.before);
      },
      // A look that could not be noted is noted the next time; nobody need hear of it.
      () => undefined,
    );
  }, [register, id, version]);
  return before;
}

interface LineProps {
  readonly register: RegisterView;
  readonly line: LedgerLine;
  readonly changes: readonly Change[];
}

function Line({ register, line, changes }: LineProps) {
  const { words, say } = useWords();
  const { actor, roleWords, organisation, at } = line;
  const unit = say(organisation.name);
  return (
    <li>
      <p className="row">
        <strong>{say(line.actWords)}</strong>
        <span>{actor.name}</span>
        <span className="soft">
          {unit === "" ? say(roleWords) : words.shell.postOf(say(roleWords), unit)}
        </span>
        <time className="soft" dateTime={at}>
          {formatInstant(at)}
        </time>
      </p>
      {changes.length > 0 && <ChangeList register={register} changes={changes} />}
    </li>
  );
}

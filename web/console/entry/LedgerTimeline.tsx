import type { EntryView, Ledger, LedgerLine, RegisterView } from "../../api/types.ts";
import { formatInstant } from "../../ui/format.ts";
import { CheckIcon, WarningIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { ByWhom } from "./ByWhom.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { type Change, changesByLine } from "./ledger-changes.ts";
import { ProofExport } from "./ProofExport.tsx";

interface LedgerTimelineProps {
  readonly entry: EntryView;
  readonly register: RegisterView;
  readonly ledger: Ledger | undefined;
  readonly failed: boolean;
}

/** Everything that was done with the entry, the latest first, and whether the chain of it holds. */
export function LedgerTimeline({ entry, register, ledger, failed }: LedgerTimelineProps) {
  const { words } = useWords();
  const changes = changesByLine(ledger?.lines ?? []);
  return (
    <section className="paper ledger" aria-labelledby="ledger">
      <header className="ledger-head">
        <h2 id="ledger">{words.ledger.title}</h2>
        {ledger !== undefined && <Verified verified={ledger.verified} />}
      </header>
      {ledger === undefined && <p className="blank">{failed ? words.ledger.failed : words.loading}</p>}
      <ol className="ledger-lines" reversed>
        {ledger?.lines.toReversed().map((line) => (
          <Line
            key={line.version}
            register={register}
            line={line}
            changes={changes.get(line.version) ?? []}
            verified={isVerified(ledger, line)}
          />
        ))}
      </ol>
      <ProofExport entry={entry} />
    </section>
  );
}

function Verified({ verified }: Pick<Ledger, "verified">) {
  const { words } = useWords();
  const whole = verified === true;
  return (
    <p className={whole ? "ledger-whole" : "ledger-broken"} role={whole ? undefined : "alert"}>
      {whole ? <CheckIcon /> : <WarningIcon />}
      {whole ? words.ledger.verified : words.ledger.broken(verified.version)}
    </p>
  );
}

/** Of a broken chain, the lines before the break still hold. */
const isVerified = ({ verified }: Ledger, { version }: LedgerLine): boolean =>
  verified === true || version < verified.version;

interface LineProps {
  readonly register: RegisterView;
  readonly line: LedgerLine;
  readonly changes: readonly Change[];
  readonly verified: boolean;
}

function Line({ register, line, changes, verified }: LineProps) {
  const { words, say } = useWords();
  const { actor, roleWords, organisation, day, daySource, reason } = line;
  const sources: Readonly<Record<string, string>> = words.ledger.daySources;
  return (
    <li className="ledger-line">
      <div className="ledger-act">
        <h3>{say(line.actWords)}</h3>
        <time dateTime={day}>{day}</time>
      </div>
      <p>
        <ByWhom name={actor.name} roleWords={roleWords} organisation={organisation.name} />
        {daySource !== undefined && <span className="mark">{sources[daySource] ?? daySource}</span>}
      </p>
      <p>
        <span className="soft">
          {words.ledger.stateAfter}
          {words.colon}
        </span>
        {say(line.stateWords)}
      </p>
      {reason !== undefined && (
        <p className="ledger-reason">
          <span className="soft">
            {words.ledger.reason}
            {words.colon}
          </span>
          {reason ??
            (line.reasonWithheld ? words.comments.withheld : words.ledger.erasedOn(line.reasonErasedOn))}
        </p>
      )}
      <Changes register={register} changes={changes} />
      <Hashes line={line} verified={verified} />
    </li>
  );
}

function Changes({ register, changes }: Pick<LineProps, "register" | "changes">) {
  const { words } = useWords();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{words.ledger.changes(changes.length)}</summary>
      <ChangeList register={register} changes={changes} />
    </details>
  );
}

const shortHash = 8;

function Hashes({ line, verified }: { readonly line: LedgerLine; readonly verified: boolean }) {
  const { words } = useWords();
  return (
    <details>
      <summary>
        <span className="visually-hidden">{words.ledger.showHash}</span>
        <span className="code soft">
          #{line.version} {line.hash.slice(0, shortHash)}
        </span>{" "}
        <span className={verified ? "" : "ledger-broken"}>
          {verified ? words.ledger.lineVerified : words.ledger.broken(line.version)}
        </span>
      </summary>
      <dl className="ledger-changes">
        <div>
          <dt>{words.ledger.recordedAt}</dt>
          <dd>{formatInstant(line.at)}</dd>
        </div>
        <div>
          <dt>{words.ledger.hash}</dt>
          <dd className="code">{line.hash}</dd>
        </div>
        <div>
          <dt>{words.ledger.prev}</dt>
          <dd className="code">{line.prev}</dd>
        </div>
        <div>
          <dt>{words.ledger.position}</dt>
          <dd className="code">{line.position ?? words.ledger.pending}</dd>
        </div>
      </dl>
    </details>
  );
}

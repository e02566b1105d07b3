import "../entry/life.css";
import { useQueries, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { StoredFile } from "../../../core/register/field.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, FieldView, Ledger, LedgerLine, RegisterView } from "../../api/types.ts";
import { formatInstant } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { ChangeText } from "../entry/ChangeText.tsx";
import { Files } from "../entry/Files.tsx";
import { LinkedEntry } from "../entry/LinkedEntries.tsx";
import { type Change, changesByLine } from "../entry/ledger-changes.ts";
import { Related } from "../entry/Related.tsx";
import { PrintButton } from "../printing/PrintButton.tsx";
import { useSession } from "../session.ts";
import { entryValueText, fieldNamed, stateNamed } from "../words-of.ts";

const route = getRouteApi("/shell/registers/$register/entries/$entry/life");

/** The whole life of one entry on one page, to read and to print: where it came from, what was done, and that the record of it holds. */
export default function LifePage() {
  const params = route.useParams();
  const { data: register } = useSuspenseQuery(queries.register(params.register));
  const { data } = useSuspenseQuery(queries.entry(params.register, params.entry));
  const { data: ledger, isError } = useQuery(queries.ledger(params.register, params.entry));
  const { words } = useWords();
  const { entry } = data;
  useTitle(`${words.life.title} · ${entry.title}`);
  return (
    <article className="life paper">
      <Head register={register} entry={entry} />
      <Sources register={register} entry={entry} />
      {ledger === undefined ? (
        <p className="blank">{isError ? words.ledger.failed : words.loading}</p>
      ) : (
        <Steps register={register} entry={entry} ledger={ledger} />
      )}
      <Related register={register} entry={entry} />
      {ledger !== undefined && <Closing ledger={ledger} />}
    </article>
  );
}

interface EntryProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
}

function Head({ register, entry }: EntryProps) {
  const reader = useWords();
  const { words, say } = reader;
  const { demonstration } = useSession();
  const facts = register.list.flatMap((name) => {
    const text = entryValueText(register, entry, name, reader);
    const field = register.fields.find((one) => one.name === name);
    return text === undefined || field === undefined || name === register.title ? [] : [{ field, text }];
  });
  return (
    <header className="life-head">
      {demonstration && <p className="life-specimen">{words.life.specimen}</p>}
      <div className="life-title">
        <h1>{entry.title}</h1>
        <PrintButton printed={{ register: register.name, entry: entry.id }}>{words.life.print}</PrintButton>
      </div>
      <p className="soft">
        {words.life.of(say(register.words))} <span className="code">{entry.number}</span> ·{" "}
        {say(stateNamed(register, entry.state).words)}
      </p>
      <p className="no-print">
        <Link to="/registers/$register/entries/$entry" params={{ register: register.name, entry: entry.id }}>
          {words.life.back}
        </Link>
      </p>
      <dl className="life-facts">
        {facts.map(({ field, text }) => (
          <div key={field.name}>
            <dt>{say(field.words)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

interface Named {
  readonly field: FieldView;
  readonly register: string;
  readonly id: string;
}

function namedBy(register: RegisterView, { id: own, values }: EntryView): readonly Named[] {
  return register.fields.flatMap((field): readonly Named[] => {
    if (field.kind !== "link" && field.kind !== "links") return [];
    const ids = [values[field.name] ?? []].flat();
    return ids.flatMap((id) =>
      typeof id === "string" && id !== own ? [{ field, register: field.register, id }] : [],
    );
  });
}

/** The entries that this one names, each with where it stands: what it came from, and what came of it. */
function Sources({ register, entry }: EntryProps) {
  const { words, say } = useWords();
  const named = namedBy(register, entry);
  const found = useQueries({ queries: named.map((one) => queries.entry(one.register, one.id)) });
  const described = useQueries({ queries: named.map((one) => queries.register(one.register)) });
  if (named.length === 0) return null;
  return (
    <section aria-labelledby="life-sources">
      <h2 id="life-sources">{words.life.sources}</h2>
      <ul className="life-sources">
        {named.map((one, at) => {
          const [linked, declared] = [found[at], described[at]?.data];
          return (
            <li key={`${one.field.name}/${one.id}`}>
              <span className="soft">
                {say(one.field.words)}
                {words.colon}
              </span>
              {linked?.data === undefined ? (
                <span className="soft">{linked?.isError ? words.problem.notFound : words.loading}</span>
              ) : (
                <>
                  <LinkedEntry
                    register={one.register}
                    id={one.id}
                    text={`${linked.data.entry.number} ${linked.data.entry.title}`}
                  />{" "}
                  {declared !== undefined && (
                    <span className="mark">{say(stateNamed(declared, linked.data.entry.state).words)}</span>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Steps({ register, entry, ledger }: EntryProps & { readonly ledger: Ledger }) {
  const { words } = useWords();
  const changes = changesByLine(ledger.lines);
  return (
    <section aria-labelledby="life-steps">
      <h2 id="life-steps">{words.ledger.title}</h2>
      <ol className="life-steps">
        {ledger.lines.map((line) => (
          <Step
            key={line.version}
            register={register}
            entry={entry}
            line={line}
            changes={changes.get(line.version) ?? []}
          />
        ))}
      </ol>
    </section>
  );
}

interface StepProps extends EntryProps {
  readonly line: LedgerLine;
  readonly changes: readonly Change[];
}

function Step({ register, entry, line, changes }: StepProps) {
  const { words, say } = useWords();
  const order = new Map(register.fields.map(({ name }, at) => [name, at]));
  const placeOf = ({ after }: Change) => order.get(after.field) ?? order.size;
  // What the engine cleared by itself says nothing that the act's name does not; what a person took away is told.
  const byItself = new Set(register.fields.flatMap(({ name, derived }) => (derived ? [name] : [])));
  // What is kept for the machine alone stands in the ledger, and says nothing to who reads a page.
  const inner = new Set(register.fields.flatMap(({ name, internal }) => (internal ? [name] : [])));
  const filled = changes
    .filter(({ after }) => !inner.has(after.field))
    .filter(({ after }) => after.value !== null || after.erasedOn !== undefined || !byItself.has(after.field))
    .sort((one, other) => placeOf(one) - placeOf(other));
  return (
    <li className="life-step">
      <div className="life-act">
        <h3>
          {line.version}. {say(line.actWords)}
        </h3>
        <time dateTime={line.day}>{line.day}</time>
      </div>
      <p className="soft">
        {line.actor.name} {words.shell.postOf(say(line.roleWords), say(line.organisation.name))}
        {" → "}
        {say(line.stateWords)}
      </p>
      {line.reason !== undefined && (
        <p>
          {words.ledger.reason}
          {words.colon}
          {line.reason ?? words.ledger.erasedOn(line.reasonErasedOn)}
        </p>
      )}
      <dl className="life-said">
        {filled.map(({ after }) => (
          <div key={after.field}>
            <dt>{say(after.words)}</dt>
            <dd>
              <Said register={register} entry={entry} line={line} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** What a line says of a field; files by themselves while the entry still holds them. */
function Said({
  register,
  entry,
  line,
  after,
}: EntryProps & { readonly line: LedgerLine; readonly after: Change["after"] }) {
  const { kind } = fieldNamed(register, after.field);
  if (kind === "files" && stillHeld(entry, after.field, after.value))
    return <Files entry={entry} field={{ name: after.field, words: after.words }} lines={[line]} />;
  return <ChangeText register={register} change={after} />;
}

/** Files can be fetched while the entry holds them; of those that were replaced, the names are told. */
function stillHeld({ values }: EntryView, field: string, value: unknown): boolean {
  const held = values[field];
  if (!Array.isArray(value) || !Array.isArray(held) || value.length === 0) return false;
  const ids = held.flatMap((file: string | StoredFile) => (typeof file === "string" ? [] : [file.id]));
  return ids.length > 0 && value.every((file) => ids.includes(file?.id));
}

function Closing({ ledger }: { readonly ledger: Ledger }) {
  const { words } = useWords();
  const last = ledger.lines.at(-1);
  const whole = ledger.verified === true;
  return (
    <footer className="life-closing">
      <p role={whole ? undefined : "alert"}>
        {whole ? words.ledger.verified : words.ledger.broken(ledger.verified.version)}
        {" · "}
        {words.life.lines(ledger.lines.length)}
      </p>
      {last !== undefined && (
        <p className="code soft">
          {words.ledger.hash} {last.hash}
        </p>
      )}
      <p className="soft">{words.life.madeAt(formatInstant(new Date().toISOString()))}</p>
    </footer>
  );
}

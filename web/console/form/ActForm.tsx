import "./form.css";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import type { Words } from "../../../core/words.ts";
import { problemOf } from "../../api/problem.ts";
import type { ActView, EntryView, FieldView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { PasswordInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import type { Dictionary } from "../../words/dictionary.ts";
import { useWords } from "../../words/language.tsx";
import { Mentions, Warnings } from "../Warnings.tsx";
import { stateNamed } from "../words-of.ts";
import { Conflict } from "./Conflict.tsx";
import { FieldInput } from "./FieldInput.tsx";
import { FieldRow } from "./FieldRow.tsx";
import { askedFields, type FieldProblems, grouped } from "./input.ts";
import { Unsent } from "./Unsent.tsx";
import { type ActAsked, passwordName, useActForm } from "./use-act-form.ts";

/** The form of any act of any register, made from its description. */
export function ActForm(asked: ActAsked & { readonly onCancel: () => void }) {
  const { words, say } = useWords();
  const { register, act, onCancel } = asked;
  const form = useActForm(asked);
  const id = useId();
  const [uploading, setUploading] = useState<ReadonlySet<string>>(new Set());
  const fields = askedFields(register, act);
  const busy = uploading.size > 0;
  const toFirst = (found: FieldProblems) => {
    const shown = grouped(fields).flatMap(({ members }) => members.map(({ name }) => name));
    const first = [...shown, passwordName].find((name) => found[name] !== undefined);
    if (first !== undefined) focusOn(document.getElementById(`${id}-${first}`));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    toFirst(form.submit());
  };
  // Only the server knows some of what is missing: an answer of it leads to the place as the form's own check does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer.
  useEffect(() => {
    if (form.error !== null) toFirst(form.problems);
  }, [form.error]);
  const onBusy = (name: string, isBusy: boolean) =>
    setUploading(
      (before) => new Set(isBusy ? [...before, name] : [...before].filter((other) => other !== name)),
    );
  return (
    <form className="act-form" onSubmit={submit} onKeyDown={keepOpen} noValidate>
      <Purpose {...asked} />
      <Notes {...asked} form={form} />
      {fields.length === 0 && <p>{words.form.nothingToFill}</p>}
      <Sections act={act} entry={asked.entry} id={id} fields={fields} form={form} onBusy={onBusy} />
      {act.confirms !== undefined && <OwnPassword id={`${id}-${passwordName}`} form={form} />}
      {form.warnings.length > 0 && (
        <div ref={intoView} className="form-warnings">
          <Warnings register={register} warnings={form.warnings} title={words.form.warned} />
        </div>
      )}
      <div className="form-buttons">
        {busy && <span className="soft">{words.files.waiting}</span>}
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button look="primary" type="submit" loading={form.isSending} disabled={busy}>
          {form.warnings.length > 0
            ? words.form.submitAnyway
            : fields.length === 0
              ? say(act.words)
              : words.form.submit}
        </Button>
      </div>
    </form>
  );
}

/** A field itself, or the first of the choices that it consists of. */
function focusOn(field: HTMLElement | null): void {
  field?.focus();
  if (field?.contains(document.activeElement) === false) field.querySelector("input")?.focus();
}

interface SectionsProps extends Pick<ActAsked, "act" | "entry"> {
  readonly id: string;
  readonly fields: readonly FieldView[];
  readonly form: Pick<ReturnType<typeof useActForm>, "values" | "problems" | "change">;
  readonly onBusy?: (name: string, isBusy: boolean) => void;
}

/** The fields of an act under their headings. */
export function Sections({ act, entry, id, fields, form, onBusy }: SectionsProps) {
  const { say } = useWords();
  const about = { ...entry?.values, ...form.values };
  return grouped(fields).map(({ heading, members }) => (
    <Section key={members[0]?.name} heading={heading && say(heading)}>
      {members.map((field) => (
        <FieldRow
          key={field.name}
          id={`${id}-${field.name}`}
          label={say(field.words)}
          {...noted(act, field, say)}
          problem={form.problems[field.name]}
        >
          {(described) => (
            <FieldInput
              {...described}
              field={field}
              value={form.values[field.name]}
              about={about}
              entry={entry}
              onChange={(value) => form.change(field.name, value)}
              onBusy={(busy) => onBusy?.(field.name, busy)}
            />
          )}
        </FieldRow>
      ))}
    </Section>
  ));
}

/** Fields under the headings that they declare; those without one stand by themselves. */
function Section({
  heading,
  children,
}: {
  readonly heading: string | undefined;
  readonly children: ReactNode;
}) {
  if (heading === undefined) return children;
  return (
    <fieldset className="form-section">
      <legend>{heading}</legend>
      {children}
    </fieldset>
  );
}

/** Why a field is asked, and whether it must be. What explains a checklist stands above it; whether it has items is not known here. */
function noted({ needs, neededNext }: ActView, field: FieldView, say: (words: Words) => string) {
  const { name, kind, why, essential } = field;
  const law = field.law && say(field.law);
  if (kind === "answers") return { why: undefined, law, asked: undefined };
  const asked =
    needs.includes(name) || essential === true ? "now" : neededNext.includes(name) ? "next" : "never";
  return { why: why && say(why), law, asked } as const;
}

/** Who confirms shows anew that it is they: the desk may have been left open. */
function OwnPassword({ id, form }: { readonly id: string; readonly form: ReturnType<typeof useActForm> }) {
  const { words } = useWords();
  const { password, problems } = form;
  const problem = problems[passwordName];
  return (
    <FieldRow id={id} label={words.password.label} why={words.password.why} asked="now" problem={problem}>
      {({ describedBy, invalid }) => (
        <PasswordInput
          id={id}
          revealName={words.password.reveal}
          aria-describedby={describedBy}
          invalid={invalid}
          autoComplete="current-password"
          maxLength={limits.passwordLengthBytes}
          value={password.entered}
          onChange={({ target }) => password.enter(target.value)}
        />
      )}
    </FieldRow>
  );
}

/** Whether there is something to compare: what was only said of an entry leaves it as it was. */
const hasMoved = (seen: EntryView, { version, state, values }: EntryView): boolean =>
  version > seen.version && (state !== seen.state || JSON.stringify(values) !== JSON.stringify(seen.values));

/** What the person should know before going on: what came back, what changed meanwhile, what went wrong. */
function Notes({ register, entry, form }: ActAsked & { readonly form: ReturnType<typeof useActForm> }) {
  const { words } = useWords();
  const { restoredAt, startOver, seen, acceptLatest, error, problems } = form;
  const changed = seen !== undefined && entry !== undefined && hasMoved(seen, entry);
  const refusedAsStale = problemOf(error).code === "stale-version";
  return (
    <>
      {restoredAt !== undefined && (
        <Alert
          tone="info"
          title={words.form.restored(formatInstant(restoredAt))}
          action={
            <Button size="small" onClick={startOver}>
              {words.form.startOver}
            </Button>
          }
        />
      )}
      {changed && (
        // While somebody writes, the news must not move the form away from them; in answer to sending it must be seen.
        <div key={String(refusedAsStale)} ref={refusedAsStale ? intoView : undefined}>
          <Conflict register={register} before={seen} after={entry} onAccept={acceptLatest} />
        </div>
      )}
      {!(changed && refusedAsStale) && (
        <SendingProblem
          error={error}
          hasMarks={Object.keys(problems).length > 0}
          unsent={<Unsent register={register} values={form.values} />}
        />
      )}
    </>
  );
}

/** The Enter key in a field does not submit: what an act writes stays in the ledger for ever. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** By which rule the act is done, and where it leads. */
export function Purpose({ register, act }: Pick<ActAsked, "register" | "act">) {
  const { words, say } = useWords();
  const isState = register.states.some(({ name }) => name === act.to);
  const stays = act.to === "back" ? words.form.restoresState : words.form.staysIn;
  return (
    <div className="form-purpose">
      <p>
        <span className="soft">{words.form.law}</span> {act.law.map(say).join(words.comma)}
      </p>
      <p>
        {isState ? (
          <>
            <span className="soft">{words.form.leadsTo}</span> {say(stateNamed(register, act.to).words)}
          </>
        ) : (
          <span className="soft">{stays}</span>
        )}
      </p>
    </div>
  );
}

interface SendingProblemProps {
  readonly error: Error | null;
  readonly hasMarks: boolean;
  /** What can be taken along where nothing can be sent any more. */
  readonly unsent: ReactNode;
}

export function SendingProblem({ error, hasMarks, unsent }: SendingProblemProps) {
  const { words } = useWords();
  if (error === null) return hasMarks ? <Alert tone="error" role="alert" title={words.form.mend} /> : null;
  const { title, detail } = explained(error, words);
  const { entries = [], status } = problemOf(error);
  const description = entries.length > 0 ? <Mentions entries={entries} /> : status === 404 ? unsent : detail;
  return (
    <div key={error.name} ref={intoView}>
      <Alert tone="error" role="alert" title={title}>
        {description}
      </Alert>
    </div>
  );
}

// The end of a long form is far from its top, where the answer stands.
const intoView = (shown: HTMLElement | null): void => shown?.scrollIntoView({ block: "nearest" });

function explained(error: Error, { form, problem }: Dictionary): { title: string; detail?: string } {
  const { code, status, title, requestId } = problemOf(error);
  if (status === 0) return { title: form.network };
  if (status === 404) return { title: problem.outOfSight };
  if (code === "idempotency-key-reused") return { title: form.sentBefore };
  if (code === "not-signed-in") return { title: form.signedOut };
  if (code === "stale-version") return { title, detail: form.conflictHelp };
  if (status >= 500)
    return { title: title || problem.failed, detail: `${problem.requestId} ${requestId ?? ""}` };
  return { title: title || problem.failed };
}

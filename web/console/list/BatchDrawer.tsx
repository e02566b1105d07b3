import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import type { RawInput, Value, Values } from "../../../core/register/field.ts";
import { problemOf } from "../../api/problem.ts";
import type { ActView, EntryView, RegisterView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { Drawer } from "../../ui/controls/Drawer.tsx";
import { useWords } from "../../words/language.tsx";
import { Purpose, Sections } from "../form/ActForm.tsx";
import { askedFields, type FieldProblems, problemsOf, toInput } from "../form/input.ts";
import { newKey } from "../form/key.ts";
import { fieldNamed } from "../words-of.ts";

interface BatchProps {
  readonly register: RegisterView;
  readonly act: ActView;
  readonly entries: readonly EntryView[];
  readonly onClose: () => void;
}

/** One form for many entries: each is acted on by itself, and each has its own result. */
export function BatchDrawer({ register, act, entries, onClose }: BatchProps) {
  const { words, say, language } = useWords();
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<FieldProblems>({});
  const batch = useBatch(register, act, entries);
  const id = useId();
  const fields = askedFields(register, act);
  const change = (name: string, value: Value | undefined) => {
    setValues((before) => ({ ...before, [name]: value }));
    setProblems(({ [name]: _mended, ...others }) => others);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = toInput(act, values, {});
    const found = problemsOf(register, act, input, language);
    setProblems(found);
    if (Object.keys(found).length === 0) void batch.run(input);
  };
  return (
    <Drawer
      title={words.list.batch.heading(say(act.words), entries.length)}
      closeName={words.close}
      closable={!batch.isRunning}
      onClose={onClose}
    >
      <form className="act-form" onSubmit={submit} noValidate>
        <Purpose register={register} act={act} />
        {!batch.hasBegun && (
          <>
            {fields.length > 0 && <p className="soft">{words.list.batch.same}</p>}
            <Sections act={act} id={id} fields={fields} form={{ values, problems, change }} />
          </>
        )}
        <Results register={register} entries={entries} batch={batch} />
        <div className="form-buttons">
          <Button onClick={onClose} disabled={batch.isRunning}>
            {batch.hasBegun ? words.close : words.cancel}
          </Button>
          {!batch.hasBegun && (
            <Button look="primary" type="submit">
              {words.list.batch.send(entries.length)}
            </Button>
          )}
          {batch.hasBegun && batch.unsent > 0 && (
            <Button look="primary" disabled={batch.isRunning} onClick={() => void batch.again()}>
              {words.list.batch.again(batch.unsent)}
            </Button>
          )}
        </div>
      </form>
    </Drawer>
  );
}

/** What became of one entry. What never reached the server may be sent again: by its key it is done once. */
type Result =
  | { readonly is: "done" }
  | { readonly is: "refused"; readonly why: string; readonly fields: readonly string[] }
  | { readonly is: "unsent" };

/** Acts on one entry after the other, in the order of the list, so that a refusal of one keeps none of the others waiting. */
function useBatch(register: RegisterView, act: ActView, entries: readonly EntryView[]) {
  const queryClient = useQueryClient();
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [sent, setSent] = useState<RawInput>();
  const [isRunning, setIsRunning] = useState(false);
  const [keys] = useState(() => new Map(entries.map(({ id }) => [id, newKey()])));
  const run = async (input: RawInput) => {
    setSent(input);
    setIsRunning(true);
    for (const { id, version } of entries) {
      const known = results.get(id);
      if (known !== undefined && known.is !== "unsent") continue;
      const sending = { register: register.name, act: act.name, input, key: keys.get(id) ?? newKey() };
      const result = await resultOf(writes.performAct({ ...sending, on: { id, version } }));
      setResults((before) => new Map([...before, [id, result]]));
    }
    setIsRunning(false);
    void queryClient.invalidateQueries({ queryKey: ["entries"] });
    void queryClient.invalidateQueries({ queryKey: ["entry", register.name] });
    void queryClient.invalidateQueries({ queryKey: ["home"] });
  };
  return {
    results,
    isRunning,
    hasBegun: sent !== undefined,
    unsent: [...results.values()].filter(({ is }) => is === "unsent").length,
    run,
    again: () => run(sent ?? {}),
  };
}

async function resultOf(sending: Promise<unknown>): Promise<Result> {
  try {
    await sending;
    return { is: "done" };
  } catch (error) {
    const { status, title, problems = [] } = problemOf(error);
    if (status === 0 || status >= 500) return { is: "unsent" };
    return { is: "refused", why: title, fields: problems.map(({ field }) => field) };
  }
}

interface ResultsProps {
  readonly register: RegisterView;
  readonly entries: readonly EntryView[];
  readonly batch: ReturnType<typeof useBatch>;
}

function Results({ register, entries, batch }: ResultsProps) {
  const { words } = useWords();
  const { results, hasBegun, isRunning } = batch;
  const count = (is: Result["is"]) => [...results.values()].filter((result) => result.is === is).length;
  const kept = count("refused") + count("unsent");
  return (
    <>
      {hasBegun && (
        <Alert
          tone={kept > 0 ? "warning" : "success"}
          role="status"
          title={
            isRunning
              ? words.list.batch.running(results.size, entries.length)
              : words.list.batch.result(count("done"), kept)
          }
        />
      )}
      <ul className="batch-rows" aria-label={words.list.batch.rows}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link
              to="/registers/$register/entries/$entry"
              params={{ register: entry.register, entry: entry.id }}
              target="_blank"
            >
              {entry.title}
            </Link>
            <span className="code soft">{entry.number}</span>
            <ResultText register={register} result={results.get(entry.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ResultText({
  register,
  result,
}: {
  readonly register: RegisterView;
  readonly result: Result | undefined;
}) {
  const { words, say } = useWords();
  if (result === undefined) return null;
  if (result.is === "done") return <span className="batch-done">{words.list.batch.done}</span>;
  if (result.is === "unsent") return <span className="batch-kept">{words.list.batch.unsent}</span>;
  const known = result.fields.filter((name) => register.fields.some((field) => field.name === name));
  const fields = known.map((name) => say(fieldNamed(register, name).words)).join(words.comma);
  return (
    <span className="batch-kept">
      {result.why}
      {fields === "" ? "" : `${words.colon}${fields}`}
    </span>
  );
}

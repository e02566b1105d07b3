import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import {
  type ImportView,
  oneImport,
  reasonsPath,
  resumeImport,
  runImport,
  type Verdict,
} from "../../api/imports.ts";
import { problemOf } from "../../api/problem.ts";
import type { RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { BringFile } from "./BringFile.tsx";
import { Stopped } from "./ColumnsStep.tsx";
import { verdicts } from "./counts-text.ts";
import { RowList } from "./RowList.tsx";
import { SaveFile } from "./SaveFile.tsx";

interface Props {
  readonly register: RegisterView;
  readonly one: ImportView;
  readonly onBack: () => void;
}

/** What became of the rows, as tried or as done: how many of each kind, each kind row by row, and what may be done next. */
export function Outcome({ register, one, onBack }: Props) {
  const { words } = useWords();
  const said = words.imports;
  const first = verdicts.findLast((verdict) => one.counts[verdict] > 0) ?? "add";
  const [verdict, setVerdict] = useState<Verdict>(first);
  const isTrial = one.state === "checked";
  const title = isTrial ? said.steps.trial : said.steps.result;
  return (
    <section className="paper imports-section stack" aria-label={title}>
      <h2>{title}</h2>
      <Stopped one={one} />
      <Summary one={one} />
      <div className="imports-counts">
        {verdicts.map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === verdict} onClick={() => setVerdict(kind)}>
            {said.verdicts[kind]} <b>{one.counts[kind]}</b>
          </button>
        ))}
      </div>
      {isTrial ? <Choices one={one} onBack={onBack} /> : <AfterRun register={register} one={one} />}
      <RowList key={verdict} one={one} verdict={verdict} />
      <OtherFile one={one} />
    </section>
  );
}

function Summary({ one }: { readonly one: ImportView }) {
  const { words } = useWords();
  const { add, change, refuse } = one.counts;
  const { row, rows } = one.progress;
  if (one.state === "checked") return <p>{words.imports.tried}</p>;
  return (
    <div role="status">
      <p>{words.imports.done(add, change)}</p>
      {one.stopped !== null && <p>{words.imports.rest(row, rows)}</p>}
      {refuse > 0 && <p>{words.imports.left(refuse)}</p>}
    </div>
  );
}

/** All or the good ones, or back: the person's word, after which rows come in. */
function Choices({ one, onBack }: Omit<Props, "register">) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const running = useMutation({
    mutationFn: (choice: "all" | "good") => runImport(one.id, choice),
    onSuccess: (begun) => queryClient.setQueryData(oneImport(one.id).queryKey, begun),
  });
  const { add, change, skip, refuse } = one.counts;
  const said = words.imports;
  const why = useId();
  const isNothing = add + change === 0;
  const isEmpty = isNothing && skip + refuse === 0;
  const isClosed = refuse > 0 && !isNothing;
  return (
    <div className="stack">
      {isNothing && <p role="status">{isEmpty ? said.empty : said.nothing}</p>}
      {running.error !== null && (
        <p role="alert" className="field-problem">
          {problemOf(running.error).title || said.offline}
        </p>
      )}
      <div className="row">
        <Button
          look={refuse === 0 ? "primary" : "plain"}
          disabled={refuse > 0 || isNothing}
          aria-describedby={isClosed ? why : undefined}
          loading={running.isPending && running.variables === "all"}
          onClick={() => running.mutate("all")}
        >
          {said.all}
        </Button>
        {refuse > 0 && (
          <Button
            look="primary"
            disabled={isNothing}
            loading={running.isPending && running.variables === "good"}
            onClick={() => running.mutate("good")}
          >
            {said.good}
          </Button>
        )}
        <Button onClick={onBack}>{said.back}</Button>
        {refuse > 0 && <SaveFile path={reasonsPath(one.id)} label={said.reasons} />}
      </div>
      {isClosed && (
        <p id={why} className="soft">
          {said.allClosed(refuse)}
        </p>
      )}
    </div>
  );
}

function AfterRun({ register, one }: Omit<Props, "onBack">) {
  const { words, say } = useWords();
  const queryClient = useQueryClient();
  const resuming = useMutation({
    mutationFn: () => resumeImport(one.id),
    onSuccess: (begun) => queryClient.setQueryData(oneImport(one.id).queryKey, begun),
  });
  const said = words.imports;
  return (
    <div className="stack">
      {resuming.error !== null && (
        <p role="alert" className="field-problem">
          {problemOf(resuming.error).title || said.offline}
        </p>
      )}
      <div className="row">
        {one.stopped !== null && (
          <Button look="primary" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            {said.resume}
          </Button>
        )}
        {one.counts.refuse > 0 && <SaveFile path={reasonsPath(one.id)} label={said.reasons} />}
        <Link to="/registers/$register" params={{ register: one.register }}>
          {said.toList(say(register.words))}
        </Link>
      </div>
    </div>
  );
}

/** The way on with another file: with this one mended, or one with something in it. */
function OtherFile({ one }: { readonly one: ImportView }) {
  const { words } = useWords();
  const { add, change, refuse } = one.counts;
  const isNothing = add + change === 0;
  if (refuse === 0 && !isNothing) return null;
  const isNext = one.stopped === null && (isNothing || one.state !== "checked");
  return (
    <BringFile
      register={one.register}
      label={refuse > 0 ? words.imports.mended : words.imports.choose}
      isNext={isNext}
    />
  );
}

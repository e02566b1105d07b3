import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type ImportPlan, type ImportView, lookAtSheet, oneImport, tryImport } from "../../api/imports.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { ColumnsTable } from "./ColumnsTable.tsx";
import { emptyPlan, leftOut, missingFields } from "./plan.ts";
import { PlacesOfRows, SheetHead } from "./SheetHead.tsx";

/** Which field each column is, where heading and rows stand, and what the rows are: guessed, and the person's to set right. */
export function ColumnsStep({ one, onTry }: { readonly one: ImportView; readonly onTry: () => void }) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const why = useId();
  const [shown, setShown] = useState(one);
  const [plan, setPlan] = useState<ImportPlan>(one.plan ?? emptyPlan(one));
  const looking = useMutation({
    mutationFn: (sheet: string) => lookAtSheet(one.id, sheet),
    onSuccess: (other) => {
      setShown(other);
      setPlan(other.plan ?? emptyPlan(other));
    },
  });
  const trying = useMutation({
    mutationFn: () => tryImport(one.id, plan),
    onSuccess: (tried) => {
      queryClient.setQueryData(oneImport(one.id).queryKey, tried);
      onTry();
    },
  });
  const error = trying.error ?? looking.error;
  const isNothing = plan.columns.every((field) => field === null);
  return (
    <section className="paper imports-section stack" aria-label={words.imports.steps.columns}>
      <h2>{words.imports.steps.columns}</h2>
      {one.stopped !== null && <Stopped one={one} />}
      <p>{shown.plan === null ? words.imports.columns.unknown : words.imports.columns.why}</p>
      {shown.plan === null && shown.sheets.length > 1 && <p>{words.imports.columns.otherSheet}</p>}
      <PlacesOfRows one={shown} plan={plan} onPlan={setPlan} onSheet={(sheet) => looking.mutate(sheet)} />
      <SheetHead key={plan.sheet} one={shown} plan={plan} />
      <ColumnsTable one={shown} plan={plan} onPlan={setPlan} />
      <Remarks one={shown} plan={plan} />
      {error !== null && (
        <p role="alert" className="field-problem">
          {problemOf(error).title || words.imports.offline}
        </p>
      )}
      <div className="row">
        <Button
          look="primary"
          loading={trying.isPending}
          disabled={isNothing}
          aria-describedby={isNothing ? why : undefined}
          onClick={() => trying.mutate()}
        >
          {words.imports.columns.try}
        </Button>
        {isNothing && (
          <span id={why} className="soft">
            {words.imports.columns.nothing}
          </span>
        )}
      </div>
    </section>
  );
}

export function Stopped({ one }: { readonly one: ImportView }) {
  const { say } = useWords();
  return one.stopped === null ? null : (
    <p role="status" className="field-problem">
      {say(one.stopped.words)}
    </p>
  );
}

/** What will not come in, and what the rows lack: said before the trial, so that nothing is left out unseen. */
function Remarks({ one, plan }: { readonly one: ImportView; readonly plan: ImportPlan }) {
  const { words, say } = useWords();
  const missing = missingFields(one, plan);
  const out = leftOut(one, plan);
  return (
    <div role="status" className="stack">
      {missing.length > 0 && (
        <p className="field-problem">
          {words.imports.columns.missing(missing.map((offer) => say(offer.words)).join(words.comma))}
        </p>
      )}
      {out.length > 0 && (
        <p className="soft">
          {words.imports.columns.notChosen(
            out.map(({ column, heading }) => `${column} ${heading}`.trim()).join(words.comma),
          )}
        </p>
      )}
    </div>
  );
}

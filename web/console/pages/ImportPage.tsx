import "../imports/imports.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { type ImportView, isAtWork, oneImport } from "../../api/imports.ts";
import * as queries from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { AtWork } from "../imports/AtWork.tsx";
import { ColumnsStep } from "../imports/ColumnsStep.tsx";
import { Outcome } from "../imports/Outcome.tsx";

const route = getRouteApi("/shell/imports/$import");

/** One file on its way in: its columns, the trial, and what became of it. The step is that of the import itself. */
export default function ImportPage() {
  const { words, say } = useWords();
  const { import: id } = route.useParams();
  const { data: one } = useSuspenseQuery(oneImport(id));
  const { data: register } = useSuspenseQuery(queries.register(one.register));
  const title = words.imports.title(say(register.words));
  useTitle(title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{title}</h1>
        <Link to="/registers/$register/imports" params={{ register: one.register }}>
          {words.imports.earlier}
        </Link>
      </div>
      <p>
        <b>{one.file}</b> · {words.imports.states[one.state]}
      </p>
      <Step key={id} register={register} one={one} />
    </div>
  );
}

function Step({ register, one }: { readonly register: RegisterView; readonly one: ImportView }) {
  const [setting, setSetting] = useState(false);
  const isSet = one.state !== "read" && !(setting && one.state === "checked");
  const step = isAtWork(one) ? "work" : isSet ? "outcome" : "columns";
  return (
    <div ref={useFocusOnChange(step)} className="imports-step" tabIndex={-1}>
      {step === "work" && <AtWork one={one} />}
      {step === "outcome" && <Outcome register={register} one={one} onBack={() => setSetting(true)} />}
      {step === "columns" && <ColumnsStep one={one} onTry={() => setSetting(false)} />}
    </div>
  );
}

/** Takes the keyboard to what has come in the place of what it stood in: the button that was pressed is gone. */
function useFocusOnChange(step: string) {
  const own = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) own.current?.focus();
    before.current = step;
  }, [step]);
  return own;
}

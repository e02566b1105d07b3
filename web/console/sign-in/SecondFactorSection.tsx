import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import * as api from "../../api/account.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { PasswordInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { EnterCode } from "./EnterCode.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SetSecondFactor } from "./SetSecondFactor.tsx";
import { WasReset } from "./WasReset.tsx";

const fewCodes = 3;

/** The own second factor: whether there is one, and what may be done with it. */
export function SecondFactorSection() {
  const { words } = useWords();
  const said = words.secondFactor;
  const { data: state, error } = useQuery(api.secondFactor);
  return (
    <section className="paper account-section stack" aria-labelledby="account-second-factor">
      <h2 id="account-second-factor">{said.title}</h2>
      <p className="soft">{said.why}</p>
      {state !== undefined && state.hours !== null && <p className="soft">{said.forAWhile(state.hours)}</p>}
      <FormProblem error={error} />
      {state !== undefined && <State state={state} />}
    </section>
  );
}

/** What somebody is about to do with it. */
type Doing = "nothing" | "replace" | "redraw" | "giveUp";

function State({ state }: { readonly state: api.SecondFactorView }) {
  const { words } = useWords();
  const said = words.secondFactor;
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [done, setDone] = useState(false);
  const { since, recoveryCodesLeft: left } = state;
  const begin = (wanted: Doing) => {
    setDone(false);
    setDoing(wanted);
  };
  const finish = async () => {
    setDone(true);
    setDoing("nothing");
    await queryClient.invalidateQueries({ queryKey: api.secondFactor.queryKey });
  };
  return (
    <>
      {since === null ? <WasReset reset={state.reset} /> : null}
      <p>{since === null ? said.off : `${said.on(formatInstant(since))} · ${said.left(left)}`}</p>
      {since !== null && left <= fewCodes && <p className="field-problem">{said.fewLeft}</p>}
      <p role="status">{done && said.done}</p>
      {since !== null && doing === "nothing" && (
        <div className="row">
          <Button onClick={() => begin("replace")}>{said.replace}</Button>
          <Button onClick={() => begin("redraw")}>{said.redraw}</Button>
          {!state.required && <Button onClick={() => begin("giveUp")}>{said.giveUp}</Button>}
        </div>
      )}
      {since === null && <SetUp onDone={finish} />}
      {doing === "replace" && <Replace onDone={finish} />}
      {doing === "redraw" && <Redraw onDone={finish} />}
      {doing === "giveUp" && (
        <EnterCode hint={said.giveUpWhy} submit={said.giveUp} send={api.giveUpSecondFactor} onDone={finish} />
      )}
      {doing !== "nothing" && <Button onClick={() => begin("nothing")}>{words.cancel}</Button>}
    </>
  );
}

interface PartProps {
  readonly onDone: () => Promise<void>;
}

function SetUp({ onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const id = useId();
  const [password, setPassword] = useState("");
  const showing = useMutation({ mutationFn: () => api.showSecret({ password }) });
  if (showing.data !== undefined) return <SetSecondFactor shown={showing.data} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== "") showing.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <FormProblem error={showing.error} />
      <label htmlFor={id}>{said.password}</label>
      <PasswordInput
        id={id}
        revealName={words.password.reveal}
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button look="primary" size="large" block type="submit" loading={showing.isPending}>
        {said.setUp}
      </Button>
    </form>
  );
}

function Replace({ onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [shown, setShown] = useState<api.ShownSecret>();
  if (shown !== undefined) return <SetSecondFactor shown={shown} onDone={onDone} />;
  const send = (code: string) => api.showSecret({ code });
  return <EnterCode hint={said.replaceWhy} submit={said.show} send={send} onDone={setShown} />;
}

function Redraw({ onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) return <RecoveryCodes codes={codes} onKept={() => void onDone()} />;
  return (
    <EnterCode
      hint={said.redrawWhy}
      submit={said.redraw}
      send={api.drawRecoveryCodes}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
    />
  );
}

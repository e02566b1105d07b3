import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SecondWay } from "../../../core/sign-in/next-step.ts";
import * as api from "../../api/account.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { GiveFactor } from "./GiveFactor.tsx";
import { KeysPart } from "./KeysPart.tsx";
import { PasswordFirst } from "./PasswordFirst.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SetSecondFactor } from "./SetSecondFactor.tsx";
import { WasReset } from "./WasReset.tsx";
import { hasFactor, waysOf } from "./ways.ts";

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

interface PartProps {
  readonly state: api.SecondFactorView;
  /** By what the person shows that it is they; empty while there is nothing. */
  readonly ways: readonly SecondWay[];
  readonly onDone: () => Promise<void>;
}

function State({ state }: Pick<PartProps, "state">) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const [done, setDone] = useState(false);
  const ways = waysOf(state);
  const any = hasFactor(state);
  const finish = async () => {
    setDone(true);
    await queryClient.invalidateQueries({ queryKey: api.secondFactor.queryKey });
  };
  return (
    <>
      {!any && <WasReset reset={state.reset} />}
      <p role="status">{done && words.secondFactor.done}</p>
      <AppPart state={state} ways={ways} onDone={finish} />
      <KeysPart state={state} ways={ways} onDone={finish} />
      {any && <RecoveryPart state={state} ways={ways} onDone={finish} />}
    </>
  );
}

function AppPart({ state, ways, onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [doing, setDoing] = useState<"nothing" | "set" | "giveUp">("nothing");
  const { since, keys, required } = state;
  const any = since !== null || keys.length > 0;
  const mayGiveUp = since !== null && (keys.length > 0 || !required);
  const finish = async () => {
    setDoing("nothing");
    await onDone();
  };
  return (
    <section className="stack" aria-labelledby="account-app">
      <h3 id="account-app">{words.securityKeys.app}</h3>
      <p>{since === null ? said.off : said.on(formatInstant(since))}</p>
      {any && doing === "nothing" && (
        <div className="row">
          <Button onClick={() => setDoing("set")}>{since === null ? said.setUp : said.replace}</Button>
          {mayGiveUp && <Button onClick={() => setDoing("giveUp")}>{said.giveUp}</Button>}
        </div>
      )}
      {(!any || doing === "set") && <SetUp state={state} ways={ways} onDone={finish} />}
      {doing === "giveUp" && (
        <GiveFactor
          ways={ways}
          hint={keys.length > 0 ? said.giveUpAppWhy : said.giveUpWhy}
          submit={said.giveUp}
          send={api.giveUpSecondFactor}
          onDone={finish}
        />
      )}
      {doing !== "nothing" && (
        <div>
          <Button onClick={() => setDoing("nothing")}>{words.cancel}</Button>
        </div>
      )}
    </section>
  );
}

function SetUp({ state, ways, onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [shown, setShown] = useState<api.ShownSecret>();
  if (shown !== undefined) return <SetSecondFactor shown={shown} onDone={onDone} />;
  if (state.since === null && state.keys.length === 0)
    return (
      <PasswordFirst
        submit={said.setUp}
        send={(password) => api.showSecret({ password })}
        onDone={setShown}
      />
    );
  const hint = state.since === null ? words.securityKeys.proveFirst : said.replaceWhy;
  return <GiveFactor ways={ways} hint={hint} submit={said.show} send={api.showSecret} onDone={setShown} />;
}

function RecoveryPart({ state, ways, onDone }: PartProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [drawing, setDrawing] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const { recoveryCodesLeft: left } = state;
  const finish = async () => {
    setDrawing(false);
    setCodes(undefined);
    await onDone();
  };
  return (
    <section className="stack" aria-labelledby="account-recovery">
      <h3 id="account-recovery">{said.recoveryList}</h3>
      <p>{said.left(left)}</p>
      {left <= fewCodes && <p className="field-problem">{said.fewLeft}</p>}
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} onKept={() => void finish()} />
      ) : drawing ? (
        <GiveFactor
          ways={ways}
          hint={said.redrawWhy}
          submit={said.redraw}
          send={api.drawRecoveryCodes}
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        />
      ) : null}
      {codes === undefined && (
        <div>
          <Button onClick={() => setDrawing(!drawing)}>{drawing ? words.cancel : said.redraw}</Button>
        </div>
      )}
    </section>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type SecondFactorView, type SignInAnswer, secondFactor, showSecret } from "../../api/account.ts";
import { problemOf } from "../../api/problem.ts";
import { offerKey } from "../../api/security-keys.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { AddKey } from "./AddKey.tsx";
import { KeyProblem } from "./KeyProblem.tsx";
import { knowsKeys } from "./key-browser.ts";
import { PasswordFirst } from "./PasswordFirst.tsx";
import { SetSecondFactor } from "./SetSecondFactor.tsx";
import { WasReset } from "./WasReset.tsx";

interface FirstSecondFactorProps {
  /** The password that was just given; empty for whoever comes from the identity provider. */
  readonly password: string;
  readonly onDone: (answer: SignInAnswer) => void | Promise<void>;
}

/** The step of signing in of somebody whose post demands a second factor and who has none: an authenticator, or a security key. */
export function FirstSecondFactor({ password, onDone }: FirstSecondFactorProps) {
  const { words } = useWords();
  const { data: state } = useQuery(secondFactor);
  // Whoever comes from the provider may have no password, and has just shown there who they are; administrators are asked for it.
  const [given, setGiven] = useState(password);
  const proofOf = (known: string) => (known === "" ? {} : { password: known });
  const [asked, setAsked] = useState(false);
  const onError = (error: Error) => setAsked(asked || problemOf(error).code === "password-required");
  const showing = useMutation({ mutationFn: (known: string) => showSecret(proofOf(known)), onError });
  const offering = useMutation({ mutationFn: (known: string) => offerKey(proofOf(known)), onError });
  const [byKey, setByKey] = useState(false);
  const turn = (toKey: boolean) => {
    setByKey(toKey);
    if (toKey) offering.mutate(given);
    else showing.mutate(given);
  };
  if (byKey && offering.data !== undefined)
    return (
      <div className="sign-in-form">
        <AddKey
          key={offering.data.challenge}
          offered={offering.data}
          onAgain={() => offering.mutate(given)}
          onDone={onDone}
        />
        <Button look="text" onClick={() => turn(false)}>
          {words.securityKeys.insteadApp}
        </Button>
      </div>
    );
  if (!byKey && showing.data !== undefined) return <SetSecondFactor shown={showing.data} onDone={onDone} />;
  if (asked)
    return (
      <PasswordFirst
        submit={words.signIn.enterCode.submit}
        send={async (typed) => {
          await (byKey ? offering : showing).mutateAsync(typed);
          setGiven(typed);
          setAsked(false);
        }}
        onDone={() => undefined}
      />
    );
  return (
    <div className="sign-in-form">
      <WasReset reset={state?.reset ?? null} />
      <p className="soft">{words.secondFactor.why}</p>
      <p className="soft">{words.secondFactor.required}</p>
      <KeyProblem error={byKey ? offering.error : showing.error} />
      <Button look="primary" size="large" block loading={showing.isPending} onClick={() => turn(false)}>
        {words.secondFactor.show}
      </Button>
      <OrByKey state={state} busy={offering.isPending} onClick={() => turn(true)} />
    </div>
  );
}

interface OrByKeyProps {
  readonly state: SecondFactorView | undefined;
  readonly busy: boolean;
  readonly onClick: () => void;
}

/** A key instead, or why none can be used here. */
function OrByKey({ state, busy, onClick }: OrByKeyProps) {
  const { words, say } = useWords();
  const said = words.securityKeys;
  if (state === undefined) return null;
  if (state.keysFault !== null) return <p className="soft">{say(state.keysFault)}</p>;
  if (!knowsKeys()) return null;
  return (
    <>
      <Button size="large" block loading={busy} onClick={onClick}>
        {said.first}
      </Button>
      <p className="soft">{said.why}</p>
    </>
  );
}

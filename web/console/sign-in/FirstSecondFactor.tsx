import { useMutation, useQuery } from "@tanstack/react-query";
import { type SignInAnswer, secondFactor, showSecret } from "../../api/account.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { SetSecondFactor } from "./SetSecondFactor.tsx";
import { WasReset } from "./WasReset.tsx";

interface FirstSecondFactorProps {
  /** The password that was just given; empty for whoever comes from the identity provider. */
  readonly password: string;
  readonly onDone: (answer: SignInAnswer) => void | Promise<void>;
}

/** The step of signing in of somebody whose post demands a second factor and who has none. */
export function FirstSecondFactor({ password, onDone }: FirstSecondFactorProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const { data: state } = useQuery(secondFactor);
  const showing = useMutation({ mutationFn: () => showSecret(password === "" ? {} : { password }) });
  if (showing.data !== undefined) return <SetSecondFactor shown={showing.data} onDone={onDone} />;
  return (
    <div className="sign-in-form">
      <WasReset reset={state?.reset ?? null} />
      <p className="soft">{said.why}</p>
      <p className="soft">{said.required}</p>
      <FormProblem error={showing.error} />
      <Button look="primary" size="large" block loading={showing.isPending} onClick={() => showing.mutate()}>
        {said.show}
      </Button>
    </div>
  );
}

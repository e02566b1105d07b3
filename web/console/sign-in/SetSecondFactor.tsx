import { useState } from "react";
import { type ShownSecret, type SignInAnswer, setSecondFactor } from "../../api/account.ts";
import { useWords } from "../../words/language.tsx";
import { EnterCode } from "./EnterCode.tsx";
import { QrCode } from "./QrCode.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

interface SetSecondFactorProps {
  readonly shown: ShownSecret;
  readonly onDone: (answer: SignInAnswer) => void | Promise<void>;
}

/** Takes a secret into the authenticator, confirms it by a first code, and hands out the recovery codes. */
export function SetSecondFactor({ shown, onDone }: SetSecondFactorProps) {
  const { words } = useWords();
  const said = words.secondFactor;
  const [set, setSet] = useState<Awaited<ReturnType<typeof setSecondFactor>>>();
  if (set !== undefined)
    return <RecoveryCodes codes={set.recoveryCodes} onKept={() => void onDone(set.signIn)} />;
  // Whoever had a key has recovery codes already.
  const take = (answer: Awaited<ReturnType<typeof setSecondFactor>>) =>
    answer.recoveryCodes.length === 0 ? onDone(answer.signIn) : setSet(answer);
  const groups = shown.secret.match(/.{1,4}/g) ?? [];
  return (
    <div className="stack">
      <p>{said.scan}</p>
      <QrCode text={shown.address} name={said.picture} />
      <p className="soft">{said.typeIt}</p>
      <output className="code secret-text" aria-label={said.secret}>
        {groups.join(" ")}
      </output>
      <EnterCode hint={said.confirmHint} submit={said.confirm} waits send={setSecondFactor} onDone={take} />
    </div>
  );
}

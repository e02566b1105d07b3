import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useState } from "react";
import { securityKeys } from "../../../core/sign-in/security-key.ts";
import type { SignInAnswer } from "../../api/account.ts";
import { ProblemError } from "../../api/problem.ts";
import type { OfferedKey } from "../../api/security-key-types.ts";
import { addKey } from "../../api/security-keys.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { KeyProblem } from "./KeyProblem.tsx";
import { createKey } from "./key-browser.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { useKeyWait } from "./use-key-wait.ts";

interface AddKeyProps {
  readonly offered: OfferedKey;
  /** What was offered is used up. */
  readonly onAgain: () => void;
  readonly onDone: (answer: SignInAnswer) => void | Promise<void>;
}

/** Has a key made, calls it as its person says, and hands out the recovery codes where it is the first factor. */
export function AddKey({ offered, onAgain, onDone }: AddKeyProps) {
  const { words } = useWords();
  const said = words.securityKeys;
  const id = useId();
  const wait = useKeyWait();
  const [name, setName] = useState("");
  const [added, setAdded] = useState<Awaited<ReturnType<typeof addKey>>>();
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const adding = useMutation({
    mutationFn: async () => {
      const done = await addKey(name.trim(), await createKey(offered, wait()));
      if (done.recoveryCodes.length === 0) await onDone(done.signIn);
      else setAdded(done);
    },
  });
  if (added !== undefined)
    return <RecoveryCodes codes={added.recoveryCodes} onKept={() => void onDone(added.signIn)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") adding.mutate();
    else document.getElementById(id)?.focus();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <label htmlFor={id}>{said.name}</label>
      <TextInput
        id={id}
        maxLength={securityKeys.nameCharacters}
        aria-describedby={`${id}-hint`}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <p id={`${id}-hint`} className="soft">
        {said.nameHint} {said.creates}
      </p>
      <KeyProblem error={adding.error} />
      <p role="status">{adding.isPending && said.waiting}</p>
      {adding.error instanceof ProblemError ? (
        <Button look="primary" size="large" block onClick={onAgain}>
          {said.again}
        </Button>
      ) : (
        <Button look="primary" size="large" block type="submit" loading={adding.isPending}>
          {said.create}
        </Button>
      )}
    </form>
  );
}

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useState } from "react";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";

interface EnterCodeProps<T> {
  /** Why a code is asked for, and which; as signing in says it where it is left out. */
  readonly hint?: string;
  readonly submit?: string;
  /** What is asked for, where it is not any code. */
  readonly label?: string;
  /** Whether something above it is to be read first. */
  readonly waits?: boolean;
  readonly send: (code: string) => Promise<T>;
  readonly onDone: (answer: T) => void | Promise<void>;
}

/** Asks for a code of the second factor. */
export function EnterCode<T>({ hint, submit, label, waits = false, send, onDone }: EnterCodeProps<T>) {
  const { words } = useWords();
  const said = words.signIn.enterCode;
  const id = useId();
  const [code, setCode] = useState("");
  useEffect(() => {
    if (!waits) document.getElementById(id)?.focus();
  }, [id, waits]);
  const sending = useMutation({
    mutationFn: async () => onDone(await send(code)),
    // It was used, or is wrong: either way another one is typed.
    onError: () => {
      setCode("");
      document.getElementById(id)?.focus();
    },
  });
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") sending.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={give} noValidate>
      <p id={`${id}-hint`} className="soft">
        {hint ?? said.hint}
      </p>
      <FormProblem error={sending.error} />
      <label htmlFor={id}>{label ?? said.label}</label>
      <TextInput
        id={id}
        className="code code-input"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        aria-describedby={`${id}-hint`}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button look="primary" size="large" block type="submit" loading={sending.isPending}>
        {submit ?? said.submit}
      </Button>
    </form>
  );
}

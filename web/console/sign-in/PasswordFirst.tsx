import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../ui/controls/Button.tsx";
import { PasswordInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { KeyProblem } from "./KeyProblem.tsx";

interface PasswordFirstProps<T> {
  readonly label?: string;
  readonly submit: string;
  readonly send: (password: string) => Promise<T>;
  readonly onDone: (answer: T) => void;
}

/** Asks whoever has no second factor yet for the password, before there is one. */
export function PasswordFirst<T>({ label, submit, send, onDone }: PasswordFirstProps<T>) {
  const { words } = useWords();
  const id = useId();
  const [password, setPassword] = useState("");
  const sending = useMutation({ mutationFn: async () => onDone(await send(password)) });
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (password !== "") sending.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={give} noValidate>
      <KeyProblem error={sending.error} />
      <label htmlFor={id}>{label ?? words.secondFactor.password}</label>
      <PasswordInput
        id={id}
        revealName={words.password.reveal}
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button look="primary" size="large" block type="submit" loading={sending.isPending}>
        {submit}
      </Button>
    </form>
  );
}

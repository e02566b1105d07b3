import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { changePassword, type SignInAnswer } from "../../api/account.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { PasswordInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";

interface NewPasswordProps {
  /** The password until now, where the person has just given it. */
  readonly old?: string | undefined;
  /** Is told the password too, which holds from now on. */
  readonly onDone: (answer: SignInAnswer, password: string) => void | Promise<void>;
}

/** Changes the own password. */
export function NewPassword({ old, onDone }: NewPasswordProps) {
  const { words } = useWords();
  const said = words.signIn.newPassword;
  const [given, setGiven] = useState("");
  const change = useMutation({
    mutationFn: async (password: string) => onDone(await changePassword(old ?? given, password), password),
  });
  const isWrong = problemOf(change.error).problems?.some(({ field }) => field === "old");
  return (
    <PasswordTwice
      error={change.error}
      isPending={change.isPending}
      submit={said.submit}
      onSubmit={(password) => change.mutate(password)}
    >
      {old === undefined && (
        <PasswordField
          label={said.old}
          use="current-password"
          value={given}
          onChange={setGiven}
          problem={isWrong ? said.oldWrong : undefined}
        />
      )}
    </PasswordTwice>
  );
}

interface PasswordTwiceProps {
  readonly error: Error | null;
  readonly isPending: boolean;
  /** What its button says. */
  readonly submit: string;
  readonly onSubmit: (password: string) => void;
  /** What is asked before. */
  readonly children: ReactNode;
}

/** Asks for a new password, twice, since nobody sees what they type. */
export function PasswordTwice({ error, isPending, submit, onSubmit, children }: PasswordTwiceProps) {
  const { words } = useWords();
  const said = words.signIn.newPassword;
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [differs, setDiffers] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(password !== again);
    if (password === again && password !== "") onSubmit(password);
  };
  return (
    <form className="sign-in-form" onSubmit={send} noValidate>
      <p className="soft">{said.rule}</p>
      <FormProblem error={error} />
      {children}
      <PasswordField
        label={said.fresh}
        use="new-password"
        value={password}
        onChange={setPassword}
        problem={problemOf(error).problems?.find(({ field }) => field === "password")?.detail}
      />
      <PasswordField
        label={said.again}
        use="new-password"
        value={again}
        onChange={setAgain}
        problem={differs ? said.differs : undefined}
      />
      <Button look="primary" size="large" block type="submit" loading={isPending}>
        {submit}
      </Button>
    </form>
  );
}

interface PasswordFieldProps {
  readonly label: string;
  readonly use: "current-password" | "new-password";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}

/** A password that is typed where nobody sees it, with what is wrong with it. */
function PasswordField({ label, use, value, onChange, problem }: PasswordFieldProps) {
  const { words } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <PasswordInput
        id={id}
        revealName={words.password.reveal}
        autoComplete={use}
        value={value}
        invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-problem`} className="field-problem" role="status">
        {problem}
      </p>
    </>
  );
}

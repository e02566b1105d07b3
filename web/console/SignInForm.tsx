import "./sign-in-form.css";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useId, useState } from "react";
import type { SecondWay, SignInStep } from "../../core/sign-in/next-step.ts";
import * as account from "../api/account.ts";
import type { Session } from "../api/types.ts";
import * as writes from "../api/writes.ts";
import { Alert } from "../ui/controls/Alert.tsx";
import { Button } from "../ui/controls/Button.tsx";
import { PasswordInput, TextInput } from "../ui/controls/TextInput.tsx";
import { useWords } from "../words/language.tsx";
import { Loading } from "./pages/Loading.tsx";
import { tellOtherTabs } from "./same-post.ts";
import { EnterCode } from "./sign-in/EnterCode.tsx";
import { FormProblem } from "./sign-in/FormProblem.tsx";
import { NewPassword } from "./sign-in/NewPassword.tsx";

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What is left to do, and the password that was just given: whoever changes it need not type it again. */
interface Step {
  readonly next: SignInStep;
  readonly ways: readonly SecondWay[] | undefined;
  readonly password: string;
}

/** Signing in, as a page of its own and over a page whose session has ended; there one goes on in the post of `before`. */
export function useSignIn(onSignedIn: (session: Session) => void, before?: string) {
  const [step, setStep] = useState<Step>();
  const goOn = async (answer: account.SignInAnswer, password: string) => {
    if ("next" in answer) return setStep({ next: answer.next, ways: answer.ways, password });
    const held = answer.posts.find(({ id }) => id === before) ?? answer.post;
    const session = held.id === answer.post.id ? answer : await writes.changePost(held.id);
    tellOtherTabs();
    onSignedIn(session);
  };
  const credentials = useMutation({
    mutationFn: async ({ username, password }: Credentials) =>
      goOn(await account.signIn(username, password), password),
  });
  return { step, goOn, credentials };
}

type SigningIn = ReturnType<typeof useSignIn>;

/** User name and password, and then what is still to be done. */
export function SignInForm({ signIn }: { readonly signIn: SigningIn }) {
  const { words } = useWords();
  const { step, goOn } = signIn;
  if (step === undefined) return <CredentialsForm credentials={signIn.credentials} />;
  return (
    <section aria-labelledby="sign-in-step">
      <h2 id="sign-in-step" className="sign-in-step">
        {step.ways === undefined ? words.signIn.steps[step.next] : words.securityKeys.step}
      </h2>
      <StepForm step={step} onDone={(answer, password = step.password) => goOn(answer, password)} />
    </section>
  );
}

interface StepFormProps {
  readonly step: Step;
  /** Is told the password where another one holds from now on. */
  readonly onDone: (answer: account.SignInAnswer, password?: string) => void | Promise<void>;
}

function StepForm({ step, onDone }: StepFormProps) {
  if (step.ways !== undefined)
    return (
      <Suspense fallback={<Loading />}>
        <FactorStep ways={step.ways} onDone={onDone} />
      </Suspense>
    );
  if (step.next === "enter-code") return <EnterCode send={account.enterCode} onDone={onDone} />;
  if (step.next === "change-password") return <NewPassword old={step.password} onDone={onDone} />;
  return (
    <Suspense fallback={<Loading />}>
      <FirstSecondFactor password={step.password} onDone={onDone} />
    </Suspense>
  );
}

// Most people who sign in have no use for these.
const FactorStep = lazy(async () => ({ default: (await import("./sign-in/FactorStep.tsx")).FactorStep }));
const FirstSecondFactor = lazy(async () => ({
  default: (await import("./sign-in/FirstSecondFactor.tsx")).FirstSecondFactor,
}));

function CredentialsForm({ credentials }: Pick<SigningIn, "credentials">) {
  const { words } = useWords();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = username.trim() !== "" && password !== "";
    setMissing(!complete);
    if (complete) credentials.mutate({ username: username.trim(), password });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {missing ? (
        <Alert tone="warning" role="alert" title={words.signIn.missing} />
      ) : (
        <FormProblem error={credentials.error} />
      )}
      <label htmlFor={`${id}-username`}>{words.signIn.username}</label>
      <TextInput
        id={`${id}-username`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        value={username}
        onChange={({ target }) => setUsername(target.value)}
      />
      <label htmlFor={`${id}-password`}>{words.signIn.password}</label>
      <PasswordInput
        revealName={words.password.reveal}
        id={`${id}-password`}
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        aria-describedby={`${id}-caps`}
      />
      <p id={`${id}-caps`} className="sign-in-caps" role="status">
        {capsLock ? words.signIn.capsLock : ""}
      </p>
      <Button look="primary" size="large" block type="submit" loading={credentials.isPending}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}

import "./sign-in-form.css";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { isNoAnswer, problemOf } from "../api/problem.ts";
import type { Session } from "../api/types.ts";
import * as writes from "../api/writes.ts";
import { Alert } from "../ui/controls/Alert.tsx";
import { Button } from "../ui/controls/Button.tsx";
import { PasswordInput, TextInput } from "../ui/controls/TextInput.tsx";
import { useWords } from "../words/language.tsx";
import { tellOtherTabs } from "./same-post.ts";

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Signing in, as a page of its own and over a page whose session has ended; there one goes on in the post of `before`. */
export function useSignIn(onSignedIn: (session: Session) => void, before?: string) {
  return useMutation({
    mutationFn: async ({ username, password }: Credentials) => {
      const session = await writes.signIn(username, password);
      const held = session.posts.find(({ id }) => id === before) ?? session.post;
      return held.id === session.post.id ? session : writes.changePost(held.id);
    },
    onSuccess: (session) => {
      tellOtherTabs();
      onSignedIn(session);
    },
  });
}

export function SignInForm({ signIn }: { readonly signIn: ReturnType<typeof useSignIn> }) {
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
    if (complete) signIn.mutate({ username: username.trim(), password });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <SignInProblem error={signIn.error} missing={missing} />
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
      <Button look="primary" size="large" block type="submit" loading={signIn.isPending}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}

function SignInProblem({ error, missing }: { readonly error: Error | null; readonly missing: boolean }) {
  const { words } = useWords();
  if (missing) return <Alert tone="warning" role="alert" title={words.signIn.missing} />;
  if (error === null) return null;
  const text = isNoAnswer(error) ? words.problem.offline : problemOf(error).title || words.problem.failed;
  return <Alert tone="error" role="alert" title={text} />;
}

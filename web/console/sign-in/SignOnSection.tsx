import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import * as api from "../../api/sign-on.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { PasswordInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { leaveFor } from "./provider-trip.ts";
import { useProviderName } from "./SignOn.tsx";

/** Whether the own account is bound to the identity provider, and what may be done about it; nothing where there is no provider. */
export function SignOnSection() {
  const name = useProviderName();
  return name === undefined ? null : <Section name={name} />;
}

function Section({ name }: { readonly name: string }) {
  const { words } = useWords();
  const said = words.signOn;
  const { data: state, error } = useQuery(api.binding);
  const [unbound, setUnbound] = useState(false);
  return (
    <section className="paper account-section stack" aria-labelledby="account-sign-on">
      <h2 id="account-sign-on">{name}</h2>
      <p className="soft">{said.why(name)}</p>
      <FormProblem error={error} />
      <p role="status">{unbound && said.unbound}</p>
      {state !== undefined && <p>{stateWords(state, said)}</p>}
      {state?.since === null && <Bind name={name} />}
      {state !== undefined && state.since !== null && <Unbind onDone={() => setUnbound(true)} />}
    </section>
  );
}

type Said = ReturnType<typeof useWords>["words"]["signOn"];

function stateWords({ since, byPerson }: api.BindingView, said: Said): string {
  if (since === null) return said.off;
  return byPerson ? said.on(formatInstant(since)) : said.onByName(formatInstant(since));
}

function Bind({ name }: { readonly name: string }) {
  const { words } = useWords();
  const said = words.signOn;
  const id = useId();
  const [password, setPassword] = useState("");
  const begin = useMutation({
    mutationFn: async () => leaveFor((await api.beginBinding(password)).address, "bind"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== "") begin.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <p className="soft">{said.bindWhy}</p>
      <FormProblem error={begin.error} />
      <label htmlFor={id}>{said.password}</label>
      <PasswordInput
        id={id}
        revealName={words.password.reveal}
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button look="primary" size="large" block type="submit" loading={begin.isPending}>
        {said.bind(name)}
      </Button>
    </form>
  );
}

function Unbind({ onDone }: { readonly onDone: () => void }) {
  const { words } = useWords();
  const said = words.signOn;
  const queryClient = useQueryClient();
  const [sure, setSure] = useState(false);
  const unbinding = useMutation({
    mutationFn: api.unbind,
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: api.binding.queryKey });
    },
  });
  if (!sure)
    return (
      <div className="row">
        <Button onClick={() => setSure(true)}>{said.unbind}</Button>
      </div>
    );
  return (
    <>
      <FormProblem error={unbinding.error} />
      <p>{said.unbindWhy}</p>
      <div className="row">
        <Button danger loading={unbinding.isPending} onClick={() => unbinding.mutate()}>
          {said.confirmUnbind}
        </Button>
        <Button onClick={() => setSure(false)}>{words.cancel}</Button>
      </div>
    </>
  );
}

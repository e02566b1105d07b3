import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { secondFactor } from "../../api/account.ts";
import type { Proof } from "../../api/security-key-types.ts";
import * as api from "../../api/sign-on.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { GiveFactor } from "./GiveFactor.tsx";
import { PasswordFirst } from "./PasswordFirst.tsx";
import { leaveFor } from "./provider-trip.ts";
import { useProviderName } from "./SignOn.tsx";
import { hasFactor, waysOf } from "./ways.ts";

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
  const { data: factors, error } = useQuery(secondFactor);
  const begin = async (proof: Proof | { readonly password: string }) =>
    leaveFor((await api.beginBinding(proof)).address, "bind");
  return (
    <>
      <FormProblem error={error} />
      {factors === undefined ? null : hasFactor(factors) ? (
        <GiveFactor
          ways={waysOf(factors)}
          hint={said.bindByFactor}
          submit={said.bind(name)}
          send={begin}
          onDone={nothing}
        />
      ) : (
        <>
          <p className="soft">{said.bindWhy}</p>
          <PasswordFirst
            label={said.password}
            submit={said.bind(name)}
            send={(password) => begin({ password })}
            onDone={nothing}
          />
        </>
      )}
    </>
  );
}

// The browser is on its way to the provider.
const nothing = () => undefined;

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

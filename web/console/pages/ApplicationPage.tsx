import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import {
  type ApplicationProof,
  type ApplicationView,
  chooseFirstPassword,
  lookUpApplication,
  mendApplication,
} from "../../api/applications.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { ApplicationForm } from "../applications/ApplicationForm.tsx";
import { PublicPage } from "../applications/PublicPage.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { PasswordTwice } from "../sign-in/NewPassword.tsx";

interface Shown {
  readonly proof: ApplicationProof;
  readonly view: ApplicationView;
}

/** Whoever applied sees how it stands, mends what was given back, and once approved chooses a password. */
export default function ApplicationPage() {
  const { words } = useWords();
  const [shown, setShown] = useState<Shown>();
  return (
    <PublicPage title={words.applications.lookUp}>
      {shown === undefined ? (
        <LookUp onFound={setShown} />
      ) : (
        <Found {...shown} onChange={(view) => setShown({ ...shown, view })} />
      )}
    </PublicPage>
  );
}

function LookUp({ onFound }: { readonly onFound: (shown: Shown) => void }) {
  const { words } = useWords();
  const said = words.applications;
  const id = useId();
  const [number, setNumber] = useState("");
  const [secret, setSecret] = useState("");
  const looking = useMutation({
    mutationFn: async () => {
      const proof = { number: number.trim(), secret: secret.trim() };
      onFound({ proof, view: await lookUpApplication(proof) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() !== "" && secret.trim() !== "") looking.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <p className="soft">{said.lookUpWhy}</p>
      <FormProblem error={looking.error} />
      <label htmlFor={`${id}-number`}>{said.number}</label>
      <TextInput
        id={`${id}-number`}
        className="code"
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <label htmlFor={`${id}-secret`}>{said.secret}</label>
      <TextInput
        id={`${id}-secret`}
        className="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={secret}
        onChange={({ target }) => setSecret(target.value)}
      />
      <Button look="primary" size="large" block type="submit" loading={looking.isPending}>
        {said.look}
      </Button>
    </form>
  );
}

function Found({ proof, view, onChange }: Shown & { readonly onChange: (view: ApplicationView) => void }) {
  const { words, say } = useWords();
  const said = words.applications;
  return (
    <div className="stack">
      <dl className="application-proof">
        <dt>{said.number}</dt>
        <dd className="code">{view.number}</dd>
        <dt>{said.name}</dt>
        <dd>{view.values.name}</dd>
        <dt>{said.state}</dt>
        <dd>{say(view.stateWords)}</dd>
      </dl>
      {view.answer !== null && <Alert tone="warning" title={said.answered(view.answer)} />}
      {view.waits && <p className="soft">{said.waits}</p>}
      {view.mayMend && (
        <ApplicationForm
          before={view.values}
          submit={said.again}
          send={(input) => mendApplication(proof, input)}
          onDone={onChange}
        />
      )}
      {view.username !== null && (
        <Entering proof={proof} username={view.username} mayChoose={view.mayChoosePassword} />
      )}
    </div>
  );
}

interface EnteringProps {
  readonly proof: ApplicationProof;
  readonly username: string;
  readonly mayChoose: boolean;
}

/** The way in, once it is approved: a password of their own, and then they sign in as anybody does. */
function Entering({ proof, username, mayChoose }: EnteringProps) {
  const { words } = useWords();
  const said = words.applications;
  const choosing = useMutation({
    mutationFn: (password: string) => chooseFirstPassword(proof, password),
  });
  return (
    <>
      <p>
        {said.username} <output className="code account-secret">{username}</output>
      </p>
      {choosing.isSuccess && <Alert tone="info" role="status" title={said.chosen} />}
      {(choosing.isSuccess || !mayChoose) && (
        <p>
          {!choosing.isSuccess && said.chosenBefore} <Link to="/sign-in">{words.signIn.title}</Link>
        </p>
      )}
      {mayChoose && !choosing.isSuccess && (
        <PasswordTwice
          error={choosing.error}
          isPending={choosing.isPending}
          submit={said.choose}
          onSubmit={(password) => choosing.mutate(password)}
        >
          <input type="hidden" name="username" autoComplete="username" value={username} />
        </PasswordTwice>
      )}
    </>
  );
}

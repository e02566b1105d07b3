import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { SecondWay } from "../../../core/sign-in/next-step.ts";
import { securityKeys } from "../../../core/sign-in/security-key.ts";
import type { SecondFactorView } from "../../api/account.ts";
import type { OfferedKey, SecurityKeyView } from "../../api/security-key-types.ts";
import * as api from "../../api/security-keys.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { AddKey } from "./AddKey.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { GiveFactor } from "./GiveFactor.tsx";
import { knowsKeys } from "./key-browser.ts";
import { PasswordFirst } from "./PasswordFirst.tsx";

interface KeysPartProps {
  readonly state: SecondFactorView;
  readonly ways: readonly SecondWay[];
  readonly onDone: () => Promise<void>;
}

/** The own security keys: which there are, and how one more comes. */
export function KeysPart({ state, ways, onDone }: KeysPartProps) {
  const { words } = useWords();
  const said = words.securityKeys;
  const id = useId();
  const { keys, keysAtMost, required, since } = state;
  const isLast = required && since === null && keys.length === 1;
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{said.title}</h3>
      <p className="soft">{said.why}</p>
      {keys.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul className="account-list" aria-label={said.list}>
          {keys.map((one) => (
            <KeyRow key={one.id} one={one} ways={ways} isLast={isLast} onDone={onDone} />
          ))}
        </ul>
      )}
      {keys.length >= keysAtMost ? (
        <p className="soft">{said.full(keysAtMost)}</p>
      ) : (
        <OneMore state={state} ways={ways} onDone={onDone} />
      )}
    </section>
  );
}

function OneMore({ state, ways, onDone }: KeysPartProps) {
  const { words, say } = useWords();
  const said = words.securityKeys;
  const [adding, setAdding] = useState(false);
  const [offered, setOffered] = useState<OfferedKey>();
  if (state.keysFault !== null) return <Alert tone="info" title={say(state.keysFault)} />;
  if (!knowsKeys()) return <Alert tone="info" title={said.troubles.unsupported} />;
  // Who has a second factor proves it first, and none of these works here.
  if (state.keys.length > 0 && ways.length === 0) return <Alert tone="info" title={said.allElsewhere} />;
  const begin = (anew: boolean) => {
    setOffered(undefined);
    setAdding(anew);
  };
  if (!adding) return <AddButton onClick={() => begin(true)} />;
  const finish = async () => {
    begin(false);
    await onDone();
  };
  return (
    <>
      {offered !== undefined ? (
        <AddKey offered={offered} onAgain={() => begin(true)} onDone={finish} />
      ) : ways.length === 0 ? (
        <PasswordFirst
          submit={words.signIn.enterCode.submit}
          send={(password) => api.offerKey({ password })}
          onDone={setOffered}
        />
      ) : (
        <GiveFactor ways={ways} hint={said.proveFirst} send={api.offerKey} onDone={setOffered} />
      )}
      <div>
        <Button onClick={() => begin(false)}>{words.cancel}</Button>
      </div>
    </>
  );
}

function AddButton({ onClick }: { readonly onClick: () => void }) {
  const { words } = useWords();
  return (
    <div>
      <Button onClick={onClick}>{words.securityKeys.add}</Button>
    </div>
  );
}

interface KeyRowProps {
  readonly one: SecurityKeyView;
  readonly ways: readonly SecondWay[];
  /** Whether it has to stay. */
  readonly isLast: boolean;
  readonly onDone: () => Promise<void>;
}

function KeyRow({ one, ways, isLast, onDone }: KeyRowProps) {
  const { words } = useWords();
  const said = words.securityKeys;
  const [doing, setDoing] = useState<"nothing" | "rename" | "remove">("nothing");
  const { id, name, here, host, added, used } = one;
  const finish = async () => {
    setDoing("nothing");
    await onDone();
  };
  const usedWords = used === null ? said.unused : said.used(formatInstant(used));
  return (
    <li className="account-row">
      <div>
        <p className="key-name">{name}</p>
        <p className="soft">
          {said.added(formatInstant(added))} · {usedWords}
          {!here && ` · ${said.elsewhere(host)}`}
        </p>
      </div>
      {doing === "nothing" ? (
        <div className="row">
          <Button aria-label={said.renameThat(name)} onClick={() => setDoing("rename")}>
            {said.rename}
          </Button>
          {ways.length > 0 && (
            <Button danger aria-label={said.removeThat(name)} onClick={() => setDoing("remove")}>
              {said.remove}
            </Button>
          )}
        </div>
      ) : (
        <div className="key-doing">
          {doing === "rename" && <Rename one={one} onDone={finish} />}
          {doing === "remove" && isLast && <p>{said.last}</p>}
          {doing === "remove" && !isLast && (
            <GiveFactor
              ways={ways}
              hint={said.removeWhy(name)}
              submit={said.confirmRemoval}
              send={(proof) => api.removeKey(id, proof)}
              onDone={finish}
            />
          )}
          <Button onClick={() => setDoing("nothing")}>{words.cancel}</Button>
        </div>
      )}
    </li>
  );
}

function Rename({ one, onDone }: Pick<KeyRowProps, "one" | "onDone">) {
  const { words } = useWords();
  const said = words.securityKeys;
  const id = useId();
  const [name, setName] = useState(one.name);
  const renaming = useMutation({
    mutationFn: async () => {
      await api.renameKey(one.id, name.trim());
      await onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") renaming.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <FormProblem error={renaming.error} />
      <label htmlFor={id}>{said.name}</label>
      <TextInput
        id={id}
        maxLength={securityKeys.nameCharacters}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button look="primary" type="submit" loading={renaming.isPending}>
        {said.save}
      </Button>
    </form>
  );
}

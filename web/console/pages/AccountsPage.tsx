import "../list/list.css";
import "../sign-in-form.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import * as api from "../../api/account.ts";
import { endSessionsOf } from "../../api/own-sessions.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { AskedResets, AskResetDialog } from "../accounts/SecondFactorResets.tsx";
import { Dialog } from "../Dialog.tsx";
import { useMayAsk } from "../session.ts";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { useDialog } from "../use-dialog.ts";

/** For administrators: how accounts are signed in to, and what is done for whoever has lost the means to. */
export default function AccountsPage() {
  const { words } = useWords();
  const said = words.accounts;
  const findsAccounts = useMayAsk("credentials");
  useTitle(said.title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{said.title}</h1>
      </div>
      {findsAccounts && <FoundAccounts />}
      <AskedResets />
    </div>
  );
}

function FoundAccounts() {
  const { words } = useWords();
  const said = words.accounts;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const { data: found, error } = useQuery(api.accounts(asked));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <>
      <p className="soft">{said.purpose}</p>
      <form className="row account-search" onSubmit={submit}>
        <label htmlFor={id}>{said.search}</label>
        <TextInput id={id} value={typed} maxLength={64} onChange={({ target }) => setTyped(target.value)} />
        <Button look="primary" type="submit">
          {said.find}
        </Button>
      </form>
      <FormProblem error={error} />
      {asked !== "" && found?.length === 0 && <p className="paper blank">{said.none}</p>}
      {found !== undefined && found.length > 0 && (
        <ul className="paper account-list">
          {found.map((one) => (
            <AccountRow key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function AccountRow({ one }: { readonly one: api.AccountView }) {
  const { words } = useWords();
  const said = words.accounts;
  const until = one.until === null ? "" : formatInstant(one.until);
  return (
    <li className="account-row">
      <div>
        <p>
          {one.name} <span className="code">{one.username}</span>
        </p>
        <p className="soft">
          {one.disabled
            ? said.disabled
            : [
                said.passwords[one.password](until),
                said.secondFactor[`${one.secondFactor}`],
                ...(one.signOn ? [said.signOn] : []),
              ].join(" · ")}
        </p>
      </div>
      <div className="row account-actions">
        <EndDialog one={one} />
        {!one.disabled && <IssueDialog one={one} />}
        {!one.disabled && one.secondFactor && <AskResetDialog one={one} />}
      </div>
    </li>
  );
}

function IssueDialog({ one }: { readonly one: api.AccountView }) {
  const { words } = useWords();
  const own = useDialog();
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={words.accounts.issueTo(one.name)}
        onClick={() => own.setOpen(true)}
      >
        {words.accounts.issue}
      </Button>
      <Dialog own={own} title={words.accounts.issue} className="account-dialog">
        <Issue one={one} onClose={() => own.setOpen(false)} />
      </Dialog>
    </>
  );
}

/** Signs the account out everywhere, of whoever lost a device or has left. */
function EndDialog({ one }: { readonly one: api.AccountView }) {
  const { words } = useWords();
  const said = words.accounts;
  const own = useDialog();
  const ending = useMutation({ mutationFn: () => endSessionsOf(one.username) });
  const { data } = ending;
  const close = () => own.setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={said.endOf(one.name)} onClick={() => own.setOpen(true)}>
        {said.end}
      </Button>
      <Dialog own={own} title={said.end} className="account-dialog" onClose={ending.reset}>
        <div className="stack account-dialog-body">
          <p role="status">
            {data === undefined ? said.endWhy(one.name) : said.ended(one.name, data.sessions)}
          </p>
          <FormProblem error={ending.error} />
          <div className="row">
            <Button onClick={close}>{data === undefined ? words.cancel : words.close}</Button>
            {data === undefined && (
              <Button danger loading={ending.isPending} onClick={() => ending.mutate()}>
                {said.confirmEnd}
              </Button>
            )}
          </div>
        </div>
      </Dialog>
    </>
  );
}

function Issue({ one, onClose }: { readonly one: api.AccountView; readonly onClose: () => void }) {
  const { words } = useWords();
  const said = words.accounts;
  const queryClient = useQueryClient();
  const issuing = useMutation({
    mutationFn: () => api.issuePassword(one.username),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["accounts"] }),
  });
  const { data } = issuing;
  return (
    <div className="stack account-dialog-body">
      <p>{data === undefined ? said.why(one.name) : said.issued(data.name, formatInstant(data.until))}</p>
      {data !== undefined && (
        <p>
          <output className="code account-secret">{data.password}</output>
        </p>
      )}
      <FormProblem error={issuing.error} />
      <div className="row">
        <Button onClick={onClose}>{data === undefined ? words.cancel : words.close}</Button>
        {data === undefined && (
          <Button look="primary" loading={issuing.isPending} onClick={() => issuing.mutate()}>
            {said.confirm}
          </Button>
        )}
      </div>
    </div>
  );
}

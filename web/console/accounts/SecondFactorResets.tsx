import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as api from "../../api/account.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { useDialog } from "../use-dialog.ts";

/** Asks for the removal of a lost second factor, which another administrator then decides on. */
export function AskResetDialog({ one }: { readonly one: api.AccountView }) {
  const { words } = useWords();
  const said = words.accounts;
  const own = useDialog();
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={said.askResetFor(one.name)}
        onClick={() => own.setOpen(true)}
      >
        {said.askReset}
      </Button>
      <Dialog own={own} title={said.askReset} className="account-dialog">
        <AskReset one={one} onClose={() => own.setOpen(false)} />
      </Dialog>
    </>
  );
}

function AskReset({ one, onClose }: { readonly one: api.AccountView; readonly onClose: () => void }) {
  const { words } = useWords();
  const said = words.accounts;
  const queryClient = useQueryClient();
  const asking = useMutation({
    mutationFn: () => api.askForReset(one.username),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.askedResets.queryKey });
      onClose();
    },
  });
  return (
    <div className="stack account-dialog-body">
      <p>{said.askResetWhy(one.name)}</p>
      <FormProblem error={asking.error} />
      <div className="row">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" loading={asking.isPending} onClick={() => asking.mutate()}>
          {said.askResetSubmit}
        </Button>
      </div>
    </div>
  );
}

/** What is asked for and not decided on yet. */
export function AskedResets() {
  const { words } = useWords();
  const said = words.accounts;
  const { data: resets, error } = useQuery(api.askedResets);
  return (
    <section className="stack" aria-labelledby="asked-resets">
      <h2 id="asked-resets">{said.resets}</h2>
      <p className="soft">{said.resetsPurpose}</p>
      <FormProblem error={error} />
      {resets?.length === 0 && <p className="paper blank">{said.noResets}</p>}
      {resets !== undefined && resets.length > 0 && (
        <ul className="paper account-list">
          {resets.map((one) => (
            <AskedRow key={one.person} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AskedRow({ one }: { readonly one: api.AskedReset }) {
  const { words } = useWords();
  const said = words.accounts;
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: api.askedResets.queryKey });
  const confirming = useMutation({ mutationFn: () => api.confirmReset(one.person), onSuccess });
  const declining = useMutation({ mutationFn: () => api.declineReset(one.person), onSuccess });
  return (
    <li className="account-row">
      <div>
        <p>
          {one.name} <span className="code">{one.username}</span>
        </p>
        <p className="soft">{said.askedBy(one.askedByName, formatInstant(one.askedAt))}</p>
        <FormProblem error={confirming.error ?? declining.error} />
      </div>
      <div className="row">
        <Button
          aria-label={said.declineResetOf(one.name)}
          loading={declining.isPending}
          onClick={() => declining.mutate()}
        >
          {said.declineReset}
        </Button>
        {one.mayDecide && (
          <Button
            look="primary"
            aria-label={said.confirmResetOf(one.name)}
            loading={confirming.isPending}
            onClick={() => confirming.mutate()}
          >
            {said.confirmReset}
          </Button>
        )}
      </div>
    </li>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import type { TextImportView } from "../../api/criteria-types.ts";
import { problemOf } from "../../api/problem.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextArea } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";
import { libraryKeys } from "./library-keys.ts";

interface Withdrawing {
  readonly one: TextImportView;
}

/** Withdraws an import, once the person has read what that does and said why. */
export function WithdrawDialog({ one }: Withdrawing) {
  const { words } = useWords();
  const own = useDialog();
  const said = words.library.withdrawal;
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={said.of(one.file)} onClick={() => own.setOpen(true)}>
        {said.open}
      </Button>
      <Dialog own={own} title={said.title} className="library-dialog">
        <WithdrawForm one={one} onCancel={() => own.setOpen(false)} />
      </Dialog>
    </>
  );
}

function WithdrawForm({ one, onCancel }: Withdrawing & { readonly onCancel: () => void }) {
  const { words, say } = useWords();
  const said = words.library.withdrawal;
  const id = useId();
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: writes.withdrawImport,
    onSuccess: () => {
      for (const shown of libraryKeys) void queryClient.invalidateQueries({ queryKey: [shown] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdrawing.mutate({ id: one.id, reason: reason.trim() });
  };
  const { file, texts, lists, person, organisation, at } = one;
  return (
    <form className="library-withdraw stack" onSubmit={submit}>
      <p>
        {words.library.importOf(file, texts, lists)}
        <br />
        <span className="soft">
          {words.library.brought(person.name, say(organisation.name), formatInstant(at))}
        </span>
      </p>
      <p>{said.why}</p>
      <div className="filter">
        <label htmlFor={id}>{said.reason}</label>
        <TextArea
          id={id}
          value={reason}
          rows={3}
          required
          maxLength={limits.withdrawalReasonLengthCharacters}
          placeholder={said.hint}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {withdrawing.error !== null && (
        <p role="alert" className="field-problem">
          {problemOf(withdrawing.error).title || words.problem.failed}
        </p>
      )}
      <div className="row library-buttons">
        <Button onClick={onCancel}>{said.keep}</Button>
        <Button look="primary" danger type="submit" disabled={reason.trim() === "" || withdrawing.isPending}>
          {said.confirm}
        </Button>
      </div>
    </form>
  );
}

import "./columns-dialog.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import * as queries from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { CloseIcon, ColumnsIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";
import { fieldNamed } from "../words-of.ts";
import { columnsToChoose, moved } from "./columns.ts";

interface ColumnsProps {
  readonly register: RegisterView;
  readonly columns: readonly string[];
}

/** Which columns the person's own lists of this register show, and in which order. */
export function ColumnsDialog({ register, columns }: ColumnsProps) {
  const { words } = useWords();
  const own = useDialog();
  return (
    <>
      <button
        type="button"
        className="columns-button"
        aria-haspopup="dialog"
        onClick={() => own.setOpen(true)}
      >
        <ColumnsIcon />
        {words.list.columns.title}
      </button>
      <Dialog own={own} title={words.list.columns.title} className="columns">
        <ColumnsForm register={register} columns={columns} onKept={() => own.setOpen(false)} />
      </Dialog>
    </>
  );
}

function ColumnsForm({ register, columns: before, onKept }: ColumnsProps & { readonly onKept: () => void }) {
  const { words } = useWords();
  const [columns, setColumns] = useState(before);
  const keep = useKeep(register, onKept);
  return (
    <div className="columns-body">
      <Chosen register={register} columns={columns} onChange={setColumns} />
      <AddColumn register={register} columns={columns} onChange={setColumns} />
      {keep.isError && (
        <p role="alert" className="columns-problem">
          {words.problem.failed}
        </p>
      )}
      <p className="soft">{words.list.columns.kept}</p>
      <div className="row columns-buttons">
        <Button disabled={keep.isPending} onClick={() => keep.mutate([])}>
          {words.list.columns.usual}
        </Button>
        <Button look="primary" disabled={keep.isPending} onClick={() => keep.mutate(columns)}>
          {words.list.columns.keep}
        </Button>
      </div>
    </div>
  );
}

function useKeep(register: RegisterView, onKept: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (columns: readonly string[]) => writes.chooseColumns(register.name, columns),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.listColumns.queryKey });
      onKept();
    },
  });
}

interface Choosing extends ColumnsProps {
  readonly onChange: (columns: readonly string[]) => void;
}

function Chosen({ register, columns, onChange }: Choosing) {
  const { words, say } = useWords();
  const said = words.list.columns;
  return (
    <ol className="columns-chosen" aria-label={said.chosen}>
      {columns.map((name, at) => {
        const text = say(fieldNamed(register, name).words);
        return (
          <li key={name}>
            <span>{text}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={said.up(text)}
              disabled={at === 0}
              onClick={() => onChange(moved(columns, name, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={said.down(text)}
              disabled={at === columns.length - 1}
              onClick={() => onChange(moved(columns, name, 1))}
            >
              ↓
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={said.remove(text)}
              disabled={name === register.title}
              onClick={() => onChange(columns.filter((column) => column !== name))}
            >
              <CloseIcon />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function AddColumn({ register, columns, onChange }: Choosing) {
  const { words, say } = useWords();
  const id = useId();
  const isFull = columns.length >= limits.listColumns;
  return (
    <div className="filter">
      <label htmlFor={id}>{words.list.columns.add}</label>
      <SearchSelect
        id={id}
        always
        disabled={isFull}
        placeholder={isFull ? words.list.columns.full(limits.listColumns) : words.choose}
        nothingFound={words.nothingFound}
        value={undefined}
        onChange={(name) => name !== undefined && onChange([...columns, name])}
        options={columnsToChoose(register)
          .filter(({ name }) => !columns.includes(name))
          .map(({ name, words: label }) => ({ value: name, label: say(label) }))}
      />
    </div>
  );
}

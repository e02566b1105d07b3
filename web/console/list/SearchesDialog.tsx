import "./searches-dialog.css";
import { type UseMutationResult, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import type { RegisterView, SavedSearch } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { CloseIcon, StarIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";
import { keptFilters } from "./address.ts";

interface SearchesProps {
  readonly register: RegisterView;
  readonly search: Record<string, string>;
}

/** The lists that the person keeps under a name: to open one, to be told of what comes into it, and to keep the present one. */
export function SearchesDialog({ register, search }: SearchesProps) {
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
        <StarIcon />
        {words.list.searches.title}
      </button>
      <Dialog own={own} title={words.list.searches.title} className="columns">
        <Searches register={register} search={search} />
      </Dialog>
    </>
  );
}

function Searches({ register, search }: SearchesProps) {
  const { words } = useWords();
  const { data } = useSuspenseQuery(queries.searches);
  const own = data.filter((kept) => kept.register === register.name);
  const filters = keptFilters(register, search);
  return (
    <div className="columns-body searches-body">
      {own.length === 0 ? (
        <p className="soft">{words.list.searches.none}</p>
      ) : (
        <ul className="searches-rows">
          {own.map((kept) => (
            <SearchRow key={kept.id} kept={kept} />
          ))}
        </ul>
      )}
      {Object.keys(filters).length === 0 ? (
        <p className="soft">{words.list.searches.nothingToKeep}</p>
      ) : (
        <KeepForm register={register} filters={filters} />
      )}
    </div>
  );
}

/** A write after which the kept searches are asked for again. */
function useWrite<T>(write: (given: T) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.searches.queryKey }),
  });
}

function SearchRow({ kept }: { readonly kept: SavedSearch }) {
  const { words } = useWords();
  const said = words.list.searches;
  const change = useWrite(writes.changeSearch);
  const remove = useWrite(writes.removeSearch);
  // As the person wants it, at once; as it was, where that could not be kept.
  const [tells, setTells] = useState(kept.notifies);
  const tell = (notifies: boolean) => {
    setTells(notifies);
    change.mutate({ ...kept, notifies }, { onError: () => setTells(!notifies) });
  };
  return (
    <li>
      <div className="row searches-row">
        <Link to="/registers/$register" params={{ register: kept.register }} search={kept.filters}>
          {kept.name}
        </Link>
        <label className="searches-tell">
          <input type="checkbox" checked={tells} onChange={({ target }) => tell(target.checked)} />
          {said.tell}
        </label>
        <button
          type="button"
          className="icon-button"
          aria-label={said.remove(kept.name)}
          disabled={remove.isPending}
          onClick={() => remove.mutate(kept.id)}
        >
          <CloseIcon />
        </button>
      </div>
      <Failure of={change} />
      <Failure of={remove} />
    </li>
  );
}

function Failure({ of }: { readonly of: Pick<UseMutationResult, "error"> }) {
  const { words } = useWords();
  if (of.error === null) return null;
  const { title } = problemOf(of.error);
  return (
    <p role="alert" className="columns-problem">
      {title === "" ? words.problem.failed : title}
    </p>
  );
}

interface KeepProps {
  readonly register: RegisterView;
  readonly filters: Readonly<Record<string, string>>;
}

function KeepForm({ register, filters }: KeepProps) {
  const { words } = useWords();
  const said = words.list.searches;
  const [name, setName] = useState("");
  const [notifies, setNotifies] = useState(true);
  const keep = useWrite(writes.keepSearch);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(
      { register: register.name, name: name.trim(), filters, notifies },
      { onSuccess: () => setName("") },
    );
  };
  return (
    <form className="searches-form" onSubmit={submit}>
      <div className="filter">
        <label htmlFor={id}>{said.name}</label>
        <TextInput
          id={id}
          value={name}
          maxLength={limits.searchNameLengthCharacters}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <label className="searches-tell">
        <input type="checkbox" checked={notifies} onChange={({ target }) => setNotifies(target.checked)} />
        {said.tellOfThis}
      </label>
      <Failure of={keep} />
      <div className="row columns-buttons">
        <Button look="primary" type="submit" disabled={name.trim() === "" || keep.isPending}>
          {said.keep}
        </Button>
      </div>
    </form>
  );
}

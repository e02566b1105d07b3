import "../list/searches-dialog.css";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import * as queries from "../../api/queries.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { CloseIcon, StarIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { useDialog } from "../use-dialog.ts";
import { type AnalysisSearch, searchOfAnalysis } from "./analysis-view.ts";

/** Under this name the server keeps views of the analysis among somebody's searches. */
const analysis = "analysis";

/** The tables that the person keeps under a name: to open one, to take one away, and to keep the present one. */
export function KeptViews({ search }: { readonly search: AnalysisSearch }) {
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
        {words.analysis.kept}
      </button>
      <Dialog own={own} title={words.analysis.kept} className="columns">
        <Views search={search} onLeave={() => own.setOpen(false)} />
      </Dialog>
    </>
  );
}

interface ViewsProps {
  readonly search: AnalysisSearch;
  readonly onLeave: () => void;
}

function Views({ search, onLeave }: ViewsProps) {
  const { words } = useWords();
  const { data } = useSuspenseQuery(queries.searches);
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: writes.removeSearch,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.searches.queryKey }),
  });
  const kept = data.filter(({ register }) => register === analysis);
  return (
    <div className="columns-body searches-body">
      {kept.length === 0 ? (
        <p className="soft">{words.analysis.noneKept}</p>
      ) : (
        <ul className="searches-rows">
          {kept.map(({ id, name, filters }) => (
            <li key={id} className="row searches-row">
              <Link to="/analysis" search={searchOfAnalysis(filters)} onClick={onLeave}>
                {name}
              </Link>
              <button
                type="button"
                className="icon-button"
                aria-label={words.list.searches.remove(name)}
                disabled={remove.isPending}
                onClick={() => remove.mutate(id)}
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <FormProblem error={remove.error} />
      <KeepForm search={search} />
    </div>
  );
}

function KeepForm({ search }: { readonly search: AnalysisSearch }) {
  const { words } = useWords();
  const [name, setName] = useState("");
  const queryClient = useQueryClient();
  const keep = useMutation({
    mutationFn: writes.keepSearch,
    onSuccess: () => {
      setName("");
      return queryClient.invalidateQueries({ queryKey: queries.searches.queryKey });
    },
  });
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filters = Object.fromEntries(
      Object.entries(search).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    );
    keep.mutate({ register: analysis, name: name.trim(), filters, notifies: false });
  };
  return (
    <form className="searches-form" onSubmit={submit}>
      <div className="filter">
        <label htmlFor={id}>{words.analysis.keepAs}</label>
        <TextInput
          id={id}
          value={name}
          maxLength={limits.searchNameLengthCharacters}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <FormProblem error={keep.error} />
      <div className="row columns-buttons">
        <Button look="primary" type="submit" disabled={name.trim() === "" || keep.isPending}>
          {words.list.searches.keep}
        </Button>
      </div>
    </form>
  );
}

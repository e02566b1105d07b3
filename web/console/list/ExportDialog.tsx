import "./columns-dialog.css";
import "./export-dialog.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import { download } from "../../api/client.ts";
import { type ExportFormat, listFilePath, listTotal, ownExports, startExport } from "../../api/exports.ts";
import { problemOf } from "../../api/problem.ts";
import type { RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { DownloadIcon } from "../../ui/icons.tsx";
import { saveBlob } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";
import { keptFilters } from "./address.ts";

interface ExportProps {
  readonly register: RegisterView;
  readonly columns: readonly string[];
  readonly search: Record<string, string>;
}

/** Makes a file of the list as it is narrowed and ordered now, all of its pages. */
export function ExportDialog(props: ExportProps) {
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
        <DownloadIcon />
        {words.exports.open}
      </button>
      <Dialog own={own} title={words.exports.title} className="columns">
        <ExportForm {...props} />
      </Dialog>
    </>
  );
}

interface Chosen {
  readonly format: ExportFormat;
  readonly columns: "shown" | "all";
  readonly form: "plain" | "official";
}

function ExportForm({ register, columns, search }: ExportProps) {
  const { words } = useWords();
  const [chosen, setChosen] = useState<Chosen>({ format: "xlsx", columns: "shown", form: "plain" });
  const filters = keptFilters(register, search);
  const { data: total, error } = useQuery(listTotal(register.name, filters));
  const isOfficial = chosen.form === "official" && chosen.format === "xlsx";
  const query = {
    ...filters,
    ...(chosen.columns === "shown" ? { fields: columns.join(",") } : {}),
    ...(isOfficial ? { form: "official" } : {}),
  };
  return (
    <div className="columns-body export-body">
      <p role="status" className="export-count">
        {error === null ? <Count total={total} /> : <Problem error={error} />}
      </p>
      <Choice
        label={words.exports.format}
        options={words.exports.formats}
        value={chosen.format}
        onChange={(format) => setChosen({ ...chosen, format })}
      />
      <Choice
        label={words.exports.columns}
        options={words.exports.columnChoices}
        value={chosen.columns}
        onChange={(of) => setChosen({ ...chosen, columns: of })}
      />
      {chosen.format === "xlsx" && (
        <Choice
          label={words.exports.form}
          options={words.exports.forms}
          value={chosen.form}
          onChange={(form) => setChosen({ ...chosen, form })}
        />
      )}
      <Start register={register} format={chosen.format} query={query} total={total} />
    </div>
  );
}

function Count({ total }: { readonly total: number | undefined }) {
  const { words } = useWords();
  if (total === undefined) return words.exports.counting;
  return total === 0 ? words.exports.nothing : words.exports.rows(total);
}

function Problem({ error }: { readonly error: unknown }) {
  const { words } = useWords();
  const { title, status } = problemOf(error);
  if (status === 0) return words.exports.offline;
  return title === "" ? words.exports.failed : title;
}

interface ChoiceProps<O extends string> {
  readonly label: string;
  readonly options: Readonly<Record<O, string>>;
  readonly value: O;
  readonly onChange: (value: O) => void;
}

function Choice<O extends string>({ label, options, value, onChange }: ChoiceProps<O>) {
  const name = useId();
  const known = (option: string): option is O => Object.hasOwn(options, option);
  return (
    <fieldset className="export-choice">
      <legend>{label}</legend>
      {Object.keys(options)
        .filter(known)
        .map((option) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            {options[option]}
          </label>
        ))}
    </fieldset>
  );
}

interface StartProps {
  readonly register: RegisterView;
  readonly format: ExportFormat;
  readonly query: Record<string, string>;
  readonly total: number | undefined;
}

/** A list of a few thousand rows is waited for; a longer one is made beside one's work. */
function Start({ register, format, query, total = 0 }: StartProps) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const isLarge = total > limits.exportDirectRows;
  const saving = useMutation({
    mutationFn: () => download(listFilePath(register.name, format, query)),
    onSuccess: ({ name, bytes }) => saveBlob(name, bytes),
  });
  const starting = useMutation({
    mutationFn: () => startExport(register.name, format, query),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ownExports.queryKey }),
  });
  const running = saving.isPending || starting.isPending;
  const error = saving.error ?? starting.error;
  return (
    <>
      <p className="soft">
        {isLarge ? words.exports.large(limits.exportDirectRows) : words.exports.narrowed}
      </p>
      <p role="status">
        {saving.isPending && words.exports.working}
        {saving.data !== undefined && words.exports.saved(saving.data.name)}
        {starting.isSuccess && words.exports.started}
      </p>
      {error !== null && (
        <p role="alert" className="columns-problem">
          <Problem error={error} />
        </p>
      )}
      <div className="row columns-buttons export-buttons">
        <Link to="/exports">{starting.isSuccess ? words.exports.see : words.exports.own}</Link>
        <Button
          look="primary"
          loading={running}
          disabled={total === 0}
          onClick={() => (isLarge ? starting : saving).mutate()}
        >
          {isLarge ? words.exports.startLarge : words.exports.start}
        </Button>
      </div>
    </>
  );
}

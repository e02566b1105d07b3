import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { textFormats } from "../../../core/pack/criteria-file.ts";
import type { ImportAnswer, StandardView } from "../../api/criteria-types.ts";
import { problemOf } from "../../api/problem.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { ImportHelp } from "./ImportHelp.tsx";
import { Imports } from "./Imports.tsx";
import { libraryKeys } from "./library-keys.ts";

/** Takes a file of official texts: tried as soon as it is chosen, imported when the person says so. */
export function ImportTexts({ standards }: { readonly standards: readonly StandardView[] }) {
  const { words } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const importing = useMutation({
    mutationFn: writes.importTexts,
    onSuccess: ({ imported }) => {
      if (imported === null) return;
      for (const shown of libraryKeys) void queryClient.invalidateQueries({ queryKey: [shown] });
    },
  });
  const format = file && formatOf(file.name);
  const send = (chosen: File, dryRun: boolean) => {
    const known = formatOf(chosen.name);
    if (known !== undefined) importing.mutate({ file: chosen, format: known, dryRun });
  };
  return (
    <section className="paper library-section stack" aria-label={words.library.import}>
      <h2>{words.library.import}</h2>
      <p className="soft">{words.library.importWhy}</p>
      <ImportHelp standards={standards} />
      <div className="row">
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          accept=".csv,.json"
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = "";
            importing.reset();
            setFile(chosen);
            if (chosen) send(chosen, true);
          }}
        />
        <Button onClick={() => picker.current?.click()}>{words.library.chooseFile}</Button>
        <span>{file?.name}</span>
      </div>
      <div role="status" className="stack">
        {file !== undefined && format === undefined && (
          <p className="field-problem">{words.library.wrongType}</p>
        )}
        {importing.isPending && <p>{words.library.reading}</p>}
        {importing.error && (
          <p className="field-problem">{problemOf(importing.error).title || words.problem.offline}</p>
        )}
        {importing.data && file && <Outcome answer={importing.data} onImport={() => send(file, false)} />}
      </div>
      <Imports />
    </section>
  );
}

const formatOf = (name: string) => textFormats.find((format) => name.toLowerCase().endsWith(`.${format}`));

function Outcome({ answer, onImport }: { readonly answer: ImportAnswer; readonly onImport: () => void }) {
  const { words } = useWords();
  const { rows, blank, encoding, problems, warnings, lists, texts, imported } = answer;
  if (imported !== null) return <p>{words.library.imported(imported.texts, imported.items)}</p>;
  if (problems.length > 0)
    return (
      <>
        <p className="field-problem">{words.library.problems(problems.length)}</p>
        <Located rows={problems} />
      </>
    );
  const fresh = texts.filter(({ change }) => change !== "unchanged").length;
  return (
    <>
      <p>{words.library.read(rows, encoding)}</p>
      {blank > 0 && <p className="soft">{words.library.blank(blank)}</p>}
      {lists.map(({ code, name, from }) => (
        <p key={code}>{words.library.listBrought(name, code, from)}</p>
      ))}
      {warnings.length > 0 && (
        <>
          <p>
            <Mark tone="yellow">{words.library.warnings(warnings.length)}</Mark>
          </p>
          <Located rows={warnings} />
        </>
      )}
      <Texts texts={texts} />
      {fresh === 0 ? (
        <p>{words.library.nothingNew}</p>
      ) : (
        <div className="row">
          <Button look="primary" onClick={onImport}>
            {words.library.confirm(fresh)}
          </Button>
        </div>
      )}
    </>
  );
}

function Texts({ texts }: Pick<ImportAnswer, "texts">) {
  const { words } = useWords();
  return (
    <ul className="stack">
      {texts.map(({ standard, item, article, text, change }) => (
        <li key={`${standard}/${item}`}>
          <span className="code">
            {standard}/{item}
          </span>{" "}
          {article !== item && article} <span className="soft">{words.library.changes[change]}</span>
          <p className="cell-short">{text}</p>
        </li>
      ))}
    </ul>
  );
}

function Located({ rows }: { readonly rows: ImportAnswer["problems"] }) {
  const { words, say } = useWords();
  return (
    <ul>
      {rows.map(({ row, column, code, words: what }) => (
        <li key={`${row} ${column} ${code}`}>
          {words.library.row} {row}
          {column !== null && (
            <>
              {words.comma}
              {words.library.column} <span className="code">{column}</span>
            </>
          )}
          {words.colon}
          {say(what)}
        </li>
      ))}
    </ul>
  );
}

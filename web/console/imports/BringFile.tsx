import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useRef, useState } from "react";
import { bringFile, oneImport, ownImports } from "../../api/imports.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

const taken = ".xlsx,.xls,.csv";

interface Props {
  readonly register: string;
  readonly label: string;
  /** Whether this is what there is to do next, and not one way among others. */
  readonly isNext?: boolean;
}

/** Has a file read, and goes on to its columns. One at a time. */
function useBringing(register: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const bringing = useMutation({
    mutationFn: (file: File) => bringFile(register, file),
    onSuccess: async (one) => {
      queryClient.setQueryData(oneImport(one.id).queryKey, one);
      void queryClient.invalidateQueries({ queryKey: ownImports(register).queryKey });
      await navigate({ to: "/imports/$import", params: { import: one.id } });
    },
  });
  const bring = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined && !bringing.isPending) bringing.mutate(file);
  };
  return { bringing, bring };
}

/** Takes a file by a button or dropped. */
export function BringFile({ register, label, isNext = true }: Props) {
  const { words } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { bringing, bring } = useBringing(register);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    bring(event.dataTransfer.files);
  };
  return (
    <section
      className="imports-drop"
      aria-label={label}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        accept={taken}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          bring(target.files);
          target.value = "";
        }}
      />
      <Button
        look={isNext ? "primary" : "plain"}
        loading={bringing.isPending}
        onClick={() => picker.current?.click()}
      >
        {label}
      </Button>
      <span className="soft">{words.imports.drop}</span>
      <div role="status">
        {bringing.isPending && words.imports.sending(bringing.variables.name)}
        {bringing.error !== null && (
          <p className="field-problem">{problemOf(bringing.error).title || words.imports.offline}</p>
        )}
      </div>
    </section>
  );
}

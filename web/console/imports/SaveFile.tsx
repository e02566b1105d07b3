import { useMutation } from "@tanstack/react-query";
import { download } from "../../api/client.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { saveBlob } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";

/** Saves a file of the server. It is fetched by the page, so that what stands in its way, as an ended session, is said here. */
export function SaveFile({ path, label }: { readonly path: string; readonly label: string }) {
  const { words } = useWords();
  const saving = useMutation({
    mutationFn: () => download(path),
    onSuccess: ({ name, bytes }) => saveBlob(name, bytes),
  });
  return (
    <span className="imports-save">
      <Button loading={saving.isPending} onClick={() => saving.mutate()}>
        {label}
      </Button>
      <span role="status">
        {saving.isPending && words.imports.saving}
        {saving.isSuccess && words.imports.saved(saving.data.name)}
        {saving.error !== null && (
          <span className="field-problem">{problemOf(saving.error).title || words.imports.offline}</span>
        )}
      </span>
    </span>
  );
}

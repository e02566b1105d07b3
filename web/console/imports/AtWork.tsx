import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ImportView, oneImport, stopImport } from "../../api/imports.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

/** A file that is being tried or brought in: how far it is, and the way to stop it. Leaving the page does not. */
export function AtWork({ one }: { readonly one: ImportView }) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const stopping = useMutation({
    mutationFn: () => stopImport(one.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: oneImport(one.id).queryKey }),
  });
  const { row, rows } = one.progress;
  const said = words.imports.progress(row, rows);
  return (
    <section
      className="paper imports-section stack imports-progress"
      aria-label={words.imports.states[one.state]}
    >
      <progress aria-label={said} value={row} max={Math.max(rows, 1)} />
      <p role="status">{said}</p>
      <div className="row">
        <Button loading={stopping.isPending} onClick={() => stopping.mutate()}>
          {words.imports.stop}
        </Button>
      </div>
    </section>
  );
}

import { useMutation } from "@tanstack/react-query";
import { problemOf } from "../../api/problem.ts";
import type { EntryView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";

/** Hands out the file that proves the entry's history to a third party, who needs neither this system nor a network to check it. */
export function ProofExport({ entry }: { readonly entry: EntryView }) {
  const { words } = useWords();
  const { demonstration } = useSession();
  const proving = useMutation({
    mutationFn: () => writes.proveEntry(entry.register, entry.id),
    onSuccess: (answer) => {
      if (answer.status !== "proven") return;
      const text = JSON.stringify(answer.proof, null, 2);
      saveFile(words.proof.fileName(entry.number, demonstration), "application/json", text);
    },
  });
  return (
    <section className="ledger-proof" aria-label={words.proof.title}>
      <p className="soft">{words.proof.explained}</p>
      <Button loading={proving.isPending} onClick={() => proving.mutate()}>
        {words.proof.export}
      </Button>
      <p role="status">{outcomeOf(proving, words)}</p>
    </section>
  );
}

type Proving = ReturnType<typeof useMutation<writes.ProofAnswer, Error, void>>;

function outcomeOf(
  { data, error }: Pick<Proving, "data" | "error">,
  words: ReturnType<typeof useWords>["words"],
) {
  if (error) return problemOf(error).title;
  if (data?.status === "pending") return words.proof.pending(data.waiting);
  return data && words.proof.exported;
}

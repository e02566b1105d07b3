import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { problemOf } from "../../api/problem.ts";
import type { EntryView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";

/** Hands out the file that proves the entry's history to a third party, who needs neither this system nor a network to check it. */
export function ProofExport({ entry }: { readonly entry: EntryView }) {
  const { words } = useWords();
  const { demonstration } = useSession();
  const proving = useMutation({
    mutationFn: () => writes.proveEntry(entry.register, entry.id),
    onSuccess: (answer) => {
      if (answer.status === "proven")
        download(words.proof.fileName(entry.number, demonstration), answer.proof);
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

function download(name: string, content: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

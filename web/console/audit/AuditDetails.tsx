import { useQuery } from "@tanstack/react-query";
import { type AuditLineView, type AuditProof, auditLine } from "../../api/audit.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { useDialog } from "../use-dialog.ts";
import { formatSecond } from "./format.ts";

interface One {
  readonly line: AuditLineView;
}

/** All that a line tells, and what its check finds at the moment when it is opened. */
export function AuditDetails({ line }: One) {
  const { words, say } = useWords();
  const own = useDialog();
  return (
    <>
      <button
        type="button"
        className="columns-button audit-see"
        aria-haspopup="dialog"
        aria-label={words.audit.detailsOf(say(line.says), formatSecond(line.at))}
        onClick={() => own.setOpen(true)}
      >
        {words.audit.see}
      </button>
      <Dialog own={own} title={say(line.eventWords)} className="audit-dialog">
        <Details line={line} />
      </Dialog>
    </>
  );
}

function Details({ line }: One) {
  const { words, say } = useWords();
  const { data, error } = useQuery(auditLine(line.entry, line.version));
  const said = words.audit;
  const { person } = line;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [said.at, formatSecond(line.at)],
    [said.account, person === null ? undefined : `${person.name}（${person.username}）`],
    [said.role, say(line.roleWords)],
    [said.organisation, line.organisation === null ? undefined : say(line.organisation)],
    [said.address, line.address ?? undefined],
    [said.device, line.device === null ? undefined : say(line.device)],
    ...line.facts.map(({ words: name, value }) => [say(name), say(value)] as const),
    [said.chain, line.entry],
    [said.place, String(line.version)],
    [said.hash, line.hash],
  ];
  return (
    <div className="audit-details">
      <p>{say(line.says)}</p>
      <FormProblem error={error} />
      {data === undefined ? (
        error === null && <p role="status">{said.checking}</p>
      ) : (
        <ProofAlert proof={data.proof} />
      )}
      <dl className="audit-facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={`${name}/${value}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

function ProofAlert({ proof }: { readonly proof: AuditProof }) {
  const { words, say } = useWords();
  const said = words.audit;
  if (proof.status === "broken")
    return <Alert tone="error" role="alert" title={said.broken(say(proof.faultWords))} />;
  if (proof.status === "pending")
    return <Alert tone="info" role="status" title={said.pending(proof.lines)} />;
  const { position, checkpoint, lines } = proof;
  return (
    <Alert tone="success" role="status" title={said.verified(lines)}>
      {said.sealed(position, checkpoint.size, formatSecond(checkpoint.at))}
    </Alert>
  );
}

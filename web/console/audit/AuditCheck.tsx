import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type AuditVerification, auditRetention, verifyAuditLog } from "../../api/audit.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { formatSecond } from "./format.ts";

/** How long the log is kept and what of it went, and the check of all that stands. */
export function AuditCheck() {
  const { words } = useWords();
  const { data: kept } = useSuspenseQuery(auditRetention);
  const queryClient = useQueryClient();
  const said = words.audit;
  const checking = useMutation({
    mutationFn: verifyAuditLog,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["audit", "lines"] }),
  });
  return (
    <section className="paper audit-check" aria-label={said.check}>
      <div className="audit-check-line">
        <p>
          {said.kept(kept.keepDays)}
          {kept.toBeConfirmed && <span className="soft">{said.toBeConfirmed}</span>}
          {kept.months[0] !== undefined && said.stands(kept.months[0])}
        </p>
        <Button loading={checking.isPending} onClick={() => checking.mutate()}>
          {said.verify}
        </Button>
      </div>
      <details>
        <summary>{said.basis}</summary>
        <p>{kept.source}</p>
      </details>
      {kept.drops.length > 0 && (
        <details>
          <summary>{said.drops(kept.drops.length)}</summary>
          <ul>
            {kept.drops.map(({ at, before, lines }) => (
              <li key={at}>{said.dropped(formatSecond(at), before, lines)}</li>
            ))}
          </ul>
        </details>
      )}
      <FormProblem error={checking.error} />
      {checking.data !== undefined && <Found found={checking.data} />}
    </section>
  );
}

function Found({ found: { at, lines, faults } }: { readonly found: AuditVerification }) {
  const { words, say } = useWords();
  const said = words.audit;
  if (faults.length === 0)
    return <Alert tone="success" role="status" title={said.whole(lines, formatSecond(at))} />;
  return (
    <Alert tone="error" role="alert" title={said.faulty(lines, faults.length, formatSecond(at))}>
      <ul>
        {faults.map(({ entry, version, fault, faultWords }) => (
          <li key={`${entry}/${version}/${fault}`}>
            {say(faultWords)} <span className="code">{`${entry} / ${version}`}</span>
          </li>
        ))}
      </ul>
      <p>{said.whatNow}</p>
    </Alert>
  );
}

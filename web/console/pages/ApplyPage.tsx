import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type ApplicationProof, apply } from "../../api/applications.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";
import { ApplicationForm } from "../applications/ApplicationForm.tsx";
import { PublicPage } from "../applications/PublicPage.tsx";

/** An enterprise asks to be let in. What it comes back with is shown this once. */
export default function ApplyPage() {
  const { words } = useWords();
  const said = words.applications;
  const [proof, setProof] = useState<ApplicationProof>();
  return (
    <PublicPage title={proof === undefined ? said.apply : said.sent}>
      {proof === undefined ? (
        <>
          <p className="soft">{said.purpose}</p>
          <p className="soft">{said.notKnown}</p>
          <ApplicationForm submit={said.submit} send={apply} onDone={setProof} />
        </>
      ) : (
        <Sent proof={proof} />
      )}
    </PublicPage>
  );
}

function Sent({ proof }: { readonly proof: ApplicationProof }) {
  const { words } = useWords();
  const said = words.applications;
  return (
    <div className="stack" role="status">
      <Alert tone="warning" title={said.keep} />
      <dl className="application-proof">
        <dt>{said.number}</dt>
        <dd className="code">{proof.number}</dd>
        <dt>{said.secret}</dt>
        <dd className="code">{proof.secret}</dd>
      </dl>
      <p>{said.next}</p>
      <p>
        <Link to="/enterprise-application/status">{said.lookUp}</Link>
      </p>
    </div>
  );
}

import "./sign-in.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import * as queries from "../../api/queries.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Brand } from "../../ui/icons.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ownAddress } from "../own-address.ts";
import { PublicFrame } from "../PublicFrame.tsx";
import { PublicText } from "../PublicText.tsx";
import { SignInForm, useSignIn } from "../SignInForm.tsx";
import { markSessionRenewed, whyEndedBefore } from "../session.ts";
import { SignOnButton, StillAtProvider } from "../sign-in/SignOn.tsx";

const route = getRouteApi("/sign-in");

export default function SignInPage() {
  const { words } = useWords();
  const { to, left } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: health } = useQuery(queries.health);
  const [why] = useState(whyEndedBefore);
  useTitle(words.signIn.title);
  const signIn = useSignIn((session) => {
    markSessionRenewed();
    // What somebody else has read in this tab must not be shown to this person.
    queryClient.removeQueries({ predicate: ({ queryKey: [kind] }) => kind !== "health" });
    queryClient.setQueryData(queries.session.queryKey, session);
    router.history.push(ownAddress(to));
  });
  return (
    <PublicFrame>
      <main className="sign-in-main">
        <section className="sign-in-card paper">
          <h1 className="sign-in-title">
            <Brand size={40} />
            <span>
              {words.product} <small>Zhiben</small>
            </span>
          </h1>
          <PublicText word="purpose">{words.signIn.purpose}</PublicText>
          {why !== undefined && <Alert tone="warning" role="alert" title={why} />}
          {left === "provider" && <StillAtProvider />}
          <SignInForm signIn={signIn} />
          {signIn.step === undefined && <SignOnButton goOn={ownAddress(to)} />}
          <nav className="row" aria-label={words.applications.ways}>
            <Link to="/enterprise-application">{words.applications.apply}</Link>
            <Link to="/enterprise-application/status">{words.applications.lookUp}</Link>
          </nav>
        </section>
        {health?.demonstration === true && (
          <DemoAccounts
            busy={signIn.credentials.isPending}
            onUse={(username) => signIn.credentials.mutate({ username, password: demoPassword })}
          />
        )}
      </main>
    </PublicFrame>
  );
}

const demoPassword = "zhiben-demo";

function DemoAccounts({
  busy,
  onUse,
}: {
  readonly busy: boolean;
  readonly onUse: (username: string) => void;
}) {
  const { words } = useWords();
  return (
    <section className="demo-accounts paper" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.signIn.demoTitle}</h2>
      <p className="soft">
        {words.signIn.demoHelp} <code className="code">{demoPassword}</code>
      </p>
      <ul>
        {Object.entries(words.demoAccounts).map(([username, who]) => (
          <li key={username}>
            <button type="button" className="demo-account" disabled={busy} onClick={() => onUse(username)}>
              <span className="code">{username}</span>
              <span>
                {who}
                <span className="visually-hidden">
                  {words.comma}
                  {words.signIn.submit}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="soft">{words.signIn.demoPath}</p>
    </section>
  );
}

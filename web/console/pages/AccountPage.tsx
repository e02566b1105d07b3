import "../sign-in-form.css";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as queries from "../../api/queries.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { NewPassword } from "../sign-in/NewPassword.tsx";
import { OwnSessions, OwnTries, SignInBefore } from "../sign-in/OwnSignIns.tsx";
import { SecondFactorSection } from "../sign-in/SecondFactorSection.tsx";
import { SignOnSection } from "../sign-in/SignOnSection.tsx";

/** How the person signs in: the own password and second factor, where they are signed in, and who tried to be. */
export default function AccountPage() {
  const { words } = useWords();
  const { demonstration, person } = useSession();
  useTitle(words.account.title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.account.title}</h1>
      </div>
      <p className="soft">{words.account.purpose(person.name)}</p>
      {!demonstration && <SignInBefore />}
      {demonstration ? (
        <p className="paper account-part soft">{words.account.shared}</p>
      ) : (
        <PasswordSection />
      )}
      <SecondFactorSection />
      {!demonstration && <SignOnSection />}
      <OwnSessions shared={demonstration} />
      {!demonstration && <OwnTries />}
    </div>
  );
}

function PasswordSection() {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState(0);
  return (
    <section className="paper account-section" aria-labelledby="account-password">
      <h2 id="account-password">{words.account.password}</h2>
      <p className="soft">{words.account.passwordEnds}</p>
      <p role="status">{changed > 0 && words.account.passwordChanged}</p>
      <NewPassword
        key={changed}
        onDone={async () => {
          setChanged(changed + 1);
          await queryClient.invalidateQueries({ queryKey: queries.session.queryKey });
        }}
      />
    </section>
  );
}

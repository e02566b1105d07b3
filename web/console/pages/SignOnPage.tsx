import "./sign-in.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import * as queries from "../../api/queries.ts";
import * as api from "../../api/sign-on.ts";
import { Brand } from "../../ui/icons.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ownAddress } from "../own-address.ts";
import { PublicFrame } from "../PublicFrame.tsx";
import { SignInForm, useSignIn } from "../SignInForm.tsx";
import { markSessionRenewed } from "../session.ts";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { takeTrip } from "../sign-in/provider-trip.ts";

/**
 * Where the identity provider sends people back to. The page hands on what came with them by a request of its own, which carries the
 * cookies that no visit from elsewhere does; and says what went wrong, with the way back.
 */
export default function SignOnPage() {
  const { words } = useWords();
  const said = words.signOn;
  const [{ trip, back }] = useState(takeTrip);
  const binds = trip === "bind";
  const returning = useReturn(binds, back);
  const { signIn, error } = returning;
  const title =
    error === null ? (binds ? said.binding : said.returning) : binds ? said.notBound : said.failed;
  useTitle(title);
  return (
    <PublicFrame>
      <main className="sign-in-main">
        <section className="sign-in-card paper">
          <h1 className="sign-in-title">
            <Brand size={40} />
            <span>{title}</span>
          </h1>
          {signIn.step !== undefined && <SignInForm signIn={signIn} />}
          <FormProblem error={error} />
          {error !== null && (
            <p>
              {/* Loaded anew: nothing of a way that failed stays on. */}
              <a href={binds ? "/account" : "/sign-in"}>{binds ? said.toAccount : said.again}</a>
            </p>
          )}
        </section>
      </main>
    </PublicFrame>
  );
}

function useReturn(binds: boolean, back: api.CameBack) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const goOn = useRef("/");
  const signIn = useSignIn((session) => {
    markSessionRenewed();
    queryClient.removeQueries({ predicate: ({ queryKey: [kind] }) => kind !== "health" });
    queryClient.setQueryData(queries.session.queryKey, session);
    router.history.replace(ownAddress(goOn.current));
  });
  const { mutate, error } = useMutation({
    mutationFn: async () => {
      if (binds) {
        router.history.replace(ownAddress((await api.comeBackBinding(back)).goOn));
        return;
      }
      const answer = await api.comeBack(back);
      goOn.current = answer.goOn;
      await signIn.goOn(answer.signIn, "");
    },
  });
  // An answer of the provider is good once, however often the page is shown.
  const handedOn = useRef(false);
  useEffect(() => {
    if (handedOn.current) return;
    handedOn.current = true;
    mutate();
  }, [mutate]);
  return { signIn, error };
}

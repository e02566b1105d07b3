import "./dialog.css";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { call } from "../api/client.ts";
import * as queries from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { Alert } from "../ui/controls/Alert.tsx";
import { useWords } from "../words/language.tsx";
import { SignInForm, useSignIn } from "./SignInForm.tsx";
import { hearOtherTabs } from "./same-post.ts";
import { markSessionRenewed, useSession } from "./session.ts";
import { SignOnElsewhere } from "./sign-in/SignOn.tsx";

/** Asks for the password over the page, so that what stands in its forms is not lost. */
export function SignInAgain({ why }: { readonly why: string | undefined }) {
  const { words } = useWords();
  const { post } = useSession();
  const queryClient = useQueryClient();
  const signIn = useSignIn((session: Session) => {
    queryClient.setQueryData(queries.session.queryKey, session);
    markSessionRenewed();
    void queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "session" });
  }, post.id);
  const { goOn } = signIn;
  // Whoever signed in in another tab goes on here as well; a tab that only signed out has nobody's session to ask for.
  useEffect(
    () =>
      hearOtherTabs(
        () =>
          void call<Session>("GET", "session").then(
            (now) => goOn(now, ""),
            () => undefined,
          ),
      ),
    [goOn],
  );
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // There is no way past it: a browser closes a dialog at the second Escape, whatever the page says to it.
  const show = () => dialog.current?.showModal();
  const stay = (event: SyntheticEvent) => event.preventDefault();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog sign-in-again" aria-labelledby={id} onCancel={stay} onClose={show}>
      <div className="dialog-head">
        <h2 id={id}>{words.signIn.again}</h2>
      </div>
      <div className="sign-in-again-body">
        {why !== undefined && <Alert tone="warning" role="alert" title={why} />}
        <p className="soft">{words.signIn.againWhy}</p>
        <SignInForm signIn={signIn} />
        {signIn.step === undefined && <SignOnElsewhere />}
      </div>
    </dialog>
  );
}

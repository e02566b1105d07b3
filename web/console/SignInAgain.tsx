import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import * as queries from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { overlays } from "../ui/overlays.ts";
import { useWords } from "../words/language.tsx";
import { SignInForm, useSignIn } from "./SignInForm.tsx";
import { markSessionRenewed, useSession } from "./session.ts";

/** Asks for the password over the page, so that what stands in its forms is not lost. */
export function SignInAgain() {
  const { words } = useWords();
  const { post } = useSession();
  const queryClient = useQueryClient();
  const signIn = useSignIn((session: Session) => {
    queryClient.setQueryData(queries.session.queryKey, session);
    markSessionRenewed();
    void queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "session" });
  }, post.id);
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={400}
      title={words.signIn.again}
      getContainer={overlays}
    >
      <p className="soft">{words.signIn.againWhy}</p>
      <SignInForm signIn={signIn} />
    </Modal>
  );
}

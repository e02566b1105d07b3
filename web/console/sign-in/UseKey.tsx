import { useMutation } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import type { KeyAnswer } from "../../api/security-key-types.ts";
import { askKey } from "../../api/security-keys.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { KeyProblem } from "./KeyProblem.tsx";
import { answerByKey } from "./key-browser.ts";
import { useKeyWait } from "./use-key-wait.ts";

interface UseKeyProps<T> {
  readonly hint?: string | undefined;
  readonly send: (answer: KeyAnswer) => Promise<T>;
  readonly onDone: (answer: T) => void | Promise<void>;
}

/** Asks for one of the person's security keys. */
export function UseKey<T>({ hint, send, onDone }: UseKeyProps<T>) {
  const { words } = useWords();
  const said = words.securityKeys;
  const id = useId();
  const wait = useKeyWait();
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const using = useMutation({
    mutationFn: async () => {
      const signal = wait();
      return onDone(await send(await answerByKey(await askKey(), signal)));
    },
  });
  return (
    <>
      <p id={`${id}-hint`} className="soft">
        {hint !== undefined && `${hint} `}
        {said.useHint}
      </p>
      <KeyProblem error={using.error} />
      <p role="status">{using.isPending && said.waiting}</p>
      <Button
        id={id}
        look="primary"
        size="large"
        block
        aria-describedby={`${id}-hint`}
        loading={using.isPending}
        onClick={() => using.mutate()}
      >
        {using.error === null ? said.use : said.tryAgain}
      </Button>
    </>
  );
}

import { useState } from "react";
import type { SecondWay } from "../../../core/sign-in/next-step.ts";
import type { Proof } from "../../api/security-key-types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { EnterCode } from "./EnterCode.tsx";
import { UseKey } from "./UseKey.tsx";

interface GiveFactorProps<T> {
  /** What the person has; a recovery code does in any case. */
  readonly ways: readonly SecondWay[];
  readonly hint?: string | undefined;
  /** What the button says that sends a code. */
  readonly submit?: string | undefined;
  readonly send: (proof: Proof) => Promise<T>;
  readonly onDone: (answer: T) => void | Promise<void>;
}

/** Asks for any of the person's second factors: the key first, since it is the least trouble. */
export function GiveFactor<T>({ ways, hint, submit, send, onDone }: GiveFactorProps<T>) {
  const { words } = useWords();
  const said = words.securityKeys;
  const hasKey = ways.includes("key");
  const hasApp = ways.includes("code");
  const [byKey, setByKey] = useState(hasKey);
  const codeHint = hasApp ? hint : [hint, said.recoveryHint].filter(Boolean).join(" ");
  return (
    <div className="sign-in-form">
      {byKey ? (
        <UseKey hint={hint} send={(key) => send({ key })} onDone={onDone} />
      ) : (
        <EnterCode
          {...(codeHint === undefined ? {} : { hint: codeHint })}
          {...(submit === undefined ? {} : { submit })}
          {...(hasApp ? {} : { label: said.recoveryLabel })}
          send={(code) => send({ code })}
          onDone={onDone}
        />
      )}
      {hasKey && (
        <Button look="text" onClick={() => setByKey(!byKey)}>
          {byKey ? (hasApp ? said.insteadCode : said.insteadRecovery) : said.insteadKey}
        </Button>
      )}
    </div>
  );
}

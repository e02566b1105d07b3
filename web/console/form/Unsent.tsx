import { useId, useRef, useState } from "react";
import type { Values } from "../../../core/register/field.ts";
import type { RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { fieldNamed, valueText } from "../words-of.ts";

interface UnsentProps {
  readonly register: RegisterView;
  readonly values: Values;
}

/** What was entered and can no longer be sent, as a text to take along. */
export function Unsent({ register, values }: UnsentProps) {
  const reader = useWords();
  const { words, say } = reader;
  const id = useId();
  const shown = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const lines = Object.entries(values).flatMap(([name, value]) => {
    const field = fieldNamed(register, name);
    const text = valueText(field, value, undefined, reader);
    return text === undefined ? [] : [`${say(field.words)}${words.colon}${text}`];
  });
  if (lines.length === 0) return null;
  const copy = () => {
    shown.current?.select();
    // The clipboard's own interface stands only on secure pages, and an office network may have none.
    setCopied(document.execCommand("copy"));
  };
  return (
    <div className="unsent stack">
      <label htmlFor={id}>{words.form.unsent}</label>
      <textarea ref={shown} id={id} className="native-input" readOnly rows={6} value={lines.join("\n")} />
      <p className="row">
        <Button onClick={copy}>{words.form.copyUnsent}</Button>
        <span role="status">{copied ? words.form.copied : ""}</span>
      </p>
    </div>
  );
}

import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useState } from "react";
import { EyeIcon } from "../icons.tsx";

interface Judged {
  /** What is wrong with it is said beside it. */
  readonly invalid?: boolean | undefined;
}

interface Counted {
  /** How many characters it takes. A text that is too long is never cut without a word: it stands as it is, counted. */
  readonly most?: number;
}

type TextInputProps = InputHTMLAttributes<HTMLInputElement> & Judged & Counted;

/** One line of text. With `type="search"` the browser offers to empty it. */
export function TextInput({ invalid, most, className = "", ...rest }: TextInputProps) {
  const input = (
    <input type="text" {...rest} className={`text-input ${className}`} aria-invalid={invalid || undefined} />
  );
  return most === undefined ? input : <Counting text={String(rest.value ?? "")} most={most} input={input} />;
}

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & Judged & Counted;

/** Lines of text. */
export function TextArea({ invalid, most, className = "", ...rest }: TextAreaProps) {
  const input = (
    <textarea {...rest} className={`text-input ${className}`} aria-invalid={invalid || undefined} />
  );
  return most === undefined ? input : <Counting text={String(rest.value ?? "")} most={most} input={input} />;
}

/** From what share of a text's length on it is told how long it is. */
const toldFrom = 0.8;

interface CountingProps extends Required<Counted> {
  readonly text: string;
  readonly input: ReactNode;
}

function Counting({ text, most, input }: CountingProps) {
  const isNear = text.length > most * toldFrom;
  return (
    <span className="text-counted">
      {input}
      {isNear && <span className="text-count">{`${text.length} / ${most}`}</span>}
    </span>
  );
}

type PasswordInputProps = InputHTMLAttributes<HTMLInputElement> &
  Judged & {
    /** The name of the switch that shows what is typed. */
    readonly revealName: string;
  };

export function PasswordInput({ invalid, revealName, className = "", ...rest }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <span className="password-input">
      <input
        {...rest}
        type={shown ? "text" : "password"}
        className={`text-input ${className}`}
        aria-invalid={invalid || undefined}
      />
      <button
        type="button"
        className="password-reveal"
        aria-label={revealName}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <EyeIcon />
      </button>
    </span>
  );
}

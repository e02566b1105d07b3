import "./personal-number.css";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import { problemOf } from "../../api/problem.ts";
import type { EntryView, FieldView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";

/** A number is not left standing on a screen that nobody looks at. */
const shownForMs = 60_000;

interface PersonalNumberProps {
  readonly entry: EntryView;
  readonly field: FieldView;
  readonly mask: string;
}

/** A personal number by its mask, and the way to see it whole for a minute: a reason is asked, and that it is recorded is said. */
export function PersonalNumber({ entry, field, mask }: PersonalNumberProps) {
  const { words, say } = useWords();
  const [asking, setAsking] = useState(false);
  const showing = useMutation({
    mutationFn: (reason: string) => writes.showNumbers(entry.register, entry.id, [field.name], reason),
    onSuccess: () => setAsking(false),
  });
  const { data, reset } = showing;
  useEffect(() => {
    if (data === undefined) return undefined;
    const timer = setTimeout(reset, shownForMs);
    return () => clearTimeout(timer);
  }, [data, reset]);
  const number = data?.[field.name];
  return (
    <div className="personal-number">
      <span role="status">{number ?? mask}</span>
      {number !== undefined && (
        <Button size="small" onClick={reset}>
          {words.personal.hide}
        </Button>
      )}
      {number === undefined && !asking && (
        <Button
          size="small"
          aria-label={words.personal.showOf(say(field.words))}
          onClick={() => setAsking(true)}
        >
          {words.personal.show}
        </Button>
      )}
      {number !== undefined && <p className="soft">{words.personal.recorded}</p>}
      {asking && (
        <ReasonForm
          pending={showing.isPending}
          problem={showing.error ? problemOf(showing.error).title : undefined}
          onReason={showing.mutate}
          onCancel={() => {
            setAsking(false);
            reset();
          }}
        />
      )}
    </div>
  );
}

interface ReasonFormProps {
  readonly pending: boolean;
  readonly problem: string | undefined;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ pending, problem, onReason, onCancel }: ReasonFormProps) {
  const { words } = useWords();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") onReason(reason.trim());
  };
  return (
    <form className="personal-reason" onSubmit={send}>
      <label htmlFor={id}>{words.personal.reason}</label>
      <TextInput
        id={id}
        autoFocus
        value={reason}
        maxLength={limits.reasonLengthCharacters}
        aria-describedby={`${id}-help`}
        invalid={missing}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}-help`} className="soft">
        {words.personal.willBeRecorded}
      </p>
      <p role="alert">{problem ?? (missing ? words.personal.reasonMissing : "")}</p>
      <div className="personal-buttons">
        <Button look="primary" type="submit" loading={pending}>
          {words.personal.confirm}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

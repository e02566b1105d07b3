import { type FormEvent, type ReactNode, useId, useState } from "react";
import { auditEventNames, auditEvents } from "../../../core/ledger/audit.ts";
import { limits } from "../../../core/limits.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { folded } from "./address.ts";

interface AuditFilterProps {
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>) => void;
}

type Change = (name: string, value: string | undefined) => void;

/** What the audit log is narrowed by, once the person says so. */
export function AuditFilter({ search, onAsk }: AuditFilterProps) {
  const { words } = useWords();
  const [asked, setAsked] = useState(search);
  const [answered, setAnswered] = useState(search);
  const [expanded, setExpanded] = useState(() => folded.some((name) => search[name] !== undefined));
  // The address may change under the bar, by the way back: the bar then says what the address says.
  if (answered !== search) {
    setAnswered(search);
    setAsked(search);
  }
  const change: Change = (name, value) =>
    setAsked(({ [name]: _before, ...others }) =>
      value === undefined || value === "" ? others : { ...others, [name]: value },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(asked);
  };
  return (
    <form
      className={`paper filters ${expanded ? "expanded" : ""}`}
      aria-label={words.list.filters}
      onSubmit={submit}
    >
      <TextFilter name="account" asked={asked} onChange={change} most={limits.usernameLengthCharacters} />
      <EventFilter value={asked.event} onChange={(event) => change("event", event)} />
      <DaysFilter asked={asked} onChange={change} />
      {expanded &&
        folded.map((name) => (
          <TextFilter
            key={name}
            name={name}
            asked={asked}
            onChange={change}
            most={limits.searchLengthCharacters}
          />
        ))}
      <div className="filter-buttons">
        <button
          type="button"
          className="button-link"
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? words.list.collapse : words.list.expand}
        </button>
        <Button onClick={() => onAsk({})}>{words.list.reset}</Button>
        <Button look="primary" type="submit">
          {words.list.apply}
        </Button>
      </div>
    </form>
  );
}

interface FilterProps {
  readonly label: string;
  readonly id: string;
  readonly children: ReactNode;
}

function Filter({ label, id, children }: FilterProps) {
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

interface Asking {
  readonly asked: Record<string, string>;
  readonly onChange: Change;
}

function TextFilter({
  name,
  asked,
  onChange,
  most,
}: Asking & { readonly name: string; readonly most: number }) {
  const { words } = useWords();
  const id = useId();
  return (
    <Filter label={words.audit.filters[name] ?? name} id={id}>
      <TextInput
        id={id}
        type="search"
        maxLength={most}
        placeholder={words.audit.hints[name]}
        autoComplete="off"
        spellCheck={false}
        value={asked[name] ?? ""}
        onChange={({ target }) => onChange(name, target.value)}
      />
    </Filter>
  );
}

function EventFilter({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { words, say } = useWords();
  const id = useId();
  return (
    <Filter label={words.audit.event} id={id}>
      <SelectBox
        id={id}
        placeholder={words.choose}
        value={value}
        onChange={onChange}
        options={auditEventNames.map((name) => ({ value: name, label: say(auditEvents[name].words) }))}
      />
    </Filter>
  );
}

function DaysFilter({ asked, onChange }: Asking) {
  const { words } = useWords();
  const id = useId();
  const { days } = words.audit;
  return (
    <Filter label={days} id={id}>
      <div className="span">
        <DayPicker
          id={id}
          name={`${days} ${words.list.from}`}
          value={asked.from}
          to={asked.to}
          onChange={(day) => onChange("from", day)}
        />
        <span className="soft">{words.list.range}</span>
        <DayPicker
          id={`${id}-to`}
          name={`${days} ${words.list.to}`}
          value={asked.to}
          from={asked.from}
          onChange={(day) => onChange("to", day)}
        />
      </div>
    </Filter>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { creditCodeFits } from "../../../core/registers/credit-code.ts";
import { type ApplicationInput, type ApplicationOffers, applicationOffers } from "../../api/applications.ts";
import { problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { TextArea, TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { type DescribedInput, FieldRow } from "../form/FieldRow.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";

interface ApplicationFormProps<T> {
  /** What was sent before, where it is mended; a telephone stands there by its mask and is sent only where it changed. */
  readonly before?: Readonly<Record<string, string | null>>;
  readonly submit: string;
  readonly send: (input: ApplicationInput) => Promise<T>;
  readonly onDone: (answer: T) => void;
}

/** What an enterprise says of itself and of whoever applies, in the words of the register. */
export function ApplicationForm<T>({ before = {}, submit, send, onDone }: ApplicationFormProps<T>) {
  const { words } = useWords();
  const said = words.applications;
  const id = useId();
  const { data: offers, error: unread } = useQuery(applicationOffers);
  const [input, setInput] = useState<ApplicationInput>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const textOf = (name: string) => input[name] ?? before[name] ?? "";
  const sending = useMutation({
    mutationFn: async () => onDone(await send(changed(input, before))),
  });
  const give = (event: FormEvent) => {
    event.preventDefault();
    const empty = (offers?.fields ?? []).flatMap(({ name }) => (textOf(name).trim() === "" ? [name] : []));
    setMissing(empty);
    if (empty.length === 0) sending.mutate();
    else document.getElementById(`${id}-${empty[0]}`)?.focus();
  };
  const located = problemOf(sending.error).problems ?? [];
  const problemOfField = (name: string) => {
    if (missing.includes(name)) return said.missing;
    const found = located.find(({ field }) => field === name);
    return found && (name === "creditCode" && found.code === "bad-pattern" ? said.badCode : found.detail);
  };
  const code = textOf("creditCode");
  const isDoubtful = /^[0-9A-Z]{18}$/.test(code) && !creditCodeFits(code);
  return (
    <form className="stack" onSubmit={give} noValidate>
      <FormProblem error={unread ?? sending.error} />
      {offers?.fields.map((field) => (
        <Asked
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          offers={offers}
          value={textOf(field.name)}
          problem={problemOfField(field.name)}
          hint={field.name === "creditCode" && isDoubtful ? said.doubtfulCode : undefined}
          onChange={(value) => setInput({ ...input, [field.name]: value })}
        />
      ))}
      <Button look="primary" size="large" block type="submit" loading={sending.isPending}>
        {submit}
      </Button>
    </form>
  );
}

/** Only what differs from what was sent before: a mask that comes back says nothing of a number. */
function changed(input: ApplicationInput, before: Readonly<Record<string, string | null>>): ApplicationInput {
  return Object.fromEntries(
    Object.entries(input)
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([name, value]) => value !== (before[name] ?? "")),
  );
}

interface AskedProps {
  readonly id: string;
  readonly field: ApplicationOffers["fields"][number];
  readonly offers: ApplicationOffers;
  readonly value: string;
  readonly problem: string | undefined;
  /** What looks wrong and may be right. */
  readonly hint: string | undefined;
  readonly onChange: (value: string) => void;
}

function Asked({ id, field, offers, value, problem, hint, onChange }: AskedProps) {
  const { say } = useWords();
  const why = [hint, field.why && say(field.why)].filter((text) => text !== undefined).join(" ");
  return (
    <FieldRow
      id={id}
      label={say(field.words)}
      why={why === "" ? undefined : why}
      asked={undefined}
      problem={problem}
    >
      {(described) => (
        <Control described={described} field={field} offers={offers} value={value} onChange={onChange} />
      )}
    </FieldRow>
  );
}

type ControlProps = Pick<AskedProps, "field" | "offers" | "value" | "onChange"> & {
  readonly described: DescribedInput;
};

function Control({ described, field, offers, value, onChange }: ControlProps) {
  const { words, say } = useWords();
  const { id, describedBy, invalid } = described;
  if (field.kind === "region" || field.kind === "sector") {
    const options =
      field.kind === "sector"
        ? offers.sectors.map(({ code, name }) => ({ value: code, label: say(name) }))
        : placesOf(offers, say);
    return (
      <SelectBox
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        placeholder={words.choose}
        options={options}
        value={value === "" ? undefined : value}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  }
  const shared = {
    id,
    "aria-describedby": describedBy,
    invalid,
    value,
    ...(field.maxLength === undefined ? {} : { most: field.maxLength }),
  };
  if (field.kind === "long")
    return <TextArea {...shared} rows={4} onChange={({ target }) => onChange(target.value)} />;
  if (field.name === "creditCode")
    return (
      <TextInput
        {...shared}
        className="code"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value.normalize("NFKC").toUpperCase())}
      />
    );
  const use = uses[field.name] ?? {};
  return <TextInput {...shared} {...use} onChange={({ target }) => onChange(target.value)} />;
}

/** What a browser may fill in by itself. */
const uses: Readonly<Record<string, { readonly autoComplete: string; readonly inputMode?: "tel" }>> = {
  name: { autoComplete: "organization" },
  applicant: { autoComplete: "name" },
  applicantPhone: { autoComplete: "tel", inputMode: "tel" },
};

/** Townships under the name of their county, since several counties have one of the same name. */
function placesOf({ regions }: ApplicationOffers, say: (words: { zh: string; en: string }) => string) {
  const counties = new Map(regions.map(({ code, name }) => [code, say(name)]));
  return regions.map(({ code, name }) => {
    const county = code.length > 6 ? counties.get(code.slice(0, 6)) : undefined;
    return { value: code, label: county === undefined ? say(name) : `${county} ${say(name)}` };
  });
}

import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import type { FieldView, RegisterView } from "../../api/types.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { CriteriaPicker } from "../pickers/CriteriaPicker.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { LinkPicker } from "../pickers/LinkPicker.tsx";
import { OrganisationPicker } from "../pickers/OrganisationPicker.tsx";
import { PackRowFilter } from "../pickers/PackRowsPicker.tsx";
import { PeriodPicker } from "../pickers/PeriodPicker.tsx";
import { RegionPicker } from "../pickers/RegionPicker.tsx";
import { SectorPicker } from "../pickers/SectorPicker.tsx";
import { useSettled } from "../pickers/use-settled.ts";
import { useSession } from "../session.ts";
import { fieldNamed } from "../words-of.ts";
import { filterNames, fromOf, isSameSearch, ownListOf, ownLists, toOf, withOwnList } from "./address.ts";

interface FilterBarProps {
  readonly register: RegisterView;
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>, how?: { readonly replace: boolean }) => void;
}

type Change = (name: string, value: string | undefined) => void;

// As many as stand in one line on a desk screen beside the search and the step.
const alwaysShown = 2;

/** What the list is narrowed by: by a text while it is typed, by the rest once the person says so. */
export function FilterBar({ register, search, onAsk }: FilterBarProps) {
  const { words } = useWords();
  const { asked, setAsked, setComposing } = useAsked(search, onAsk);
  const [expanded, setExpanded] = useState(() => hidesAny(register, search));
  const change: Change = (name, value) =>
    setAsked(({ [name]: _before, ...others }) =>
      value === undefined || value === "" ? others : { ...others, [name]: value },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(asked);
  };
  const { post } = useSession();
  const acts = register.acts.some(({ by, remarks }) => !remarks && by.includes(post.role));
  const canHaveOwn = acts || ownListOf(asked) !== undefined;
  const shown = expanded
    ? register.filters
    : register.filters.slice(0, canHaveOwn ? alwaysShown - 1 : alwaysShown);
  return (
    <form
      className={`paper filters ${expanded ? "expanded" : ""}`}
      aria-label={words.list.filters}
      onSubmit={submit}
    >
      <TextFilter value={asked.q} onChange={(value) => change("q", value)} onComposing={setComposing} />
      <StateFilter register={register} value={asked.state} onChange={(value) => change("state", value)} />
      {canHaveOwn && (
        <OwnListFilter value={ownListOf(asked)} onChange={(list) => setAsked(withOwnList(asked, list))} />
      )}
      {shown.map((name) => (
        <FieldFilter key={name} field={fieldNamed(register, name)} asked={asked} onChange={change} />
      ))}
      <div className="filter-buttons">
        <button
          type="button"
          className={`button-link ${register.filters.length > alwaysShown ? "" : "only-narrow"}`}
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

/** What stands in the bar. The list follows a text once the typing rests, and not while an input method still composes it. */
function useAsked(search: Record<string, string>, onAsk: FilterBarProps["onAsk"]) {
  const [asked, setAsked] = useState(search);
  const [composing, setComposing] = useState(false);
  const [answered, setAnswered] = useState(search);
  const [followed, setFollowed] = useState(search);
  // The address may change under the bar: by a chip, a heading, the way back. The bar then says what the address says; where the
  // address only follows what was typed, the typing has gone on since.
  if (answered !== search) {
    setAnswered(search);
    if (!isSameSearch(search, followed)) setAsked(search);
  }
  const typed = composing ? (search.q ?? "") : (asked.q ?? "").trim();
  const settled = useSettled(typed);
  const follow = useEffectEvent(() => {
    if (settled !== typed || settled === (search.q ?? "")) return;
    setFollowed(asked);
    onAsk(asked, { replace: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the typing has come to rest, whatever else has changed.
  useEffect(() => follow(), [settled]);
  return { asked, setAsked, setComposing };
}

/** Whether a filter of the address would be out of sight in the short bar. */
function hidesAny(register: RegisterView, search: Record<string, string>): boolean {
  const hidden = filterNames({ ...register, filters: register.filters.slice(alwaysShown) });
  return hidden.some((name) => search[name] !== undefined);
}

function Filter({
  label,
  id,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

interface OneFilter {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

interface TextFilterProps extends OneFilter {
  readonly onComposing: (composing: boolean) => void;
}

function TextFilter({ value, onChange, onComposing }: TextFilterProps) {
  const { words } = useWords();
  const id = useId();
  return (
    <Filter label={words.list.search} id={id}>
      <TextInput
        id={id}
        type="search"
        maxLength={limits.searchLengthCharacters}
        placeholder={words.list.searchHint}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value)}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
      />
    </Filter>
  );
}

function StateFilter({ register, value, onChange }: OneFilter & { readonly register: RegisterView }) {
  const { words, say } = useWords();
  const id = useId();
  return (
    <Filter label={words.list.state} id={id}>
      <MultiSelect
        id={id}
        short
        placeholder={words.choose}
        nothingFound={words.nothingFound}
        value={value === undefined ? [] : value.split(",")}
        onChange={(chosen) => onChange(chosen.join(","))}
        options={register.states.map((state) => ({ value: state.name, label: say(state.words) }))}
      />
    </Filter>
  );
}

/** Which of the person's own lists is looked at: what waits for them, what they have done, opened, been told. */
function OwnListFilter({ value, onChange }: OneFilter) {
  const { words } = useWords();
  const id = useId();
  return (
    <Filter label={words.list.own} id={id}>
      <SelectBox
        id={id}
        placeholder={words.choose}
        value={value}
        onChange={onChange}
        options={ownLists.map((list) => ({ value: list, label: words.list.owns[list] }))}
      />
    </Filter>
  );
}

interface FieldFilterProps {
  readonly field: FieldView;
  readonly asked: Record<string, string>;
  readonly onChange: Change;
}

function FieldFilter({ field, asked, onChange }: FieldFilterProps) {
  const { say } = useWords();
  const id = useId();
  const props = {
    id,
    value: asked[field.name],
    onChange: (value: string | undefined) => onChange(field.name, value),
  };
  return (
    <Filter label={say(field.words)} id={id}>
      {field.kind === "day" ? (
        <SpanFilter id={id} field={field} asked={asked} onChange={onChange} />
      ) : (
        <ValueFilter field={field} {...props} />
      )}
    </Filter>
  );
}

// A list is narrowed by any organisation, not only by those that supervise one place.
const anywhere = {};

function ValueFilter({ field, ...props }: OneFilter & { readonly id: string; readonly field: FieldView }) {
  const { words, say } = useWords();
  switch (field.kind) {
    case "choice":
      return (
        <SelectBox
          {...props}
          placeholder={words.choose}
          options={Object.entries(field.options).map(([value, label]) => ({ value, label: say(label) }))}
        />
      );
    case "flag":
      return (
        <SelectBox
          {...props}
          placeholder={words.choose}
          options={[
            { value: "true", label: words.yes },
            { value: "false", label: words.no },
          ]}
        />
      );
    case "code":
      if (field.periods) return <PeriodPicker {...props} offers={field.periods} />;
      return <TextValue {...props} />;
    case "criteria":
      return <CriteriaPicker {...props} about={anywhere} />;
    case "region":
      return <RegionPicker {...props} />;
    case "sector":
      return <SectorPicker {...props} />;
    case "packRows":
      return <PackRowFilter {...props} of={field.of} />;
    case "organisation":
      return (
        <OrganisationPicker {...props} about={anywhere} offers={field.offers === "any" ? "any" : undefined} />
      );
    case "link":
      return <LinkPicker {...props} register={field.register} />;
    default:
      return <TextValue {...props} />;
  }
}

function TextValue({ id, value, onChange }: OneFilter & { readonly id: string }) {
  return (
    <TextInput id={id} type="search" value={value ?? ""} onChange={({ target }) => onChange(target.value)} />
  );
}

function SpanFilter({ id, field, asked, onChange }: FieldFilterProps & { readonly id: string }) {
  const { words, say } = useWords();
  const from = fromOf(field.name);
  const to = toOf(field.name);
  return (
    <div className="span">
      <DayPicker
        id={id}
        name={`${say(field.words)} ${words.list.from}`}
        value={asked[from]}
        to={asked[to]}
        onChange={(day) => onChange(from, day)}
      />
      <span className="soft">{words.list.range}</span>
      <DayPicker
        id={`${id}-to`}
        name={`${say(field.words)} ${words.list.to}`}
        value={asked[to]}
        from={asked[from]}
        onChange={(day) => onChange(to, day)}
      />
    </div>
  );
}

import type { StoredFile, Value, Values } from "../../../core/register/field.ts";
import type { EntryView, FieldOf, FieldView } from "../../api/types.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { CheckBox, CheckBoxes, Radios } from "../../ui/controls/Choices.tsx";
import { NumberInput } from "../../ui/controls/NumberInput.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { TextArea, TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { CriteriaPicker } from "../pickers/CriteriaPicker.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { IndicatorsPicker } from "../pickers/IndicatorsPicker.tsx";
import { LinkPicker } from "../pickers/LinkPicker.tsx";
import { OrganisationPicker } from "../pickers/OrganisationPicker.tsx";
import { OrganisationsPicker } from "../pickers/OrganisationsPicker.tsx";
import { PackRowsPicker } from "../pickers/PackRowsPicker.tsx";
import { PeriodPicker } from "../pickers/PeriodPicker.tsx";
import { RegionPicker } from "../pickers/RegionPicker.tsx";
import { SectorPicker } from "../pickers/SectorPicker.tsx";
import { SectorsPicker } from "../pickers/SectorsPicker.tsx";
import { AnswersInput } from "./AnswersInput.tsx";
import { answersOf } from "./answers.ts";
import type { DescribedInput } from "./FieldRow.tsx";
import { FilesInput } from "./FilesInput.tsx";
import { PositionInput } from "./PositionInput.tsx";
import { ScoresInput } from "./ScoresInput.tsx";
import { scoresOf } from "./scores.ts";

interface FieldInputProps extends DescribedInput {
  readonly field: FieldView;
  readonly value: Value | undefined;
  /** What the entry and the form say so far: pickers narrow their offer by it. */
  readonly about: Values;
  readonly entry: EntryView | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly onBusy: (busy: boolean) => void;
}

/** The control of one field, by its kind alone. */
export function FieldInput(props: FieldInputProps) {
  const { field, onChange } = props;
  const { words } = useWords();
  const picker = pickerProps(props);
  switch (field.kind) {
    case "code":
      if (field.periods) return <PeriodPicker {...picker} offers={field.periods} />;
      return <TextField {...props} field={field} />;
    case "text":
      return <TextField {...props} field={field} />;
    case "choice":
      return <ChoiceInput {...props} field={field} />;
    case "choices":
      return <ChoicesInput {...props} field={field} />;
    case "integer":
    case "decimal":
    case "money":
      return <NumberField {...props} field={field} />;
    case "flag":
      return <CheckBox id={props.id} label={words.yes} checked={props.value === true} onChange={onChange} />;
    case "day":
      return <DayPicker {...picker} />;
    case "region":
      return <RegionPicker {...picker} />;
    case "sector":
      return <SectorPicker {...picker} />;
    case "sectors":
      return <SectorsPicker {...picker} value={textsIn(props.value)} onChange={onChange} />;
    case "packRows":
      return <PackRowsPicker {...picker} of={field.of} value={textsIn(props.value)} onChange={onChange} />;
    case "indicators":
      return <IndicatorsPicker {...picker} value={textsIn(props.value)} onChange={onChange} />;
    case "organisation":
      return <OrganisationPicker {...picker} about={props.about} offers={field.offers} />;
    case "organisations":
      return <OrganisationsPicker {...picker} value={textsIn(props.value)} onChange={onChange} />;
    case "link":
      return <LinkPicker {...picker} register={field.register} except={props.entry?.id} />;
    case "criteria":
      return <CriteriaPicker {...picker} about={props.about} />;
    case "files":
      return <FilesInput {...props} value={filesIn(props.value)} max={field.max} />;
    case "answers":
      return <AnswersInput {...props} field={field} value={answersOf(props.value)} />;
    case "scores":
      return <ScoresInput {...props} field={field} value={scoresOf(props.value)} />;
    case "position":
      return <PositionInput {...picker} />;
    case "person":
    case "persons":
    case "links":
    case "figures":
    case "verdicts":
      return <span className="soft">{words.form.notEntered}</span>;
  }
}

function pickerProps({ id, describedBy, invalid, value, onChange }: FieldInputProps) {
  return { id, describedBy, invalid, value: typeof value === "string" ? value : undefined, onChange };
}

const textIn = (value: Value | undefined): string => (typeof value === "string" ? value : "");

const textsIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((member) => typeof member === "string") : [];

function filesIn(value: Value | undefined): readonly StoredFile[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === "object" && "hash" in member) : [];
}

function TextField({
  id,
  describedBy,
  invalid,
  field,
  value,
  onChange,
}: FieldInputProps & { readonly field: FieldOf<"text" | "code"> }) {
  const shared = {
    id,
    "aria-describedby": describedBy,
    invalid,
    value: textIn(value),
    most: field.maxLength,
  };
  if (field.kind === "code" || !field.multiline)
    return <TextInput {...shared} onChange={({ target }) => onChange(target.value)} />;
  return (
    <TextArea {...shared} className="long-text" rows={4} onChange={({ target }) => onChange(target.value)} />
  );
}

// Few enough to be seen at once; more are found in a list.
const radioMost = 4;
const boxesMost = 12;

function ChoiceInput({
  id,
  describedBy,
  invalid,
  field,
  value,
  onChange,
}: FieldInputProps & { readonly field: FieldOf<"choice"> }) {
  const { words, say } = useWords();
  const options = Object.entries(field.options).map(([option, label]) => ({
    value: option,
    label: say(label),
  }));
  const chosen = textIn(value) === "" ? undefined : textIn(value);
  const shared = { id, describedBy, options, value: chosen, onChange };
  if (options.length <= radioMost) return <Radios {...shared} />;
  return <SelectBox {...shared} invalid={invalid} placeholder={words.choose} />;
}

function ChoicesInput({
  id,
  describedBy,
  invalid,
  field,
  value,
  onChange,
}: FieldInputProps & { readonly field: FieldOf<"choices"> }) {
  const { words, say } = useWords();
  const options = Object.entries(field.options).map(([option, label]) => ({
    value: option,
    label: say(label),
  }));
  if (options.length > boxesMost)
    return (
      <MultiSelect
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        loading={false}
        placeholder={words.choose}
        value={textsIn(value)}
        onChange={onChange}
        nothingFound={words.nothingFound}
        listWidth={360}
        options={options}
      />
    );
  return (
    <CheckBoxes
      id={id}
      describedBy={describedBy}
      options={options}
      value={textsIn(value)}
      onChange={onChange}
    />
  );
}

function NumberField({
  id,
  describedBy,
  invalid,
  field,
  value,
  onChange,
}: FieldInputProps & { readonly field: FieldOf<"integer" | "decimal" | "money"> }) {
  const { words } = useWords();
  const isMoney = field.kind === "money";
  return (
    <NumberInput
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      decimals={isMoney ? 2 : field.kind === "decimal" ? field.decimals : 0}
      unit={isMoney ? words.yuan : undefined}
      value={typeof value === "number" ? value : undefined}
      onChange={onChange}
    />
  );
}

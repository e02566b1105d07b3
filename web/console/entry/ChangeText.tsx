import type { LedgerChange, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { fieldNamed, valueText } from "../words-of.ts";
import { LinkedEntries } from "./LinkedEntries.tsx";

interface ChangeTextProps {
  readonly register: RegisterView;
  readonly change: LedgerChange;
}

/** What a line of the ledger says of one field, in words. */
export function ChangeText({ register, change }: ChangeTextProps) {
  const reader = useWords();
  const { value, label } = change;
  const field = fieldNamed(register, change.field);
  if (field.kind === "links" && Array.isArray(value))
    return <LinkedEntries register={field.register} ids={value.filter((id) => typeof id === "string")} />;
  if (field.kind === "files" && Array.isArray(value)) return value.map(fileName).join(reader.words.comma);
  if (change.withheld) return <span className="soft">{reader.words.comments.withheld}</span>;
  const text = valueText(field, value, label, reader);
  const { erasedOn, cleared } = reader.words.ledger;
  return text ?? <span className="soft">{change.erasedOn ? erasedOn(change.erasedOn) : cleared}</span>;
}

function fileName(file: unknown): string {
  const isNamed = typeof file === "object" && file !== null && "name" in file;
  return isNamed ? String(file.name) : "";
}

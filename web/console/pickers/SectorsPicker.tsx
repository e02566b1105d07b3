import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";

interface SectorsPickerProps {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** Several sectors; which of them scopes the entry is another field's to say. */
export function SectorsPicker({ id, value, onChange, describedBy, invalid }: SectorsPickerProps) {
  const { words, say } = useWords();
  const { data: sectors, isPending } = useQuery(queries.sectors);
  return (
    <MultiSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      loading={isPending}
      placeholder={words.choose}
      value={value}
      onChange={onChange}
      nothingFound={words.nothingFound}
      listWidth={360}
      options={sectors?.map(({ code, name }) => ({ value: code, label: say(name) })) ?? []}
    />
  );
}

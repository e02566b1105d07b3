import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";

export function SectorPicker({
  id,
  value,
  onChange,
  describedBy,
  invalid,
  placeholder,
}: PickerProps & { readonly placeholder?: string }) {
  const { words, say } = useWords();
  const { data: sectors, isPending } = useQuery(queries.sectors);
  return (
    <SearchSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      loading={isPending}
      placeholder={placeholder ?? words.choose}
      value={value}
      onChange={onChange}
      nothingFound={words.nothingFound}
      listWidth={360}
      options={sectors?.map(({ code, name }) => ({ value: code, label: say(name) })) ?? []}
    />
  );
}

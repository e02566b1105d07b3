import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import * as queries from "../../api/queries.ts";
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
    <Select
      id={id}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      loading={isPending}
      placeholder={placeholder ?? words.choose}
      value={value}
      onChange={onChange}
      popupMatchSelectWidth={360}
      options={sectors?.map(({ code, name }) => ({ value: code, label: say(name) })) ?? []}
    />
  );
}

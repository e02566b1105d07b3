import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";

interface OrganisationsPickerProps {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** Several organisations of the pack; no enterprises. */
export function OrganisationsPicker({ id, value, onChange, describedBy, invalid }: OrganisationsPickerProps) {
  const { words, say } = useWords();
  const { data: organisations, isPending } = useQuery(queries.organisations({}));
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
      options={organisations?.map((one) => ({ value: one.id, label: say(one.name) })) ?? []}
    />
  );
}

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { useInUse } from "../../ui/antd/in-use.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";
import { useSettled } from "./use-settled.ts";

const offered = "20";

/** Finds an entry of a register by title or number, among those that the person may see. */
export function LinkPicker({
  id,
  value,
  onChange,
  register,
  except,
  describedBy,
  invalid,
}: PickerProps & { readonly register: string; readonly except?: string | undefined }) {
  const { words } = useWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const search: queries.Search = q === "" ? { limit: offered } : { q, limit: offered };
  const found = useQuery({
    ...queries.entries(register, search),
    placeholderData: keepPreviousData,
    enabled: useInUse(),
  });
  const chosen = useQuery({ ...queries.entry(register, value ?? ""), enabled: value !== undefined });
  const entries = merged(found.data?.entries ?? [], q === "" ? chosen.data?.entry : undefined);
  return (
    <SearchSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      onSearch={setTyped}
      loading={found.isFetching}
      placeholder={words.searchHint}
      nothingFound={words.nothingFound}
      value={chosen.data === undefined && value !== undefined && found.isPending ? undefined : value}
      onChange={onChange}
      options={entries
        .filter((entry) => entry.id !== except)
        .map((entry) => ({ value: entry.id, label: entry.title, mark: entry.number }))}
    />
  );
}

/** What is chosen stays among what is offered, so that it is shown by its title. */
function merged(found: readonly EntryView[], chosen: EntryView | undefined): readonly EntryView[] {
  return chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
}

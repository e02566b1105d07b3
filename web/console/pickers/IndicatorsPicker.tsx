import { useQuery } from "@tanstack/react-query";
import { indicators } from "../../api/analysis.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";

interface IndicatorsPickerProps {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** Several indicators of the pack, in the order in which they are chosen. */
export function IndicatorsPicker({ id, value, onChange, describedBy, invalid }: IndicatorsPickerProps) {
  const { words, say } = useWords();
  const { data: offered, isPending } = useQuery(indicators);
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
      options={offered?.map((one) => ({ value: one.id, label: say(one.name) })) ?? []}
    />
  );
}

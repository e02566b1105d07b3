import { useQuery } from "@tanstack/react-query";
import { indicators } from "../../api/analysis.ts";
import { useWords } from "../../words/language.tsx";
import type { SeveralPickerProps } from "./picker.ts";
import { SeveralPicker } from "./SeveralPicker.tsx";

/** Several indicators of the pack, in the order in which they are chosen. */
export function IndicatorsPicker(props: SeveralPickerProps) {
  const { say } = useWords();
  const { data = [], isPending } = useQuery(indicators);
  const options = data.map(({ id, name }) => ({ value: id, label: say(name) }));
  return <SeveralPicker {...props} isPending={isPending} options={options} />;
}

import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import { useWords } from "../../words/language.tsx";
import type { SeveralPickerProps } from "./picker.ts";
import { SeveralPicker } from "./SeveralPicker.tsx";

/** Several sectors; which of them scopes the entry is another field's to say. */
export function SectorsPicker(props: SeveralPickerProps) {
  const { say } = useWords();
  const { data = [], isPending } = useQuery(queries.sectors);
  const options = data.map(({ code, name }) => ({ value: code, label: say(name) }));
  return <SeveralPicker {...props} isPending={isPending} options={options} />;
}

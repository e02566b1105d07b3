import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import { useWords } from "../../words/language.tsx";
import type { SeveralPickerProps } from "./picker.ts";
import { SeveralPicker } from "./SeveralPicker.tsx";

/** Several organisations of the pack; no enterprises. */
export function OrganisationsPicker(props: SeveralPickerProps) {
  const { say } = useWords();
  const { data = [], isPending } = useQuery(queries.organisations({}));
  const options = data.map(({ id, name }) => ({ value: id, label: say(name) }));
  return <SeveralPicker {...props} isPending={isPending} options={options} />;
}

import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import type { FieldOf } from "../../api/types.ts";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useWords } from "../../words/language.tsx";
import type { SeveralPickerProps } from "./picker.ts";
import { SeveralPicker } from "./SeveralPicker.tsx";

type Of = FieldOf<"packRows">["of"];

/** The rows of a list of the campaign, each by its value and its name. */
function useRows(of: Of) {
  const { words, say } = useWords();
  const measures = useQuery({ ...queries.measures, enabled: of === "measures" });
  const library = useQuery({ ...queries.library({}), enabled: of === "standards" });
  return of === "measures"
    ? {
        isPending: measures.isPending,
        options: (measures.data ?? []).map(({ number, title }) => ({
          value: String(number),
          label: `${words.plan.measure(number)} ${say(title)}`,
        })),
      }
    : {
        isPending: library.isPending,
        options: (library.data?.standards ?? []).map(({ code, name }) => ({ value: code, label: say(name) })),
      };
}

/** Several rows of a list of the campaign: measures of the plan, standards. */
export function PackRowsPicker({ of, ...props }: SeveralPickerProps & { readonly of: Of }) {
  return <SeveralPicker {...props} {...useRows(of)} />;
}

interface PackRowFilterProps {
  readonly id: string;
  readonly of: Of;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of them, by which a list is narrowed. */
export function PackRowFilter({ of, ...props }: PackRowFilterProps) {
  const { words } = useWords();
  return <SelectBox {...props} placeholder={words.choose} options={useRows(of).options} />;
}

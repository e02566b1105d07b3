import type { SearchOption } from "../../ui/antd/props.ts";
import { MultiSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";
import type { SeveralPickerProps } from "./picker.ts";

interface Offered extends SeveralPickerProps {
  readonly isPending: boolean;
  readonly options: readonly SearchOption[];
}

// On a desk whole names stand in the list, also where the box is narrow.
const deskWidth = 360;

/** Several of what is offered. */
export function SeveralPicker({ isPending, ...props }: Offered) {
  const { words } = useWords();
  return (
    <MultiSelect
      {...props}
      loading={isPending}
      placeholder={words.choose}
      nothingFound={words.nothingFound}
      listWidth={deskWidth}
    />
  );
}

import type { StandardState } from "../../../core/pack/criteria.ts";
import { Mark, type Tone } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";

const tones: Readonly<Record<StandardState, Tone>> = {
  inForce: "state",
  coming: "plain",
  ended: "final",
  unconfirmed: "yellow",
};

export function StandardStateMark({ state }: { readonly state: StandardState }) {
  const { words } = useWords();
  return <Mark tone={tones[state]}>{words.library.states[state]}</Mark>;
}

/** 待核实: what was not read from an official text. */
export function UnconfirmedMark({ row }: { readonly row: { readonly toBeConfirmed: boolean } }) {
  const { words } = useWords();
  if (!row.toBeConfirmed) return null;
  return (
    <Mark tone="yellow" title={words.library.toBeConfirmedWhy}>
      {words.library.toBeConfirmed}
    </Mark>
  );
}

/** 导入: what is no part of the pack, and was brought by an import. */
export function ImportedMark() {
  const { words } = useWords();
  return <Mark title={words.library.importedWhy}>{words.library.importedMark}</Mark>;
}

/** 已撤回: what came by an import that was made by mistake. */
export function WithdrawnMark() {
  const { words } = useWords();
  return (
    <Mark tone="final" title={words.library.withdrawnWhy}>
      {words.library.withdrawnMark}
    </Mark>
  );
}

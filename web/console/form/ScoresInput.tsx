import "../assessment/assessment.css";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { limits } from "../../../core/limits.ts";
import type { Score } from "../../../core/register/scores.ts";
import type { ScoreRow, VetoRow } from "../../api/assessment-types.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, FieldOf } from "../../api/types.ts";
import { CheckBox } from "../../ui/controls/Choices.tsx";
import { NumberInput } from "../../ui/controls/NumberInput.tsx";
import { TextArea } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import type { DescribedInput } from "./FieldRow.tsx";

interface ScoresInputProps extends DescribedInput {
  readonly field: FieldOf<"scores">;
  readonly value: readonly Score[];
  readonly entry: EntryView | undefined;
  readonly onChange: (value: readonly Score[]) => void;
}

/** The judged items of the scheme with points and evidence, or its vetoes with the facts. What recorded facts give has no box. */
export function ScoresInput({ id, describedBy, invalid, field, value, entry, onChange }: ScoresInputProps) {
  const { say } = useWords();
  const { data } = useQuery({
    ...queries.assessment(entry?.id ?? "", entry?.version ?? 0),
    enabled: entry !== undefined,
  });
  if (data === undefined) return null;
  const by = new Map(value.map((score) => [score.item, score]));
  const change = (item: string, score: Score | undefined) =>
    onChange([...value.filter((one) => one.item !== item), ...(score === undefined ? [] : [score])]);
  const judged = data.groups.flatMap(({ items }) => items.filter((one) => one.judged !== undefined));
  return (
    <fieldset id={id} tabIndex={-1} aria-label={say(field.words)} aria-describedby={describedBy}>
      <div className="scores-rows">
        {field.of === "vetoes"
          ? data.vetoes
              .filter(({ byFigure }) => !byFigure)
              .map((veto) => (
                <VetoInput key={veto.id} veto={veto} score={by.get(veto.id)} onChange={change} />
              ))
          : judged.map((row) => (
              <ItemInput
                key={row.id}
                row={row}
                score={by.get(row.id)}
                isOwn={field.name === "selfScores"}
                describedBy={describedBy}
                invalid={invalid}
                onChange={change}
              />
            ))}
      </div>
    </fieldset>
  );
}

type Change = (item: string, score: Score | undefined) => void;

interface ItemInputProps extends Omit<DescribedInput, "id"> {
  readonly row: ScoreRow;
  readonly score: Score | undefined;
  /** Whether the unit scores itself, and does not change what another did. */
  readonly isOwn: boolean;
  readonly onChange: Change;
}

function ItemInput({ row, score, isOwn, onChange, describedBy, invalid }: ItemInputProps) {
  const { words, say } = useWords();
  const id = useId();
  const { assessment } = words;
  const name = say(row.name);
  const put = (own: Partial<Score>) => {
    const next = { ...score, ...own, item: row.id };
    onChange(row.id, next.points === undefined && (next.reason ?? "") === "" ? undefined : next);
  };
  return (
    <div className="scores-row">
      <label htmlFor={id}>{assessment.outOf(name, row.weight)}</label>
      {row.judged !== undefined && <small className="soft">{say(row.judged)}</small>}
      {!isOwn && row.self?.points !== undefined && (
        <small className="soft">{assessment.selfGave(row.self.points, row.self.reason ?? words.none)}</small>
      )}
      <NumberInput
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        value={score?.points}
        decimals={2}
        onChange={(points) => put({ points })}
      />
      <TextArea
        aria-label={isOwn ? assessment.evidenceOf(name) : assessment.reasonOf(name)}
        placeholder={isOwn ? assessment.evidenceHint : assessment.reasonHint}
        rows={2}
        maxLength={limits.shortTextLengthCharacters}
        value={score?.reason ?? ""}
        onChange={({ target }) => put({ reason: target.value })}
      />
    </div>
  );
}

interface VetoInputProps {
  readonly veto: VetoRow;
  readonly score: Score | undefined;
  readonly onChange: Change;
}

function VetoInput({ veto, score, onChange }: VetoInputProps) {
  const { words, say } = useWords();
  const id = useId();
  const name = say(veto.name);
  return (
    <div className="scores-row">
      <CheckBox
        id={id}
        label={name}
        checked={score !== undefined}
        onChange={(checked) => onChange(veto.id, checked ? { item: veto.id } : undefined)}
      />
      {score !== undefined && (
        <TextArea
          aria-label={words.assessment.factsOf(name)}
          placeholder={words.assessment.factsHint}
          rows={2}
          maxLength={limits.shortTextLengthCharacters}
          value={score.reason ?? ""}
          onChange={({ target }) => onChange(veto.id, { item: veto.id, reason: target.value })}
        />
      )}
    </div>
  );
}

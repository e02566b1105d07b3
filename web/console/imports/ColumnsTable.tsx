import { useMemo } from "react";
import type { ImportColumn, ImportPlan, ImportView } from "../../api/imports.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { Mark, type Tone } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { columnsAt, isResult, withColumn } from "./plan.ts";

interface Props {
  readonly one: ImportView;
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
}

/** The columns of the file, each with what stands in it and what it is taken for. */
export function ColumnsTable({ one, plan, onPlan }: Props) {
  const { words } = useWords();
  const said = words.imports.columns;
  const options = useOptions(one, plan.mode);
  return (
    <div className="imports-scroll">
      <table className="imports-table imports-columns">
        <thead>
          <tr>
            <th scope="col">{said.column}</th>
            <th scope="col">{said.heading}</th>
            <th scope="col">{said.samples}</th>
            <th scope="col">{said.field}</th>
            <th scope="col">{said.known}</th>
          </tr>
        </thead>
        <tbody>
          {columnsAt(one, plan).map((column, at) => (
            <Row
              key={column.column}
              column={column}
              field={plan.columns[at] ?? null}
              options={options}
              onField={(field) => onPlan(withColumn(plan, at, field))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What stands in the choice for a column that does not come in; no field has an empty name. */
const leftOutValue = "";

function useOptions({ offers }: ImportView, mode: ImportPlan["mode"]): readonly Option[] {
  const { words, say } = useWords();
  return useMemo(() => {
    const said = words.imports.columns;
    const fields = offers[mode].map(({ field, words: own, needed }) => ({
      value: field,
      label: needed ? said.required(say(own)) : say(own),
    }));
    return [{ value: leftOutValue, label: said.leftOut }, ...fields];
  }, [offers, mode, words, say]);
}

/** The choice for a column, which also has what it was taken for where that is offered to no other: it goes out, and is not filled in. */
const choicesOf = ({ field, heading }: ImportColumn, options: readonly Option[]): Option[] =>
  field === null || options.some(({ value }) => value === field)
    ? [...options]
    : [...options, { value: field, label: heading }];

interface RowProps {
  readonly column: ImportColumn;
  readonly field: string | null;
  readonly options: readonly Option[];
  readonly onField: (field: string | null) => void;
}

function Row({ column, field, options, onField }: RowProps) {
  const { words } = useWords();
  const said = words.imports.columns;
  return (
    <tr data-out={field === null}>
      <td>{column.column}</td>
      <td>{column.heading}</td>
      <td className="soft imports-samples">{column.samples.join(words.comma)}</td>
      <td className="imports-chosen">
        <SearchSelect
          className="imports-field"
          name={said.fieldOf(column.column, column.heading)}
          always
          nothingFound={words.nothingFound}
          value={field ?? leftOutValue}
          onChange={(chosen = leftOutValue) => onField(chosen === leftOutValue ? null : chosen)}
          options={choicesOf(column, options)}
        />
      </td>
      <td className="imports-how">
        <How column={column} field={field} />
      </td>
    </tr>
  );
}

const tones: Readonly<Record<"exact" | "synonym" | "similar", Tone>> = {
  exact: "plain",
  synonym: "plain",
  similar: "yellow",
};

/** By what a column was taken for its field; nothing where the person chose it. */
function How({ column, field }: Pick<RowProps, "column" | "field">) {
  const { words } = useWords();
  const said = words.imports.columns;
  if (field === null && isResult(column)) return <span className="soft">{said.result}</span>;
  if (column.isRowNumber && field === null) return <span className="soft">{said.rowNumber}</span>;
  if (field === null) return column.heading === "" ? null : <Mark tone="orange">{said.how.none}</Mark>;
  if (field !== column.field || column.how === null) return null;
  return <Mark tone={tones[column.how]}>{said.how[column.how]}</Mark>;
}

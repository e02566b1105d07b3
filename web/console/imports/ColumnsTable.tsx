import type { ImportColumn, ImportPlan, ImportView } from "../../api/imports.ts";
import { Mark, type Tone } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { withColumn } from "./plan.ts";

interface Props {
  readonly one: ImportView;
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
}

/** The columns of the file, each with what stands in it and what it is taken for. */
export function ColumnsTable({ one, plan, onPlan }: Props) {
  const { words } = useWords();
  const said = words.imports.columns;
  return (
    <div className="imports-scroll">
      <table className="imports-table imports-columns">
        <thead>
          <tr>
            <th scope="col">{said.column}</th>
            <th scope="col">{said.heading}</th>
            <th scope="col">{said.samples}</th>
            <th scope="col">{said.field}</th>
            <th scope="col" aria-label={said.how.exact} />
          </tr>
        </thead>
        <tbody>
          {one.columns.map((column, at) => (
            <Row
              key={column.column}
              one={one}
              column={column}
              field={plan.columns[at] ?? null}
              mode={plan.mode}
              onField={(field) => onPlan(withColumn(plan, at, field))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly one: ImportView;
  readonly column: ImportColumn;
  readonly field: string | null;
  readonly mode: ImportPlan["mode"];
  readonly onField: (field: string | null) => void;
}

function Row({ one, column, field, mode, onField }: RowProps) {
  const { words, say } = useWords();
  const said = words.imports.columns;
  return (
    <tr>
      <td>{column.column}</td>
      <td>{column.heading}</td>
      <td className="soft imports-samples">{column.samples.join(words.comma)}</td>
      <td className="imports-chosen">
        <select
          className="imports-field"
          aria-label={said.fieldOf(column.column, column.heading)}
          value={field ?? ""}
          onChange={({ target }) => onField(target.value === "" ? null : target.value)}
        >
          <option value="">{said.leftOut}</option>
          {one.offers[mode].map((offer) => (
            <option key={offer.field} value={offer.field}>
              {say(offer.words)}
              {offer.needed ? " *" : ""}
            </option>
          ))}
        </select>
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
  if (column.isRowNumber && field === null) return <span className="soft">{said.rowNumber}</span>;
  if (field === null) return column.heading === "" ? null : <Mark tone="orange">{said.how.none}</Mark>;
  if (field !== column.field || column.how === null) return null;
  return <Mark tone={tones[column.how]}>{said.how[column.how]}</Mark>;
}

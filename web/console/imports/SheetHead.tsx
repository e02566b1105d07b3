import type { ImportMode, ImportPlan, ImportView } from "../../api/imports.ts";
import { useWords } from "../../words/language.tsx";

interface PlacesProps {
  readonly one: ImportView;
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
  readonly onSheet: (sheet: string) => void;
}

const modes: readonly ImportMode[] = ["open", "record"];

/** Which sheet, what its rows are, and in which rows heading and data stand. */
export function PlacesOfRows({ one, plan, onPlan, onSheet }: PlacesProps) {
  const { words } = useWords();
  const said = words.imports.columns;
  const { from, to } = plan.headerRows;
  return (
    <div className="imports-places">
      {one.sheets.length > 1 && (
        <label>
          {said.sheet}
          <select value={plan.sheet} onChange={({ target }) => onSheet(target.value)}>
            {one.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        {said.mode}
        <select
          value={plan.mode}
          onChange={({ target }) => {
            const mode = modes.find((known) => known === target.value);
            if (mode !== undefined) onPlan({ ...plan, mode });
          }}
        >
          {modes
            .filter((mode) => one.offers[mode].some(({ needed }) => needed))
            .map((mode) => (
              <option key={mode} value={mode}>
                {said.modes[mode]}
              </option>
            ))}
        </select>
      </label>
      <RowNumber
        label={said.headerFrom}
        value={from}
        onChange={(row) => onPlan({ ...plan, headerRows: { from: row, to: Math.max(row, to) } })}
      />
      <RowNumber
        label={said.headerTo}
        value={to}
        onChange={(row) => onPlan({ ...plan, headerRows: { from: Math.min(from, row), to: row } })}
      />
      <RowNumber
        label={said.firstRow}
        value={plan.firstRow}
        onChange={(row) => onPlan({ ...plan, firstRow: Math.max(1, row) })}
      />
    </div>
  );
}

interface RowNumberProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (row: number) => void;
}

function RowNumber({ label, value, onChange }: RowNumberProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        value={value}
        onChange={({ target }) => {
          if (Number.isSafeInteger(target.valueAsNumber) && target.valueAsNumber >= 0)
            onChange(target.valueAsNumber);
        }}
      />
    </label>
  );
}

const shownRows = 8;

/** The first rows of the sheet, with what each is taken for. */
export function SheetHead({ one, plan }: { readonly one: ImportView; readonly plan: ImportPlan }) {
  const { words } = useWords();
  const kindOf = (row: number) => {
    if (row >= plan.headerRows.from && row <= plan.headerRows.to) return "heading";
    return row >= plan.firstRow ? "data" : "above";
  };
  return (
    <details open={one.plan === null}>
      <summary>{words.imports.columns.preview}</summary>
      <section className="imports-scroll" aria-label={words.imports.columns.preview} tabIndex={-1}>
        <table className="imports-table imports-preview">
          <tbody>
            {one.head.slice(0, shownRows + plan.headerRows.to).map(({ row, cells }) => (
              <tr key={row} data-kind={kindOf(row)}>
                <th scope="row">{row}</th>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its place.
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

import type { ImportMode, ImportPlan, ImportView } from "../../api/imports.ts";
import { useWords } from "../../words/language.tsx";
import { withHeader } from "./plan.ts";

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
        onChange={(row) => onPlan(withHeader(plan, { from: row, to: Math.max(row, to) }))}
      />
      <RowNumber
        label={said.headerTo}
        value={to}
        onChange={(row) => onPlan(withHeader(plan, { from: Math.min(from, row), to: row }))}
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
  const said = words.imports.columns;
  const kindOf = (row: number): keyof typeof said.kinds => {
    if (row >= plan.headerRows.from && row <= plan.headerRows.to) return "heading";
    return row >= plan.firstRow ? "data" : "above";
  };
  return (
    <details open={one.plan === null}>
      <summary>{said.preview}</summary>
      {/* Reached by the keyboard, by which it can be moved sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached. */}
      <section className="imports-scroll" aria-label={said.preview} tabIndex={0}>
        <table className="imports-table imports-preview">
          <thead>
            <tr>
              <th scope="col">{words.imports.row}</th>
              <th scope="col">{said.kind}</th>
              {one.columns.map(({ column }) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.head.slice(0, shownRows + plan.headerRows.to).map(({ row, cells }) => (
              <tr key={row} data-kind={kindOf(row)}>
                <th scope="row">{row}</th>
                <td>{said.kinds[kindOf(row)]}</td>
                {one.columns.map(({ column }, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

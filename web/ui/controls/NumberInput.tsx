import { useState } from "react";
import { TextInput } from "./TextInput.tsx";

interface NumberInputProps {
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly value: number | undefined;
  readonly decimals: number;
  /** What is counted, where it has a unit. */
  readonly unit?: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/**
 * A number as people write it, also with the wide digits of a Chinese keyboard and with commas. While it is typed it stands as typed;
 * left, it is rounded to its decimals, and what is no number goes back to the last one.
 */
export function NumberInput({ id, describedBy, invalid, value, decimals, unit, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState<string>();
  const write = (text: string) => {
    setTyped(text);
    const number = numberIn(text, decimals);
    if (number !== "none") onChange(number);
  };
  return (
    <span className="number-input">
      <TextInput
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-describedby={describedBy}
        invalid={invalid}
        value={typed ?? (value === undefined ? "" : value.toFixed(decimals))}
        onChange={({ target }) => write(target.value)}
        onBlur={() => setTyped(undefined)}
      />
      {unit !== undefined && <span className="number-unit">{unit}</span>}
    </span>
  );
}

/** The number that a text says, rounded; undefined for an empty one, and "none" where it says no number. */
export function numberIn(text: string, decimals: number): number | undefined | "none" {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? Number(number.toFixed(decimals)) : "none";
}

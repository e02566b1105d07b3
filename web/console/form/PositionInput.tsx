import "./answers.css";
import { useState } from "react";
import { Button } from "../../ui/controls/Button.tsx";
import { positionText, positionUri } from "../../ui/position.ts";
import { useWords } from "../../words/language.tsx";
import type { DescribedInput } from "./FieldRow.tsx";

interface PositionInputProps extends DescribedInput {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const patienceMs = 20_000;

/** Where the device stands, asked of the browser once the person wants it, and never before. */
export function PositionInput({ id, describedBy, value, onChange }: PositionInputProps) {
  const { words, language } = useWords();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const ask = () => {
    setAsking(true);
    setFailed(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false);
        onChange(positionUri(coords));
      },
      () => {
        setAsking(false);
        setFailed(true);
      },
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    );
  };
  const action = value === undefined ? words.position.read : words.position.again;
  return (
    <div className="position">
      <Button id={id} aria-label={action} aria-describedby={describedBy} onClick={ask} loading={asking}>
        {action}
      </Button>
      {value !== undefined && (
        <>
          <span>{positionText(value, language)}</span>
          <Button look="text" onClick={() => onChange(undefined)}>
            {words.position.clear}
          </Button>
        </>
      )}
      <span role="status" className="soft">
        {failed ? words.position.failed : ""}
      </span>
    </div>
  );
}

import type { ReactNode } from "react";
import { useWords } from "../../words/language.tsx";
import { Explained } from "../help/Explained.tsx";
import { WhyTip } from "./WhyTip.tsx";

export interface DescribedInput {
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

interface FieldRowProps {
  readonly id: string;
  readonly label: string;
  readonly why: string | undefined;
  /** The rule of law by which it is asked, and what it says. */
  readonly law?: string | undefined;
  /** When it must be filled in: for this act, for the next one, or never. Undefined where it depends, as a checklist on the enterprise. */
  readonly asked: "now" | "next" | "never" | undefined;
  readonly problem: string | undefined;
  readonly children: (described: DescribedInput) => ReactNode;
}

/** A label, why it is asked, the control, and what is wrong with it, tied together for those who cannot see them side by side. */
export function FieldRow({ id, label, why, law, asked, problem, children }: FieldRowProps) {
  const { words } = useWords();
  const notes = `${id}-notes`;
  return (
    <div className={`field ${problem === undefined ? "" : "field-wrong"}`}>
      <div className="field-head">
        <label id={`${id}-label`} htmlFor={id} className="field-label">
          <span>
            <Explained text={label} />
          </span>
          {asked === "now" && <span className="field-required">{words.form.required}</span>}
          {asked === "next" && <span className="field-required">{words.form.requiredNext}</span>}
          {asked === "never" && <span className="field-optional">{words.form.optional}</span>}
        </label>
        {law !== undefined && <WhyTip of={`${id}-label`} law={law} />}
      </div>
      {children({ id, describedBy: notes, invalid: problem !== undefined })}
      <div id={notes} className="field-notes">
        {problem !== undefined && <p className="field-problem">{problem}</p>}
        {why !== undefined && (
          <p className="soft">
            <Explained text={why} />
          </p>
        )}
      </div>
    </div>
  );
}

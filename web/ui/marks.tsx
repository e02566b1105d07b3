import type { ReactNode } from "react";

export type Tone = "plain" | "state" | "final" | "red" | "redSolid" | "orange" | "yellow" | "blue";

/** A short mark beside a thing: its step, its level, its deadline. Colour never says anything that the text does not. */
export function Mark({
  tone = "plain",
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={`mark mark-${tone}`} title={title}>
      {children}
    </span>
  );
}

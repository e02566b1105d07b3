import type { Words } from "../../../core/words.ts";
import type { Label } from "../../api/types.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";

interface ByWhomProps {
  readonly name: string;
  readonly roleWords: Words;
  readonly organisation: Label;
  /** When, where that is to be said beside it. */
  readonly at?: string;
}

/** Who did something, in which post; the parts of one row. */
export function ByWhom({ name, roleWords, organisation, at }: ByWhomProps) {
  const { words, say } = useWords();
  const unit = say(organisation);
  return (
    <>
      <span className="by-whom">{name}</span>{" "}
      <span className="soft">{unit === "" ? say(roleWords) : words.shell.postOf(say(roleWords), unit)}</span>
      {at !== undefined && (
        <time className="soft" dateTime={at}>
          {formatInstant(at)}
        </time>
      )}
    </>
  );
}

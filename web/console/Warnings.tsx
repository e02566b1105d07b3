import { Link } from "@tanstack/react-router";
import type { Mention, RegisterView, WarningView } from "../api/types.ts";
import { Alert } from "../ui/controls/Alert.tsx";
import { useWords } from "../words/language.tsx";
import { fieldNamed } from "./words-of.ts";

interface WarningsProps {
  readonly register: RegisterView;
  readonly warnings: readonly WarningView[];
  readonly title: string;
}

/** What an act points out without being refused: which fields it is about, and which entries. */
export function Warnings({ register, warnings, title }: WarningsProps) {
  const { words, say } = useWords();
  if (warnings.length === 0) return null;
  return (
    <Alert tone="warning" role="alert" title={title}>
      <ul className="warnings">
        {warnings.map((warning) => (
          <li key={warning.code}>
            {warning.fields !== undefined && (
              <b>
                {warning.fields.map((name) => say(fieldNamed(register, name).words)).join(words.comma)}
                {words.colon}
              </b>
            )}
            {say(warning.words)}
            <Mentions entries={warning.entries ?? []} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Entries by number and title. They open beside the form, whose content would otherwise be left behind. */
export function Mentions({ entries }: { readonly entries: readonly Mention[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className="warnings">
      {entries.map(({ register, id, number, title }) => (
        <li key={id}>
          <Link
            to="/registers/$register/entries/$entry"
            params={{ register, entry: id }}
            target="_blank"
            rel="noopener"
          >
            {number} {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

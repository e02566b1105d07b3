import { Link } from "@tanstack/react-router";
import type { EntryView, FieldView, Ledger, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { answersOf } from "../form/answers.ts";
import { Explained } from "../help/Explained.tsx";
import { entryValueText } from "../words-of.ts";
import { AnswersView } from "./AnswersView.tsx";
import { FiguresView } from "./FiguresView.tsx";
import { Files } from "./Files.tsx";
import { groupFields, isErased } from "./groups.ts";
import { LinkedEntries, LinkedEntry } from "./LinkedEntries.tsx";
import { PersonalNumber } from "./PersonalNumber.tsx";
import { VerdictsView } from "./VerdictsView.tsx";

interface EntryProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
}

/** All that is known of the entry, readable. */
export function Contents({ register, entry, ledger }: EntryProps & { readonly ledger: Ledger | undefined }) {
  const { words, say } = useWords();
  const groups = groupFields(register, entry, ledger);
  return (
    <section className="paper contents" aria-label={words.entry.contents}>
      {groups.map((group) => (
        <section key={group.key} className="contents-group">
          <h2>{group.words === undefined ? words.entry.changedOnly : say(group.words)}</h2>
          <dl className="contents-list">
            {group.fields.map((field) => (
              <div key={field.name} className={isWide(field) ? "contents-wide" : ""}>
                <dt>
                  <Explained text={say(field.words)} />
                </dt>
                <dd>
                  {isErased(entry, field.name) ? (
                    <span className="soft">{words.ledger.erasedOn(erasedOn(ledger, field.name))}</span>
                  ) : (
                    <FieldValue register={register} entry={entry} field={field} ledger={ledger} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

/** The day on which the last value of the field was erased; undefined until the ledger is there. */
const erasedOn = (ledger: Ledger | undefined, name: string): string | undefined =>
  ledger?.lines
    .flatMap(({ changes }) => changes)
    .findLast(({ field, erasedOn: day }) => field === name && day !== undefined)?.erasedOn;

/** What needs the whole width: long texts, pictures, the words of a standard. */
function isWide(field: FieldView): boolean {
  if (field.kind === "text") return field.multiline;
  return wideKinds.includes(field.kind);
}

const wideKinds: readonly FieldView["kind"][] = [
  "files",
  "criteria",
  "links",
  "answers",
  "figures",
  "verdicts",
];

interface FieldValueProps extends EntryProps {
  readonly field: FieldView;
  readonly ledger: Ledger | undefined;
}

function FieldValue({ register, entry, field, ledger }: FieldValueProps) {
  const reader = useWords();
  const value = entry.values[field.name];
  const text = entryValueText(register, entry, field.name, reader) ?? reader.words.none;
  if (field.mayBeShown && value !== undefined)
    return <PersonalNumber key={entry.version} entry={entry} field={field} mask={text} />;
  switch (field.kind) {
    case "files":
      return <Files entry={entry} field={field} lines={ledger?.lines ?? []} />;
    case "link":
      return typeof value === "string" ? (
        <LinkedEntry register={field.register} id={value} text={text} />
      ) : (
        text
      );
    case "links":
      return Array.isArray(value) ? (
        <LinkedEntries register={field.register} ids={value.filter((id) => typeof id === "string")} />
      ) : (
        text
      );
    case "criteria":
      return typeof value === "string" ? <CitedItem id={value} text={text} /> : text;
    case "answers":
      return <AnswersView entry={entry} answers={answersOf(value)} />;
    case "figures":
      return <FiguresView entry={entry} field={field.name} />;
    case "verdicts":
      return <VerdictsView text={text} />;
    case "text":
      return <span className="contents-text">{text}</span>;
    default:
      return text;
  }
}

/** The item as it was cited, opened where it stands with its source. */
function CitedItem({ id, text }: { readonly id: string; readonly text: string }) {
  const { words } = useWords();
  const [code = "", item = ""] = id.split("/");
  return (
    <>
      {text}
      <p>
        <Link to="/criteria/$code" params={{ code }} hash={item}>
          {words.criteria.openInLibrary}
        </Link>
      </p>
    </>
  );
}

import "../sheet/sheet.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { figuresIn, figureWords } from "../../../core/register/figures.ts";
import { type Sheet, sheets } from "../../../core/registers/sheets.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, RegisterView } from "../../api/types.ts";
import { formatInstant } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { PrintButton } from "../printing/PrintButton.tsx";
import { useSession } from "../session.ts";
import { type BoxPlace, boxesOf } from "../sheet/boxes.ts";
import { entryValueText, fieldNamed, stateNamed } from "../words-of.ts";

const route = getRouteApi("/shell/registers/$register/entries/$entry/sheet");

interface EntryProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
}

/** One entry on the paper on which offices file it: boxes, pictures and a line for signatures, for A4. */
export default function SheetPage() {
  const params = route.useParams();
  const { data: register } = useSuspenseQuery(queries.register(params.register));
  const { data } = useSuspenseQuery(queries.entry(params.register, params.entry));
  const { words, say } = useWords();
  const sheet = sheets.get(params.register);
  const { entry } = data;
  useTitle(`${sheet === undefined ? "" : say(sheet.title)} · ${entry.title}`);
  return (
    <article className="sheet paper">
      <div className="sheet-tools no-print">
        <Link to="/registers/$register/entries/$entry" params={{ register: register.name, entry: entry.id }}>
          {words.sheet.back}
        </Link>
        {sheet !== undefined && (
          <PrintButton printed={{ register: register.name, entry: entry.id }}>
            {words.sheet.print}
          </PrintButton>
        )}
      </div>
      {sheet === undefined ? (
        <>
          <h1>{entry.title}</h1>
          <p>{words.sheet.absent}</p>
        </>
      ) : (
        <Paper sheet={sheet} register={register} entry={entry} />
      )}
    </article>
  );
}

function Paper({ sheet, register, entry }: EntryProps & { readonly sheet: Sheet }) {
  const { words, say } = useWords();
  const { demonstration, post } = useSession();
  return (
    <>
      {demonstration && <p className="sheet-specimen">{words.sheet.specimen}</p>}
      <h1>{say(sheet.title)}</h1>
      <p className="sheet-line">
        <span>
          {words.sheet.number}
          {words.colon}
          <span className="code">{entry.number}</span>
        </span>
        <span>
          {words.sheet.state}
          {words.colon}
          {say(stateNamed(register, entry.state).words)}
        </span>
        <span>
          {words.sheet.unit}
          {words.colon}
          {say(post.organisation.name)}
        </span>
        <span>
          {words.sheet.printed}
          {words.colon}
          {formatInstant(Date.now()).slice(0, 10)}
        </span>
      </p>
      {groupsOf(sheet, entry).map(({ words: heading, fields }) => (
        <section key={heading.zh} className="sheet-group">
          <h2>{say(heading)}</h2>
          <dl>
            {boxesOf(fields, (name) => isLong(register, name)).map((place) => (
              <Box key={place.name} register={register} entry={entry} place={place} />
            ))}
          </dl>
        </section>
      ))}
      {sheet.pictures.length > 0 && <Pictures sheet={sheet} register={register} entry={entry} />}
      <p className="sheet-signatures">
        {sheet.signatures.map((signed) => (
          <span key={signed.zh}>
            {say(signed)}
            {words.colon}
          </span>
        ))}
      </p>
    </>
  );
}

/** What is printed of the entry: of some groups what is there alone. */
const groupsOf = (sheet: Sheet, { values }: EntryView): Sheet["groups"] =>
  sheet.groups
    .map((group) =>
      group.onlyFilled
        ? { ...group, fields: group.fields.filter((name) => values[name] !== undefined) }
        : group,
    )
    .filter(({ fields }) => fields.length > 0);

/** Long texts take the whole width. */
function isLong(register: RegisterView, name: string): boolean {
  const field = fieldNamed(register, name);
  return (
    field.kind === "criteria" ||
    field.kind === "figures" ||
    field.kind === "verdicts" ||
    (field.kind === "text" && field.multiline) ||
    name === register.title
  );
}

function Box({ register, entry, place }: EntryProps & { readonly place: BoxPlace }) {
  const reader = useWords();
  const { name, isWide } = place;
  const field = fieldNamed(register, name);
  return (
    <div className={isWide ? "sheet-box wide" : "sheet-box"}>
      <dt>{reader.say(field.words)}</dt>
      <dd>
        {field.kind === "figures" ? (
          <FiguresList entry={entry} name={name} />
        ) : (
          entryValueText(register, entry, name, reader)
        )}
      </dd>
    </div>
  );
}

/** The figures as they were reported: what they would be today is no part of the paper. */
function FiguresList({ entry, name }: { readonly entry: EntryView; readonly name: string }) {
  const { language, words, say } = useWords();
  return (
    <ul className="sheet-figures">
      {figuresIn(entry.values[name]).map((figure) => (
        <li key={figure.indicator}>
          {say(figure.name)}
          {words.colon}
          {figureWords(figure, language, words.board.nothing)}
        </li>
      ))}
    </ul>
  );
}

function Pictures({ sheet, register, entry }: EntryProps & { readonly sheet: Sheet }) {
  const { words, say } = useWords();
  return (
    <section className="sheet-group">
      <dl>
        {sheet.pictures.map((name) => {
          const pictures = picturesIn(entry.values[name]);
          return (
            <div key={name} className="sheet-box">
              <dt>{say(fieldNamed(register, name).words)}</dt>
              <dd className="sheet-pictures">
                {pictures.length === 0 && words.sheet.noPictures}
                {pictures.map((file) => (
                  <img
                    key={file.id}
                    src={queries.filePath(register.name, entry.id, file.id)}
                    alt={file.name}
                  />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function picturesIn(value: EntryView["values"][string]) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((file) =>
    typeof file === "object" && "type" in file && file.type.startsWith("image/") ? [file] : [],
  );
}

import { Link } from "@tanstack/react-router";
import type { ItemWithText, OneStandard, StandardView } from "../../api/criteria-types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";

// The mark of the byte order tells office programs that it is UTF-8.
const saveCsv = (name: string, rows: readonly string[]) =>
  saveFile(name, "text/csv", `\ufeff${rows.join("\r\n")}`);

const listHeading = "standard,item,text,source,sector,list,issuer,document,issued,from,replaces";

/** What may be imported beside the texts of known items: items that are missing, and lists of key check items. */
export function ImportHelp({ standards }: { readonly standards: readonly StandardView[] }) {
  const { words, say } = useWords();
  const { library } = words;
  const missing = standards.filter(isIncomplete);
  return (
    <details>
      <summary>{library.importHelp}</summary>
      <div className="stack library-help">
        <p>{library.importColumns}</p>
        {missing.length > 0 && (
          <>
            <p>{library.importIncomplete}</p>
            <ul className="library-help-list">
              {missing.map(({ code, name, loadedItems, officialItems }) => (
                <li key={code}>
                  <Link to="/criteria/$code" params={{ code }}>
                    {say(name)}
                  </Link>{" "}
                  <span className="soft">{library.countOf(loadedItems, officialItems)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{library.importList}</p>
        <div className="row">
          <Button onClick={() => saveCsv(library.listTemplateName, [listHeading])}>
            {library.importListTemplate}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** Whether a standard can be cited and has items, known by number or not, that are not loaded. */
const isIncomplete = ({ kind, state, loadedItems, officialItems, topics }: StandardView): boolean =>
  kind === "criteria" &&
  state === "inForce" &&
  (officialItems === null ? loadedItems === 0 || topics > 0 : loadedItems < officialItems);

/** How to add the items that a standard lacks, in the words of its own code, document and day. */
export function ImportSteps({ standard, topics }: OneStandard) {
  const { words } = useWords();
  const { steps } = words.library;
  if (!isIncomplete(standard)) return null;
  const { code, document, from } = standard;
  const [topic] = topics;
  return (
    <details className="library-section">
      <summary>{steps.title}</summary>
      <ol className="library-help library-help-list">
        <li>{steps.obtain(document ?? code)}</li>
        <li>{steps.fill(topic === undefined ? "" : steps.like(code, topic.topic))}</li>
        <li>{steps.try}</li>
        <li>{steps.after(from ?? "")}</li>
      </ol>
    </details>
  );
}

/** A file with a row for each item, so that nobody has to type their numbers. */
export function Template({ standard, items }: OneStandard) {
  const { words } = useWords();
  const { code } = standard;
  return (
    <Button onClick={() => saveCsv(words.library.templateName(code), rowsOf(standard, items))}>
      {words.library.template}
    </Button>
  );
}

function rowsOf({ code, from }: StandardView, items: readonly ItemWithText[]): readonly string[] {
  const rows = items.map(({ item }) => `${code},${from ?? ""},${code}/${item},,`);
  // Of a standard without any item one row shows how its own begin.
  const first = rows.length === 0 ? [`${code},${from ?? ""},${code}/,,`] : rows;
  return ["standard,version,item,text,source", ...first];
}

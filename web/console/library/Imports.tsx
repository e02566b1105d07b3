import { useQuery } from "@tanstack/react-query";
import type { TextImportView } from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";
import { WithdrawnMark } from "./marks.tsx";
import { Withdrawal } from "./Withdrawal.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

/** Every import with who brought it, when and how much, and a way to withdraw it. */
export function Imports() {
  const { words } = useWords();
  const { data: imports } = useQuery(queries.textImports);
  return (
    <section aria-label={words.library.imports}>
      <h3>{words.library.imports}</h3>
      {imports?.length === 0 && <p className="soft">{words.library.noImports}</p>}
      <ul>
        {imports?.map((one) => (
          <ImportRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function ImportRow({ one }: { readonly one: TextImportView }) {
  const { words, say } = useWords();
  const { file, texts, lists, person, organisation, at, withdrawn } = one;
  return (
    <li className={`library-import ${withdrawn === null ? "" : "library-import-withdrawn"}`}>
      <div>
        <p>
          {words.library.importOf(file, texts, lists)} {withdrawn !== null && <WithdrawnMark />}
        </p>
        <p className="soft">
          {words.library.brought(person.name, say(organisation.name), formatInstant(at))}
        </p>
        {withdrawn !== null && (
          <p>
            <Withdrawal of={withdrawn} />
          </p>
        )}
      </div>
      {withdrawn === null && <WithdrawDialog one={one} />}
    </li>
  );
}
